import PolicyCore
import Testing

@testable import Simulator

/// Public accounts of lives that are written down month by month, against sums by hand.
@Suite("Public accounts")
struct AccountsTests {
  private static let luck = PersonLuck(key: StreamKey(seed: 1, replicate: 0), person: 1)
  private static func month(_ year: Int, _ month: Int = 1) -> Int { ModelTime.month(year, month) }

  /// Round unit costs, nobody on social assistance, work assessment allowance or unemployment benefit.
  private static let round: [ParameterSlot: Double] = [
    .budgetProgrammeMonth: 5_000, .budgetNorwegianHour: 100, .budgetReceptionMonth: 10_000,
    .budgetMapping: 1_000, .budgetGuidance: 2_000, .budgetPrimaryYear: 0, .budgetUpperSecondaryYear: 0,
    .budgetComponentIntegrationCentre: 0, .budgetComponentReceptionNorwegian: 0, .budgetComponentNAVPlan: 1_000,
    .budgetComponentFullTime: 24_000, .budgetKVPMonth: 7_000, .budgetKVPNorwegian: 12_000, .budgetNAVMonth: 700,
    .budgetTaxBenefits: 0.1, .budgetTaxWages: 0.2, .budgetTaxEmployers: 0.1, .budgetDiscountRate: 0.04,
    .budgetUnemploymentShare: 0, .budgetAllowanceMonth: 2_000, .budgetMeasureAMO: 9_000,
    .budgetMeasureWageSubsidy: 13_000, .reducedAAPShare: 0, .assistanceProgramme: 0, .assistanceParticipants: 0,
    .assistanceOthers: 0, .assistanceSeekers: 0, .assistanceKVP: 0, .assistanceEmployed: 0,
    .assistanceEmployedParticipants: 0, .assistanceAfterSupport: 0,
  ]

  private static func accounts(
    _ levers: [(LeverSlot, LeverValue)], _ log: LifeLog, isRefugee: Bool, birth: Int = month(1985)
  ) throws -> PublicAccounts {
    let engine = try TestEngine.make()
    let population = try engine.population(persons: 1_000)
    let plan = TestEngine.scenario("own", levers, parameters: round)
    let model = try engine.lowering.lower(plan, population: population).accounts
    return PublicAccounts(
      person: PersonAccounts(log, model: model, isParticipant: isRefugee, luck: luck), budget: model.budget,
      birth: birth, arrival: month(2017, 7), isRefugee: isRefugee, benefitUniform: 0.5)
  }

  private static func share(_ percent: Double) -> LeverValue { .quantity(Quantity(percent / 100, .share)) }

  /// In reception from July 2017, in the programme for the 18 months from January 2018, then out of work.
  private static var refugee: LifeLog {
    var log = LifeLog()
    log.begin(1, settlement: month(2018))
    log.enter(.awaitingSettlement, at: month(2017, 7))
    log.plan(
      ProgrammeCourse(
        start: month(2018), read: month(2018), plannedEnd: month(2020), effect: 0, usualEffect: 0, chanceOfB1: 1,
        measure: nil, searchFactor: 1))
    log.enter(.programme, at: month(2018))
    log.enter(.outOfWork, at: month(2019, 7))
    log.leaveProgramme(at: month(2019, 7))
    log.end(at: month(2025))
    return log
  }

