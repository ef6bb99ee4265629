/// What one person's life costs and gives the public in a span of months.
struct PublicAccounts {
  let person: PersonAccounts
  /// The scenario's prices and rates for those whom no rule reaches.
  let budget: BudgetModel
  /// The person's own, where the scenario has rules.
  var ruled: RuledBudget?
  let birth: Int
  let arrival: Int
  /// Settled with an integration grant.
  let isRefugee: Bool
  let benefitUniform: Double

  /// Adds the flows of a span of months, in kroner of 2018, each times a factor of its month's calendar year.
  func add(_ range: Range<Int>, to ledger: inout Ledger) {
    let log = person.log
    let start = log.course?.start ?? 0
    log.visit(range) { state, from, to, experience in
      let months = Double(to - from)
      let middle = (from + to) / 2
      let basicAmount = budget.prices.basicAmount(middle)
      let young = middle - birth < BudgetModel.youngAge ? BudgetModel.youngShare : 1
      switch state {
      case .awaitingSettlement: ledger[.reception] += months * budget.receptionMonth
      case .programme:
        ledger[.introductionBenefit] += months * budget(at: start).introductionBenefit.at(start) * basicAmount * young
        ledger[.programme] += months * budget.programmeMonth
        ledger[.norwegianTraining] += months * budget(at: start).norwegianMonth.at(start)
        ledger[.schooling] += months * schooling(start)
        for part in budget(at: start).withinProgramme
        where part.component.concerns(isRefugee: isRefugee, ageInMonths: start - birth) {
          ledger[part.flow] += months * part.cost.beyondToday(start)
        }
      case .employed:
        let pay = person.pay(at: from, experience: experience + months / 24) / 12 * months
        ledger[.wageTax] += pay * budget.taxWages
        ledger[.employerTax] += pay * budget.taxEmployers
      case .jobSeeker:
        ledger[.navFollowUp] += months * budget.navMonth
        if benefitUniform < budget.unemploymentShare {
          ledger[.unemploymentBenefit] += months * budget.unemploymentMonth
        }
      case .reducedCapacity: ledger[.navFollowUp] += months * budget.navMonth
      case .kvp:
        ledger[.kvpBenefit] += months * budget(at: from).kvpBenefit.at(from) * basicAmount * young
        ledger[.kvp] += months * budget.kvpMonth
      case .jobbsjansen:
        ledger[.jobbsjansen] += months * budget.jobbsjansenMonth
        ledger[.jobbsjansenGrant] += months * budget(at: from).jobbsjansenGrantMonth.at(from)
      case .education:
        ledger[.schooling] += months * budget.upperSecondaryMonth.amount
        ledger[.studentAid] += months * budget.studentAidMonth
      case .disability: ledger[.disabilityBenefit] += months * budget.disabilityMonth
      case .outOfWork, .absent: break
      }
      if person.receivesAssistance(state, at: from) {
        let isSupplement = state == .programme || state == .kvp || state == .employed
        let amount = isSupplement ? budget.assistanceSupplement : budget.assistanceMonth
        ledger[.socialAssistance] += months * amount * budget(at: middle).assistanceRate.value(at: middle)
      }
    }
    for time in log.measures { addMeasure(time, range, &ledger) }
    for spell in log.spells where spell.group == .reducedCapacity && range.contains(spell.start) {
      ledger[.navFollowUp] += budget(at: spell.start).assessment.at(spell.start)
    }
    for support in log.supports where support.state == .kvp {
      for part in budget(at: support.start).withinKVP {
        let months = max(0, min(support.end, range.upperBound) - max(support.start, range.lowerBound))
        ledger[.kvp] += Double(months) * part.beyondToday(support.start)
      }
    }
    let aapMonths = Double(person.aapMonths(range))
    if aapMonths > 0 { ledger[.aap] += aapMonths * budget(at: range.lowerBound).aapMonth.at(range.lowerBound) }
    if person.isParticipant { addSettlement(range, start: start, &ledger) }
    let taxed =
      ledger[.introductionBenefit] + ledger[.kvpBenefit] + ledger[.aap] + ledger[.disabilityBenefit]
      + ledger[.unemploymentBenefit]
    ledger[.benefitTax] = taxed * budget.taxBenefits
  }

  /// The prices and rates for this person in a month.
  private func budget(at month: Int) -> BudgetModel { ruled?.budget(at: month) ?? budget }

  /// Schooling within the programme, at its expected cost a month.
  private func schooling(_ start: Int) -> Double {
    let isYoung = start - birth < BudgetModel.youngAge
    let budget = budget(at: start)
    return budget.primaryMonth.at(start) + (isYoung ? budget.upperSecondaryMonth.at(start) : 0)
  }

  private func addMeasure(_ time: LifeLog.MeasureTime, _ range: Range<Int>, _ ledger: inout Ledger) {
    let months = Double(max(0, min(time.end, range.upperBound) - max(time.start, range.lowerBound)))
    guard months > 0 else { return }
    let price = budget.measures[Int(time.measure.rawValue)]
    ledger[price.flow] += months * price.amount
    // Who has neither wages nor another benefit gets the measure allowance.
    let hasOther =
      benefitUniform < budget.unemploymentShare && person.log.state(at: time.start) == .jobSeeker
      || person.aapUniform < person.aapShare && person.log.state(at: time.start) == .reducedCapacity
    if price.hasAllowance, !hasOther { ledger[.measureAllowance] += months * budget.allowanceMonth }
  }

  /// What comes once or by years since settlement: mapping, guidance, the grant, the measure in the programme.
  private func addSettlement(_ range: Range<Int>, start: Int, _ ledger: inout Ledger) {
    if isRefugee {
      if range.contains(arrival) {
        ledger[.mapping] += budget(at: arrival).mapping.at(arrival)
        ledger[.careerGuidance] += budget(at: arrival).guidance.at(arrival)
      }
      for (year, amount) in budget.prices.integrationGrant.enumerated() {
        let first = person.log.settlement + 12 * year
        let last = min(first + 12, person.log.end)
        ledger[.integrationGrant] +=
          amount * Double(max(0, min(last, range.upperBound) - max(first, range.lowerBound)))
      }
    }
    guard let begun = person.log.programmeStart, range.contains(begun) else { return }
    // At their expected cost: by the share of the lever.
    for part in budget(at: begun).onceInProgramme
    where part.component.concerns(isRefugee: isRefugee, ageInMonths: begun - birth) {
      ledger[part.flow] += part.cost.at(begun)
    }
    if let kind = person.log.course?.measure {
      let price = budget.measures[Int(ProgrammeMeasures.kinds[kind].rawValue)]
      ledger[price.flow] += price.amount * budget.programmeMeasureMonths
    }
  }
}

/// The prices and rates of one person month by month, under a scenario with rules for persons.
struct RuledBudget {
  let simulator: LifeSimulator
  let person: Int
  /// The municipality under capacity alone.
  let municipality: Int
  let oral: OralHistory

  /// - Returns: `nil` for a scenario that treats all persons alike.
  init?(_ simulator: LifeSimulator, _ person: Int, municipality: Int, log: LifeLog, luck: PersonLuck) {
    guard !simulator.variants.isUniform else { return nil }
    self.simulator = simulator
    self.person = person
    self.municipality = municipality
    oral = OralHistory(log, isParticipant: simulator.population.isParticipant[person], luck: luck)
  }

  func budget(at month: Int) -> BudgetModel {
    simulator.variants.accounts(
      simulator.population,
      PersonMoment(person, at: month, municipality: municipality, oral: oral.level(at: month))
    ).budget
  }
}
