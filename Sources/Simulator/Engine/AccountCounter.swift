import PolicyCore

/// Counts persons by state at the asked years of a clock, and sums what they earned, received and cost within each.
struct AccountCounter: LifeObserver {
  static var wantsMeasures: Bool { true }

  private(set) var counts: [UInt32]
  /// By cell, year and outcome: persons, months or whole kroner, and of whom where that is not everybody.
  private(set) var sums: [Int64]
  /// By cell, year and outcome that is a quantile: the amounts of the persons.
  private(set) var amounts: [[Int32]]
  private let years: [Int]
  private let clock: Clock
  private let cohorts: ClosedRange<Int>?
  /// Outcomes that look at a whole year.
  private let outcomes: [MeasuredOutcome]
  /// How many numbers they take together.
  private let width: Int
  private let quantiles: Int
  /// The tests of what persons are that own outcomes have.
  private let rules: PersonRules

  private var log = LifeLog()
  private var cell = 0
  private var clockStart = 0
  private var ledger = YearLedger()
  private var discounted = Ledger()

  init(
    cells: Int, years: [Int], clock: Clock, cohorts: ClosedRange<Int>?, outcomes: [MeasuredOutcome], rules: PersonRules
  ) {
    width = outcomes.reduce(0) { $0 + $1.width }
    quantiles = outcomes.count { $0.quantile != nil }
    amounts = [[Int32]](repeating: [], count: cells * years.count * quantiles)
    counts = [UInt32](repeating: 0, count: cells * years.count * WorkState.presentCount)
    sums = [Int64](repeating: 0, count: cells * years.count * width)
    self.years = years
    self.clock = clock
    self.cohorts = cohorts
    self.outcomes = outcomes
    self.rules = rules
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
      person: accounts, budget: model.budget,
      ruled: RuledBudget(simulator, person, municipality: municipality, log: log, luck: luck),
      birth: Int(population.birthMonth[person]),
      arrival: Int(population.arrival[person]), isRefugee: isRefugee,
      benefitUniform: unit(luck.words(.assistance, 0).y))
    let life = PersonYears(
      accounts: accounts, money: money, model: model, start: clockStart,
      persons: PersonTests(rules, population, person, at: clockStart, municipality: municipality, log: log, luck: luck))
    var presentValue = PresentValue(from: clock == .calendar ? ModelTime.month(2010, 1) : clockStart)
    ledger.forget()
    for (position, year) in years.enumerated() {
      let last = clock == .calendar ? ModelTime.month(year, 12) : clockStart + 12 * year
      let state = log.state(at: last)
      guard state != .absent else { continue }
      counts[(cell * years.count + position) * WorkState.presentCount + Int(state.rawValue)] += 1
      let range = PersonYears.year(endingWith: last)
      var index = (cell * years.count + position) * width
      var list = (cell * years.count + position) * quantiles
      for outcome in outcomes {
        switch outcome {
        case .slot(.publicCostPresentValue):
          sums[index] += Self.whole(presentValue.value(until: range.upperBound, money, scratch: &discounted))
        case .slot(let slot): sums[index] += Self.whole(life.value(slot, range, &ledger))
        case .own(let own):
          if let amount = life.amount(own, endingWith: last, &ledger) {
            if own.quantile == nil {
              sums[index] += Self.whole(amount)
            } else {
              amounts[list].append(Int32(min(max(amount.rounded(), Double(Int32.min)), Double(Int32.max))))
            }
            sums[index + 1] += 1
          }
          if own.quantile != nil { list += 1 }
        }
        index += outcome.width
      }
    }
  }

  private static func whole(_ value: Double) -> Int64 { Int64(value.rounded()) }
}
