import PolicyCore

/// Finds the monthly start at which the places of a scenario's own measures are filled.
///
/// Lives are simulated one by one, so that no life knows how many places others have taken. The places of a month are therefore
/// shared out as a probability among all who could start then: the places divided by how many these are. That number is
/// counted in two short runs of the scenario itself, the first without starts, the second with those of the first, since who
/// is on the measure or has found work by it can start no more. Counts are whole numbers, so the result is the same to the
/// bit for any number of threads.
struct PlaceFilling: Sendable {
  let population: Population
  let clocks: LifeClocks
  /// First month that is not simulated.
  let horizon: Int
  let threads: Int
  let cancellation: Cancellation

  private static let rounds = 2
  private static let personsPerItem = 4096
  private static let years = ModelTime.months / 12

  /// - Returns: the scenario with its starts, and the share of each measure's places since 2010 that is filled (`nil` for
  ///   a measure without places).
  /// - Throws: `Cancelled`.
  func filled(
    _ scenario: LoweredScenario, place: @escaping @Sendable (Int) -> SettlementPlace, key: StreamKey
  ) throws -> (scenario: LoweredScenario, shares: [Double?]) {
    guard scenario.places.contains(where: { $0 != nil }) else { return (scenario, []) }
    var scenario = scenario
    var shares: [Double?] = []
    scenario.starts = OwnStarts(thresholds: scenario.places.map { _ in Self.months.map { _ in Threshold(0) } })
    for _ in 0..<Self.rounds {
      let counted = try count(scenario, place, key)
      let hazards = scenario.places.enumerated().map { measure, places -> [Double] in
        guard let places else { return [] }
        return Self.months.map { month in
          let couldStart = Double(counted[measure * Self.years + month / 12]) / 12 * Double(population.weight)
          return couldStart > 0 ? min(places[month] / couldStart, 1) : 0
        }
      }
      scenario.starts = OwnStarts(thresholds: hazards.map { $0.map { Threshold($0) } })
      shares = scenario.places.enumerated().map { measure, places in
        places.flatMap { places in
          let months = ModelTime.month(2010, 1)..<horizon
          let offered = months.reduce(0) { $0 + places[$1] }
          let taken = months.reduce(0) { sum, month in
            sum + hazards[measure][month] * Double(counted[measure * Self.years + month / 12]) / 12
          }
          return offered > 0 ? taken * Double(population.weight) / offered : nil
        }
      }
    }
    return (scenario, shares)
  }

  private static let months = 0..<ModelTime.months

  /// The months in which somebody could start, by measure and calendar year.
  private func count(
    _ scenario: LoweredScenario, _ place: @escaping @Sendable (Int) -> SettlementPlace, _ key: StreamKey
  ) throws -> [Int] {
    let chunks = (population.count + Self.personsPerItem - 1) / Self.personsPerItem
    let size = scenario.places.count * Self.years
    let parts = try ParallelWork.map(items: chunks, threads: threads, cancellation: cancellation) { chunk -> [Int] in
      let simulator = LifeSimulator(
        population: population, variants: scenario.variants, starts: scenario.starts, clocks: clocks, horizon: horizon)
      var counter = StartCounter(counts: [Int](repeating: 0, count: size), years: Self.years)
      for person in chunk * Self.personsPerItem..<min((chunk + 1) * Self.personsPerItem, population.count) {
        simulator.live(
          person, luck: PersonLuck(key: key, person: UInt32(person)), settlement: place(person), observer: &counter)
      }
      return counter.counts
    }
    return parts.reduce(into: [Int](repeating: 0, count: size)) { sum, part in
      for index in sum.indices { sum[index] += part[index] }
    }
  }
}

private struct StartCounter: LifeObserver {
  static var wantsStarts: Bool { true }

  var counts: [Int]
  let years: Int

  mutating func begin(_ person: Int, settlement: Int) {}
  mutating func enter(_ state: WorkState, at month: Int) {}
  mutating func end(at month: Int) {}
  mutating func couldStart(_ measure: OwnMeasure, at month: Int) { counts[measure.ordinal * years + month / 12] += 1 }
}
