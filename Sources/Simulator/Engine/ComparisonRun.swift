import PolicyCore

/// One question on its way to an answer.
struct ComparisonRun: Sendable {
  let plan: ComparisonPlan
  let size: RunSize
  let population: Population
  let clocks: LifeClocks
  let scenarios: [LoweredScenario]
  let waiting: SettlementWaiting
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
    scenarios = try plan.scenarios.map { try lowering.lower($0, population: population) }
    waiting = SettlementWaiting(within12Months: lowering.data.settledWithin12Months)
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
    let participants = persons.filter { population.isParticipant[$0] }
    let step = SettlementStep(population: population, persons: participants, waiting: waiting)
    let settled = try ParallelWork.map(items: size.replicates, threads: size.threads, cancellation: cancellation) {
      replicate -> SettledReplicate in
      let key = StreamKey(seed: size.seed, replicate: UInt32(replicate))
      let usual = step.usual(key, rule: scenarios[0].rule)
      return SettledReplicate(
        usual: usual,
        municipalities: scenarios.map { step.municipalities(usual, weights: $0.weights, rule: $0.rule) })
    }
    let chunks = (persons.count + Self.personsPerItem - 1) / Self.personsPerItem
    let firstParticipant = participantOffsets(chunks: chunks)
    let items = try ParallelWork.map(
      items: size.replicates * chunks, threads: size.threads, cancellation: cancellation,
      progress: { progress(RunProgress(fraction: $0)) }
    ) { item -> [[UInt32]] in
      let replicate = item / chunks
      let chunk = item % chunks
      return count(
        replicate: replicate, chunk: chunk, settled: settled[replicate], firstParticipant: firstParticipant[chunk])
    }
    return (0..<size.replicates).map { replicate in
      scenarios.indices.map { scenario in
        var sum = [UInt32](repeating: 0, count: cellCount * years.count * WorkState.presentCount)
        for chunk in 0..<chunks {
          let part = items[replicate * chunks + chunk][scenario]
          for index in sum.indices { sum[index] += part[index] }
        }
        return sum
      }
    }
  }

  struct SettledReplicate: Sendable {
    let usual: SettlementStep.Usual
    /// By scenario.
    let municipalities: [[UInt16]]
  }

  /// How many participants come before each chunk.
  private func participantOffsets(chunks: Int) -> [Int] {
    var offsets: [Int] = []
    var seen = 0
    for (position, person) in persons.enumerated() {
      if position % Self.personsPerItem == 0 { offsets.append(seen) }
      if population.isParticipant[person] { seen += 1 }
    }
    return offsets
  }

  private func count(
    replicate: Int, chunk: Int, settled: SettledReplicate, firstParticipant: Int
  ) -> [[UInt32]] {
    let key = StreamKey(seed: size.seed, replicate: UInt32(replicate))
    var counters = scenarios.map { _ in
      StateCounter(cells: cellCount, years: years, clock: plan.clock, cohorts: cohorts)
    }
    let simulators = scenarios.map {
      LifeSimulator(population: population, model: $0.model, clocks: clocks, horizon: horizon)
    }
    var participant = firstParticipant
    let slice = persons[chunk * Self.personsPerItem..<min((chunk + 1) * Self.personsPerItem, persons.count)]
    for person in slice {
      let arrival = Int(population.arrival[person])
      var month = arrival
      var usual = Int(population.municipality[person])
      let position = participant
      if population.isParticipant[person] {
        month = Int(settled.usual.month[position])
        usual = Int(settled.usual.municipality[position])
        participant += 1
      }
      let clockStart: Int
      switch plan.clock {
      case .settlement, .programmeExit: clockStart = month
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
        cell = cell * group.keys.count + group.code(population, person, clockStart: clockStart, municipality: usual)
      }
      if filters.contains(where: {
        $0.attribute.code(population, person, clockStart: clockStart, municipality: usual) != $0.code
      }) {
        continue
      }
      let luck = PersonLuck(key: key, person: UInt32(person))
      for scenario in scenarios.indices {
        let municipality =
          population.isParticipant[person] ? Int(settled.municipalities[scenario][position]) : usual
        counters[scenario].aim(cell: cell, clockStart: clockStart)
        simulators[scenario].live(
          person, luck: luck, settlement: SettlementPlace(month: month, municipality: municipality, usual: usual),
          observer: &counters[scenario])
      }
    }
    return counters.map(\.counts)
  }
}