  @Test("a refugee's years in reception and in the programme")
  func refugeeYears() throws {
    let money = try Self.accounts(
      [
        (.norwegianHours, .quantity(Quantity(480, .hours))), (.programmeFullTime, Self.share(50)),
        (.complianceNAVInPlans, Self.share(40)), (.receptionMapping, Self.share(30)),
        (.receptionCareerGuidance, Self.share(20)),
      ], Self.refugee, isRefugee: true)
    var ledger = Ledger()
    money.add(Self.month(2017)..<Self.month(2018), to: &ledger)
    // Six months of 10 000; mapping of 1 000 for 30 %, guidance of 2 000 for 20 %.
    #expect(abs(ledger.publicCost - (60_000 + 300 + 400)) < 1e-6)

    ledger.clear()
    money.add(Self.month(2018)..<Self.month(2019), to: &ledger)
    // Twice the basic amount of 96 883 kroner.
    #expect(abs(ledger[.introductionBenefit] - 193_766) < 1)
    #expect(abs(ledger[.benefitTax] - 19_376.6) < 0.1)
    // Twelve months of 5 000, less 24 000 over 24 months for the 40 points who have no full time any more.
    #expect(abs(ledger[.programme] - (60_000 - 12 * 1_000 * 0.4)) < 1e-6)
    // 480 hours over 24 months, at 100 kroner.
    #expect(abs(ledger[.norwegianTraining] - 12 * 20 * 100) < 1e-6)
    #expect(abs(ledger[.navFollowUp] - 400) < 1e-6)
    #expect(abs(ledger.publicCost - (193_766 - 19_376.6 + 55_200 + 24_000 + 400)) < 1)
    // The grant of the first year moves money from the state to the municipality.
    let grant = 12 * money.budget.prices.integrationGrant[0]
    #expect(abs(ledger.net(.municipalities) - (193_766 + 55_200 + 24_000 - grant)) < 1)
    #expect(abs(ledger.net(.state) - (grant + 400 - 19_376.6)) < 1)
    #expect(abs(ledger.benefits - 193_766) < 1)

    ledger.clear()
    money.add(Self.month(2019)..<Self.month(2020), to: &ledger)
    // Who leaves after 18 months has half a year of everything, and nothing that was paid once.
    #expect(abs(ledger[.programme] - 55_200 / 2) < 1e-6)
    #expect(abs(ledger[.norwegianTraining] - 12_000) < 1e-6 && ledger[.navFollowUp] == 0)
  }

  @Test("the young get two thirds of the benefit")
  func young() throws {
    func benefit(birth: Int) throws -> Double {
      var ledger = Ledger()
      try Self.accounts([], Self.refugee, isRefugee: true, birth: birth)
        .add(Self.month(2018)..<Self.month(2019), to: &ledger)
      return ledger[.introductionBenefit]
    }
    #expect(abs(try benefit(birth: Self.month(1996)) / benefit(birth: Self.month(1985)) - 2.0 / 3) < 1e-9)
  }

  @Test("a job seeker's measures, KVP with more content, and pay")
  func other() throws {
    var log = LifeLog()
    log.begin(1, settlement: Self.month(2005))
    log.enter(.jobSeeker, at: Self.month(2018))
    for month in 3..<7 { log.onMeasure(.amoCourse, at: Self.month(2018, month)) }
    for month in 7..<9 { log.onMeasure(.wageSubsidy, at: Self.month(2018, month)) }
    log.enter(.kvp, at: Self.month(2019))
    log.endSupport(
      SupportSpell(state: .kvp, start: Self.month(2019), end: Self.month(2019, 7), ending: .work, isExtra: false))
    log.enter(.employed, at: Self.month(2019, 7))
    log.end(at: Self.month(2025))
    let lever = try #require(TestEngine.catalogue.lever("kvp.norwegian"))
    let months = try #require(TestEngine.catalogue.lever("kvp.length"))
    guard case .quantity(let today) = lever.baseline, case .quantity(let length) = months.baseline else {
      Issue.record("the levers of KVP have other values")
      return
    }
    let money = try Self.accounts([(.kvpNorwegian, Self.share(100))], log, isRefugee: false)
    var ledger = Ledger()
    money.add(Self.month(2018)..<Self.month(2019), to: &ledger)
    #expect(abs(ledger[.navFollowUp] - 12 * 700) < 1e-6)
    #expect(abs(ledger[.measures] - 4 * 9_000) < 1e-6 && abs(ledger[.wageSubsidies] - 2 * 13_000) < 1e-6)
    // A wage subsidy is wages: no allowance.
    #expect(abs(ledger[.measureAllowance] - 4 * 2_000) < 1e-6)
    ledger.clear()
    money.add(Self.month(2019)..<Self.month(2020), to: &ledger)
    #expect(abs(ledger[.kvp] - 6 * (7_000 + 12_000 / length.value * (1 - today.value))) < 1e-6)
    // Half a year's pay; the state gets a fifth from the worker and a tenth from the employer.
    let pay = money.person.labourIncome(Self.month(2019)..<Self.month(2020))
    #expect(pay > 0 && abs(ledger[.wageTax] - 0.2 * pay) < 1e-6 && abs(ledger[.employerTax] - 0.1 * pay) < 1e-6)
  }

