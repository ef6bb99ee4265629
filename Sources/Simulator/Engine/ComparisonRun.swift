import PolicyCore

/// One question on its way to an answer.
struct ComparisonRun: Sendable {
  let plan: ComparisonPlan
  let size: RunSize
  let population: Population
  let clocks: LifeClocks
  /// By replicate, each with its own parameters; one entry when all replicates share them.
  var lowered: [[LoweredScenario]]
  /// What readers must know of places that nobody can fill.
  var notes: [Label] = []
  let settlement: SettlementStep
  let groups: [AttributeSlot]
  /// The conditions of the question.
  let filters: PersonRules
  /// The mask of persons who meet them all.
  let allFilters: UInt64
  let outcomes: [MeasuredOutcome]
  /// The outcomes that look at a whole year and not at one month alone.
  let yearly: [MeasuredOutcome]
  /// What own outcomes ask of what persons are.
  let outcomeRules: PersonRules
  let years: [Int]
  /// First month that is not simulated.
  let horizon: Int
  let persons: [Int]

  /// The last year with arrivals; what would need later ones is `..`.
  static let lastArrivals = 2027
  /// No simulation goes beyond this year; later years are `..`.
  static let lastYear = 2045
  private static let personsPerItem = 4096

  init(
    _ plan: ComparisonPlan, size: RunSize, population: Population, lowering: Lowering, clocks: LifeClocks
  ) throws {
    self.plan = plan
    self.size = size
    self.population = population
    self.clocks = clocks
    switch size.uncertainty {
    case .monteCarlo: lowered = [try plan.scenarios.map { try lowering.lower($0, population: population) }]
    case .parameters:
      let draws = try ParameterDraws(
        lowering.catalogue, base: lowering.parameters, covariance: lowering.data.fittedCovariance)
      lowered = try (0..<size.replicates).map { replicate in
        try lowering.lower(
          plan.scenarios, population: population, draws: draws,
          key: StreamKey(seed: size.seed, replicate: UInt32(replicate)))
      }
    }
    settlement = SettlementStep(population)
    groups = try plan.by.map { name in
      guard let slot = AttributeSlot(rawValue: name) else { throw Self.unknown("attribute", name) }
      return slot
    }
    filters = try PersonRules(plan.filters.map(\.condition))
    allFilters = (0..<UInt64(plan.filters.count)).reduce(0) { $0 | 1 << $1 }
    let tests = plan.outcomes.flatMap { plan.formulas[$0]?.persons ?? [] }.unique
    guard max(tests.count, plan.filters.count) <= PersonRegions.mostConditions else { throw Self.tooManyTests }
    outcomeRules = try PersonRules(tests)
    outcomes = try plan.outcomes.map { name in
      if let formula = plan.formulas[name] { return .own(try OwnOutcome(name, formula, persons: tests)) }
      guard let slot = OutcomeSlot(rawValue: name) else { throw Self.unknown("outcome", name) }
      return .slot(slot)
    }
    yearly = outcomes.filter { $0.states == nil }
    years = Set(plan.years).sorted()
    let lastAsked = years.last ?? 0
    let lastCohort = plan.cohorts?.lastYear ?? 2018
    let lastNeeded =
      plan.clock == .calendar ? lastAsked : lastCohort + lastAsked + (plan.clock == .programmeExit ? 1 : 0)
    horizon = ModelTime.month(min(lastNeeded, Self.lastYear) + 1, 12)
    let onlyParticipants = plan.clock == .settlement || plan.clock == .programmeExit
    persons = population.indices.filter { !onlyParticipants || population.isParticipant[$0] }
  }

  private static func unknown(_ kind: String, _ name: String) -> EngineFailure {
    EngineFailure(Label(nb: "modellen har ikke \(kind) `\(name)`", en: "the model has no \(kind) `\(name)`"))
  }

  private static var tooManyTests: EngineFailure {
    EngineFailure(
      Label(
        nb: "spørsmålet har flere enn \(PersonRegions.mostConditions) betingelser om personer",
        en: "the question has more than \(PersonRegions.mostConditions) conditions on persons"))
  }

  /// The cohort years that are simulated when the question names none: those of the report's register data.
  var cohorts: ClosedRange<Int>? {
    if let cohorts = plan.cohorts { return cohorts.firstYear...max(cohorts.firstYear, cohorts.lastYear) }
    return plan.clock == .calendar ? nil : 2010...2018
  }

  var cellCount: Int { groups.reduce(1) { $0 * $1.keys.count } }

  /// What a scenario adds up to in one replicate.
  struct Sums: Sendable {
    /// Persons by cell, year and state.
    var counts: [UInt32]
    /// Persons, months or whole kroner by cell, year and yearly outcome, and of whom where that is not everybody.
    var values: [Int64]
    /// The amounts of persons by cell, year and outcome that is a quantile.
    var amounts: [[Int32]] = []

    mutating func add(_ other: Sums) {
      for index in amounts.indices { amounts[index] += other.amounts[index] }
      for index in counts.indices { counts[index] += other.counts[index] }
      for index in values.indices { values[index] += other.values[index] }
    }
  }

