import PolicyCore

/// Counts persons by state at the asked years of a clock, and sums what they earned, received and cost within each.
struct AccountCounter: LifeObserver {
  static var wantsMeasures: Bool { true }

  private(set) var counts: [UInt32]
  /// By cell, year and outcome: persons or whole kroner.
  private(set) var sums: [Int64]
  private let years: [Int]
  private let clock: Clock
  private let cohorts: ClosedRange<Int>?
  /// Outcomes that look at a whole year.
  private let outcomes: [OutcomeSlot]
  private let needsLedger: Bool

  private var log = LifeLog()
  private var cell = 0
  private var clockStart = 0
  private var ledger = Ledger()
  private var discounted = Ledger()

  init(cells: Int, years: [Int], clock: Clock, cohorts: ClosedRange<Int>?, outcomes: [OutcomeSlot]) {
    counts = [UInt32](repeating: 0, count: cells * years.count * WorkState.presentCount)
    sums = [Int64](repeating: 0, count: cells * years.count * outcomes.count)
    self.years = years
    self.clock = clock
    self.cohorts = cohorts
    self.outcomes = outcomes
    needsLedger = outcomes.contains { $0.isMoney && $0 != .labourIncome }
  }

  mutating func aim(cell: Int, clockStart: Int) {
    self.cell = cell
    self.clockStart = clockStart
  }

  mutating func begin(_ person: Int, settlement: Int) { log.begin(person, settlement: settlement) }
  mutating func enter(_ state: WorkState, at month: Int) { log.enter(state, at: month) }
  mutating func leaveProgramme(at month: Int) { if log.programmeExit == nil { log.leaveProgramme(at: month) } }
  mutating func plan(_ course: ProgrammeCourse) { log.plan(course) }
  mutating func onMeasure(_ measure: Measure, at month: Int) { log.onMeasure(measure, at: month) }
  mutating func endSpell(_ spell: NAVSpell) { log.endSpell(spell) }
  mutating func endSupport(_ support: SupportSpell) { log.endSupport(support) }
  mutating func end(at month: Int) { log.end(at: month) }

  /// Counts the life that has ended.
  mutating func count(
    _ person: Int, _ simulator: LifeSimulator, accounts model: AccountModel, luck: PersonLuck, municipality: Int
  ) {
    let population = simulator.population
    if clock == .programmeExit {
      guard let exit = log.programmeExit else { return }
      if let cohorts, !cohorts.contains(ModelTime.year(of: exit)) { return }
      clockStart = exit
    }
    let accounts = PersonAccounts(log, model: model, isParticipant: population.isParticipant[person], luck: luck)
    let reason = population.reason[person]
    let isRefugee = population.isParticipant[person] && (reason == .flightAsylum || reason == .quotaRefugee)
    let money = PublicAccounts(
      person: accounts, budget: model.budget, ruled: RuledBudget(simulator, person, municipality: municipality),
      birth: Int(population.birthMonth[person]),
      arrival: Int(population.arrival[person]), isRefugee: isRefugee,
      benefitUniform: unit(luck.words(.assistance, 0).y))
    var presentValue = PresentValue(from: clock == .calendar ? ModelTime.month(2010, 1) : clockStart)
    for (position, year) in years.enumerated() {
      let last = clock == .calendar ? ModelTime.month(year, 12) : clockStart + 12 * year
      let state = log.state(at: last)
      guard state != .absent else { continue }
      counts[(cell * years.count + position) * WorkState.presentCount + Int(state.rawValue)] += 1
      // The twelve months that end with the month in which the year is measured.
      let range = max(last - 11, 0)..<last + 1
      if needsLedger {
        ledger.clear()
        money.add(range, to: &ledger)
      }
      for (index, outcome) in outcomes.enumerated() {
        let value =
          outcome == .publicCostPresentValue
          ? presentValue.value(until: range.upperBound, money, scratch: &discounted)
          : value(outcome, accounts, range, model: model)
        sums[(cell * years.count + position) * outcomes.count + index] += Int64(value.rounded())
      }
    }
  }

  private func value(
    _ outcome: OutcomeSlot, _ accounts: PersonAccounts, _ range: Range<Int>, model: AccountModel
  ) -> Double {
    func count(_ isCounted: Bool) -> Double { isCounted ? 1 : 0 }
    switch outcome {
    case .healthBenefit: return count(accounts.receivesHealthBenefit(range))
    case .socialAssistance: return count(accounts.assistanceMonths(range) > 0)
    case .selfSupporting:
      // In work with a yearly pay of at least two G and no social assistance within the year.
      let threshold = 2 * model.budget.prices.basicAmount(range.upperBound - 1)
      return count(accounts.labourIncome(range) >= threshold && accounts.assistanceMonths(range) == 0)
    case .income100: return count(accounts.labourIncome(range) >= 100_000)
    case .income300: return count(accounts.labourIncome(range) >= 300_000)
    case .incomeMedian: return count(accounts.labourIncome(range) >= MomentSample.median)
    case .incomeAverage: return count(accounts.labourIncome(range) >= MomentSample.average)
    case .labourIncome: return accounts.labourIncome(range)
    case .publicCost, .publicCostTotal: return ledger.publicCost
    case .stateCost: return ledger.net(.state)
    case .municipalCost: return ledger.net(.municipalities)
    case .benefitCost: return ledger.benefits
    case .publicCostNominal: return ledger.publicCost * model.budget.prices.index(range.lowerBound + 6)
    // Counted apart: it looks at more than a year, or at one month alone.
    case .publicCostPresentValue, .employed, .inEducation, .employedOrEducation, .jobSeeker, .reducedCapacity,
      .inProgramme, .inKVP,
      .inJobbsjansen, .disability:
      return 0
    }
  }
}
