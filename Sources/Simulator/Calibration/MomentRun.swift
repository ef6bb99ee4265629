import PolicyCore

/// Simulates a scenario, the baseline, once per replicate and measures all moments.
struct MomentRun: Sendable {
  let population: Population
  let scenario: LoweredScenario
  let clocks = LifeClocks()
  let size: RunSize

  private static let personsPerItem = 8192

  /// Sums by replicate.
  func sums(
    cancellation: Cancellation, progress: @escaping @Sendable (Double) -> Void = { _ in }
  ) throws -> [MomentSums] {
    let step = SettlementStep(population)
    let settled = try ParallelWork.map(items: size.replicates, threads: size.threads, cancellation: cancellation) {
      replicate -> Settled in
      Settled(step, scenarios: [scenario], key: StreamKey(seed: size.seed, replicate: UInt32(replicate)))
    }
    let chunks = (population.count + Self.personsPerItem - 1) / Self.personsPerItem
    let parts = try ParallelWork.map(
      items: size.replicates * chunks, threads: size.threads, cancellation: cancellation, progress: progress
    ) { item -> MomentSums in
      let replicate = item / chunks
      let chunk = item % chunks
      let key = StreamKey(seed: size.seed, replicate: UInt32(replicate))
      let sample = MomentSample(population: population, model: scenario.model, accounts: scenario.accounts)
      let simulator = LifeSimulator(
        population: population, model: scenario.model, clocks: clocks, horizon: MomentSample.horizon)
      var sums = MomentSums(municipalities: population.municipalities.count)
      var log = LifeLog()
      let last = min((chunk + 1) * Self.personsPerItem, population.count)
      for person in chunk * Self.personsPerItem..<last {
        let place = settled[replicate].place(person)
        let luck = PersonLuck(key: key, person: UInt32(person))
        simulator.live(person, luck: luck, settlement: place, observer: &log)
        sample.measure(person, log, place: place, luck: luck, into: &sums)
      }
      return sums
    }
    return (0..<size.replicates).map { replicate in
      var sum = MomentSums(municipalities: population.municipalities.count)
      for part in parts[replicate * chunks..<(replicate + 1) * chunks] { sum.add(part) }
      return sum
    }
  }
}
