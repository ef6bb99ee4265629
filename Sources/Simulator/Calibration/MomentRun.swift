import PolicyCore

/// Simulates a scenario, the baseline, once per replicate and measures all moments.
struct MomentRun: Sendable {
  let population: Population
  let scenario: LoweredScenario
  let clocks = LifeClocks()
  let size: RunSize
  /// Which of the replicates are simulated.
  let replicates: Range<Int>

  /// - Parameter replicates: all, unless told.
  init(population: Population, scenario: LoweredScenario, size: RunSize, replicates: Range<Int>? = nil) {
    self.population = population
    self.scenario = scenario
    self.size = size
    self.replicates = replicates ?? 0..<size.replicates
  }

  private static let personsPerItem = 8192

  /// Sums by replicate.
  func sums(
    cancellation: Cancellation, progress: @escaping @Sendable (Double) -> Void = { _ in }
  ) throws -> [MomentSums] {
    let step = SettlementStep(population)
    let settled = try ParallelWork.map(items: replicates.count, threads: size.threads, cancellation: cancellation) {
      index -> Settled in
      Settled(step, scenarios: [scenario], key: key(index))
    }
    let chunks = (population.count + Self.personsPerItem - 1) / Self.personsPerItem
    let parts = try ParallelWork.map(
      items: replicates.count * chunks, threads: size.threads, cancellation: cancellation, progress: progress
    ) { item -> MomentSums in
      let index = item / chunks
      let chunk = item % chunks
      let key = key(index)
      let sample = MomentSample(population: population, model: scenario.model, accounts: scenario.accounts)
      let simulator = LifeSimulator(
        population: population, variants: scenario.variants, clocks: clocks, horizon: MomentSample.horizon)
      var sums = MomentSums(municipalities: population.municipalities.count)
      var log = LifeLog()
      let last = min((chunk + 1) * Self.personsPerItem, population.count)
      for person in chunk * Self.personsPerItem..<last {
        let place = settled[index].place(person)
        let luck = PersonLuck(key: key, person: UInt32(person))
        simulator.live(person, luck: luck, settlement: place, observer: &log)
        sample.measure(person, log, place: place, luck: luck, into: &sums)
      }
      return sums
    }
    return (0..<replicates.count).map { index in
      var sum = MomentSums(municipalities: population.municipalities.count)
      for part in parts[index * chunks..<(index + 1) * chunks] { sum.add(part) }
      return sum
    }
  }

  private func key(_ index: Int) -> StreamKey {
    StreamKey(seed: size.seed, replicate: UInt32(replicates.lowerBound + index))
  }
}
