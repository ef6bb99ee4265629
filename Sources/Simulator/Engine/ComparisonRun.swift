import PolicyCore

/// One question on its way to an answer.
struct ComparisonRun: Sendable {
  let plan: ComparisonPlan
  let size: RunSize
  let population: Population
  let clocks: LifeClocks
  /// By replicate, each with its own parameters; one entry when all replicates share them.
  private let lowered: [[LoweredScenario]]
  let settlement: SettlementStep
  let groups: [AttributeSlot]
  let filters: [(attribute: AttributeSlot, code: Int)]
  let outcomes: [OutcomeSlot]
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
    settlement = SettlementStep(population, waiting: lowering.data.waiting)
    groups = try plan.by.map { name in
      guard let slot = AttributeSlot(rawValue: name) else { throw Self.unknown("attribute", name) }
      return slot
    }
    filters = try plan.filters.map { filter in
      guard let slot = AttributeSlot(rawValue: filter.attribute), let code = slot.keys.firstIndex(of: filter.category)
      else { throw Self.unknown("group", "\(filter.attribute) is \(filter.category)") }
      return (slot, code)
    }
    outcomes = try plan.outcomes.map { name in
      guard let slot = OutcomeSlot(rawValue: name) else { throw Self.unknown("outcome", name) }
      return slot
    }
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

  /// The cohort years that are simulated when the question names none: those of the report's register data.
  var cohorts: ClosedRange<Int>? {
    if let cohorts = plan.cohorts { return cohorts.firstYear...max(cohorts.firstYear, cohorts.lastYear) }
    return plan.clock == .calendar ? nil : 2010...2018
  }

  var cellCount: Int { groups.reduce(1) { $0 * $1.keys.count } }

  /// Counts by replicate and scenario.
  func counts(
    cancellation: Cancellation, progress: @escaping @Sendable (RunProgress) -> Void
  ) throws -> [[[UInt32]]] {
    let settled = try ParallelWork.map(items: size.replicates, threads: size.threads, cancellation: cancellation) {
      Settled(settlement, scenarios: scenarios($0), key: key($0))
    }
    let chunks = (persons.count + Self.personsPerItem - 1) / Self.personsPerItem
    let items = try ParallelWork.map(
      items: size.replicates * chunks, threads: size.threads, cancellation: cancellation,
      progress: { progress(RunProgress(fraction: $0)) }
    ) { item -> [[UInt32]] in
      count(replicate: item / chunks, chunk: item % chunks, settled: settled[item / chunks])
    }
    return (0..<size.replicates).map { replicate in
      plan.scenarios.indices.map { scenario in
        var sum = [UInt32](repeating: 0, count: cellCount * years.count * WorkState.presentCount)
        for chunk in 0..<chunks {
          let part = items[replicate * chunks + chunk][scenario]
          for index in sum.indices { sum[index] += part[index] }
        }
        return sum
      }
    }
  }

  /// The plan's scenarios with the replicate's parameters.
  private func scenarios(_ replicate: Int) -> [LoweredScenario] { lowered[min(replicate, lowered.count - 1)] }

  private func key(_ replicate: Int) -> StreamKey {
    StreamKey(seed: size.seed, replicate: UInt32(replicate))
  }

  private func count(replicate: Int, chunk: Int, settled: Settled) -> [[UInt32]] {
    let key = key(replicate)
    let scenarios = scenarios(replicate)
    var counters = scenarios.map { _ in
      StateCounter(cells: cellCount, years: years, clock: plan.clock, cohorts: cohorts)
    }
    let simulators = scenarios.map {
      LifeSimulator(population: population, model: $0.model, clocks: clocks, horizon: horizon)
    }
    let slice = persons[chunk * Self.personsPerItem..<min((chunk + 1) * Self.personsPerItem, persons.count)]
    for person in slice {
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
        continue
      }
      if plan.clock == .calendar, let cohorts, !cohorts.contains(ModelTime.year(of: arrival)) { continue }
      var cell = 0
      for group in groups {
        cell =
          cell * group.keys.count + group.code(population, person, clockStart: clockStart, municipality: place.usual)
      }
      if filters.contains(where: {
        $0.attribute.code(population, person, clockStart: clockStart, municipality: place.usual) != $0.code
      }) {
        continue
      }
      let luck = PersonLuck(key: key, person: UInt32(person))
      for scenario in scenarios.indices {
        counters[scenario].aim(cell: cell, clockStart: clockStart)
        simulators[scenario].live(
          person, luck: luck, settlement: settled.place(person, scenario: scenario),
          observer: &counters[scenario])
      }
    }
    return counters.map(\.counts)
  }
}