  @Test("the present value is the sum of the years, each discounted from its middle, however often it is asked")
  func presentValue() throws {
    let money = try Self.accounts([], Self.refugee, isRefugee: true)
    let years = (0..<3).map { year in
      var ledger = Ledger()
      money.add(Self.month(2018 + year)..<Self.month(2019 + year), to: &ledger)
      return ledger.publicCost
    }
    var scratch = Ledger()
    var value = PresentValue(from: Self.month(2018))
    #expect(value.value(until: Self.month(2018), money, scratch: &scratch) == 0)
    var byHand = 0.0
    for year in 0..<3 {
      byHand += years[year] / pow(1.04, Double(year) + 0.5)
      #expect(abs(value.value(until: Self.month(2019 + year), money, scratch: &scratch) - byHand) < 1e-6 * abs(byHand))
    }
    // A month more than whole years, as in year 2 of a clock that starts at 0.
    var later = PresentValue(from: Self.month(2018))
    let first = later.value(until: Self.month(2018) + 1, money, scratch: &scratch)
    var month = Ledger()
    money.add(Self.month(2018)..<Self.month(2018) + 1, to: &month)
    #expect(abs(first - month.publicCost / pow(1.04, 0.5)) < 1e-6)
    var once = PresentValue(from: Self.month(2018))
    #expect(
      later.value(until: Self.month(2020) + 1, money, scratch: &scratch)
        == once.value(until: Self.month(2020) + 1, money, scratch: &scratch))
  }

  @Test("what a comparison prints is the mean over the lives, added up one by one")
  func aggregate() throws {
    let engine = try TestEngine.make()
    let result = try TestEngine.answer(
      [TestEngine.baseline], outcomes: [.publicCost, .labourIncome, .selfSupporting, .publicCostTotal],
      clock: .calendar, years: [2015], cohorts: nil,
      size: RunSize(persons: 3_000, replicates: 1, seed: 5, threads: 2), engine: engine)
    let population = try engine.population(persons: 3_000)
    let scenario = try engine.lowering.lower(TestEngine.baseline, population: population)
    let key = StreamKey(seed: 5, replicate: 0)
    let settled = Settled(SettlementStep(population), scenarios: [scenario], key: key)
    let simulator = LifeSimulator(
      population: population, variants: scenario.variants, clocks: engine.clocks, horizon: Self.month(2028))
    var (persons, cost, income, supporting) = (0, 0.0, 0.0, 0)
    var log = LifeLog()
    let year = Self.month(2015)..<Self.month(2016)
    for person in population.indices {
      let luck = PersonLuck(key: key, person: UInt32(person))
      simulator.live(person, luck: luck, settlement: settled.place(person), observer: &log)
      guard log.state(at: Self.month(2015, 12)) != .absent else { continue }
      persons += 1
      let accounts = PersonAccounts(
        log, model: scenario.accounts, isParticipant: population.isParticipant[person], luck: luck)
      let reason = population.reason[person]
      var ledger = Ledger()
      PublicAccounts(
        person: accounts, budget: scenario.accounts.budget, birth: Int(population.birthMonth[person]),
        arrival: Int(population.arrival[person]),
        isRefugee: population.isParticipant[person] && (reason == .flightAsylum || reason == .quotaRefugee),
        benefitUniform: unit(luck.words(.assistance, 0).y)
      ).add(year, to: &ledger)
      // What leaves the public purse and is not a grant within it, less the taxes.
      cost += Flow.allCases.reduce(0) {
        $0 + ($1.receiver == .state ? -ledger[$1] : $1.receiver == .municipalities ? 0 : ledger[$1])
      }
      let pay = accounts.labourIncome(year)
      income += pay
      if pay >= 2 * scenario.accounts.budget.prices.basicAmount(Self.month(2015, 12)),
        accounts.assistanceMonths(year) == 0
      {
        supporting += 1
      }
    }
    func printed(_ outcome: OutcomeSlot) throws -> Double {
      try #require(result.rows.first { $0.outcome == outcome.rawValue }?.estimate?.value)
    }
    // Sums are kept in whole kroner a person.
    #expect(abs(try printed(.publicCost) - cost / Double(persons)) < 1)
    #expect(abs(try printed(.labourIncome) - income / Double(persons)) < 1)
    #expect(abs(try printed(.selfSupporting) - Double(supporting) / Double(persons)) < 1e-12)
    let total = cost * Double(population.weight)
    #expect(abs(try printed(.publicCostTotal) - total) < 1e-3 * abs(total))
  }
}