  /// Sums by replicate and scenario.
  func sums(
    cancellation: Cancellation, progress: @escaping @Sendable (RunProgress) -> Void
  ) throws -> [[Sums]] {
    let settled = try ParallelWork.map(items: size.replicates, threads: size.threads, cancellation: cancellation) {
      Settled(settlement, scenarios: scenarios($0), key: key($0))
    }
    let chunks = (persons.count + Self.personsPerItem - 1) / Self.personsPerItem
    let items = try ParallelWork.map(
      items: size.replicates * chunks, threads: size.threads, cancellation: cancellation,
      progress: { progress(RunProgress(fraction: $0)) }
    ) { item -> [Sums] in
      sum(replicate: item / chunks, chunk: item % chunks, settled: settled[item / chunks])
    }
    return (0..<size.replicates).map { replicate in
      plan.scenarios.indices.map { scenario in
        var sum = items[replicate * chunks][scenario]
        for chunk in 1..<max(chunks, 1) { sum.add(items[replicate * chunks + chunk][scenario]) }
        return sum
      }
    }
  }

  /// The plan's scenarios with the replicate's parameters.
  func scenarios(_ replicate: Int) -> [LoweredScenario] { lowered[min(replicate, lowered.count - 1)] }

  func key(_ replicate: Int) -> StreamKey {
    StreamKey(seed: size.seed, replicate: UInt32(replicate))
  }

  private func sum(replicate: Int, chunk: Int, settled: Settled) -> [Sums] {
    if yearly.isEmpty {
      return live(
        replicate: replicate, chunk: chunk, settled: settled,
        counters: plan.scenarios.map { _ in
          StateCounter(cells: cellCount, years: years, clock: plan.clock, cohorts: cohorts)
        }, aim: { $0.aim(cell: $1, clockStart: $2) }, count: { _, _, _, _, _, _ in }
      ).map { Sums(counts: $0.counts, values: []) }
    }
    return live(
      replicate: replicate, chunk: chunk, settled: settled,
      counters: plan.scenarios.map { _ in counter }, aim: { $0.aim(cell: $1, clockStart: $2) },
      count: { $0.count($1, $2, accounts: $3, luck: $4, municipality: $5) }
    ).map { Sums(counts: $0.counts, values: $0.sums, amounts: $0.amounts) }
  }

  /// A counter of states and years that has counted nobody.
  var counter: AccountCounter {
    AccountCounter(
      cells: cellCount, years: years, clock: plan.clock, cohorts: cohorts, outcomes: yearly, rules: outcomeRules)
  }

  /// Simulates a slice of persons under all scenarios.
  @inline(__always)
  private func live<Counter: LifeObserver>(
    replicate: Int, chunk: Int, settled: Settled, counters empty: [Counter],
    aim: (inout Counter, _ cell: Int, _ clockStart: Int) -> Void,
    count: (inout Counter, Int, LifeSimulator, AccountModel, PersonLuck, _ municipality: Int) -> Void
  ) -> [Counter] {
    let lives = Lives(self, replicate: replicate)
    var counters = empty
    let slice = persons[chunk * Self.personsPerItem..<min((chunk + 1) * Self.personsPerItem, persons.count)]
    for person in slice { live(person, lives, settled, counters: &counters, aim: aim, count: count) }
    return counters
  }

  /// What the lives of one replicate have in common.
  struct Lives {
    let key: StreamKey
    let scenarios: [LoweredScenario]
    let simulators: [LifeSimulator]

    init(_ run: ComparisonRun, replicate: Int) {
      key = run.key(replicate)
      scenarios = run.scenarios(replicate)
      simulators = scenarios.map {
        LifeSimulator(
          population: run.population, variants: $0.variants, starts: $0.starts, clocks: run.clocks, horizon: run.horizon
        )
      }
    }
  }

  /// Simulates one person under all scenarios, unless the question is not about this one.
  @inline(__always)
  func live<Counter: LifeObserver>(
    _ person: Int, _ lives: Lives, _ settled: Settled, counters: inout [Counter],
    aim: (inout Counter, _ cell: Int, _ clockStart: Int) -> Void,
    count: (inout Counter, Int, LifeSimulator, AccountModel, PersonLuck, _ municipality: Int) -> Void
  ) {
    let arrival = Int(population.arrival[person])
    let place = settled.place(person)
    let clockStart: Int
    switch plan.clock {
    case .settlement, .programmeExit: clockStart = place.month
    case .arrival: clockStart = arrival
    case .calendar: clockStart = ModelTime.month(years.first ?? 2010, 1)
    }
    if plan.clock == .settlement || plan.clock == .arrival, let cohorts,
      !cohorts.contains(ModelTime.year(of: clockStart))
    {
      return
    }
    if plan.clock == .calendar, let cohorts, !cohorts.contains(ModelTime.year(of: arrival)) { return }
    var cell = 0
    for group in groups {
      cell =
        cell * group.keys.count + group.code(population, person, clockStart: clockStart, municipality: place.usual)
    }
    // A question's persons are picked by what no lever moves.
    let met = filters.mask(
      population, PersonMoment(person, at: clockStart, municipality: place.usual, oral: .unknown))
    if met != allFilters { return }
    let luck = PersonLuck(key: lives.key, person: UInt32(person))
    for scenario in lives.scenarios.indices {
      let there = settled.place(person, scenario: scenario)
      // A lever that moves settlement moves the clock's zero with it.
      let start = plan.clock == .settlement ? there.month : clockStart
      aim(&counters[scenario], cell, start)
      lives.simulators[scenario].live(person, luck: luck, settlement: there, observer: &counters[scenario])
      count(
        &counters[scenario], person, lives.simulators[scenario], lives.scenarios[scenario].accounts, luck, there.usual)
    }
  }
}
