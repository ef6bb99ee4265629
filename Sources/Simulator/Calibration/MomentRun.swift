import PolicyCore

/// Simulates the baseline once per replicate and measures all moments.
struct MomentRun: Sendable {
  let population: Population
  let lowering: Lowering
  let clocks = LifeClocks()
  let size: RunSize

  private static let personsPerItem = 8192

  /// Sums by replicate.
  func sums(
    _ baseline: ScenarioPlan, cancellation: Cancellation, progress: @escaping @Sendable (Double) -> Void = { _ in }
  ) throws -> [MomentSums] {
    let scenario = try lowering.lower(baseline, population: population)
    let rule = try lowering.allocationRule(population)
    let participants = population.indices.filter { population.isParticipant[$0] }
    let step = SettlementStep(
      population: population, persons: participants,
      waiting: SettlementWaiting(within12Months: lowering.data.settledWithin12Months), horizon: MomentSample.horizon)
    let settled = try ParallelWork.map(items: size.replicates, threads: size.threads, cancellation: cancellation) {
      replicate -> (SettlementStep.Usual, [UInt16]) in
      let usual = step.usual(StreamKey(seed: size.seed, replicate: UInt32(replicate)), rule: rule)
      return (usual, step.municipalities(usual, weights: scenario.weights, rule: rule))
    }
    var offsets: [Int] = []
    var seen = 0
    for person in population.indices {
      if person % Self.personsPerItem == 0 { offsets.append(seen) }
      if population.isParticipant[person] { seen += 1 }
    }
    let chunks = offsets.count
    let firstParticipant = offsets
    let parts = try ParallelWork.map(
      items: size.replicates * chunks, threads: size.threads, cancellation: cancellation, progress: progress
    ) { item -> MomentSums in
      let replicate = item / chunks
      let chunk = item % chunks
      let key = StreamKey(seed: size.seed, replicate: UInt32(replicate))
      let sample = MomentSample(population: population, programme: scenario.model.programme)
      let simulator = LifeSimulator(
        population: population, model: scenario.model, clocks: clocks, horizon: MomentSample.horizon)
      var sums = MomentSums(municipalities: population.municipalities.count)
      var record = LifeRecord()
      var participant = firstParticipant[chunk]
      let last = min((chunk + 1) * Self.personsPerItem, population.count)
      for person in chunk * Self.personsPerItem..<last {
        var place = SettlementPlace(
          month: Int(population.arrival[person]), municipality: Int(population.municipality[person]),
          usual: Int(population.municipality[person]))
        if population.isParticipant[person] {
          place = SettlementPlace(
            month: Int(settled[replicate].0.month[participant]),
            municipality: Int(settled[replicate].1[participant]),
            usual: Int(settled[replicate].0.municipality[participant]))
          participant += 1
        }
        let luck = PersonLuck(key: key, person: UInt32(person))
        simulator.live(person, luck: luck, settlement: place, observer: &record)
        sample.measure(person, record, place: place, luck: luck, into: &sums)
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
