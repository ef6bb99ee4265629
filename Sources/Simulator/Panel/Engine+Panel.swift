import PolicyCore

/// The panels that can be written.
public enum PanelName: String, CaseIterable, Sendable {
  case jobSeekers = "job_seekers"
  case reducedCapacity = "reduced_capacity"

  var group: NAVGroup { self == .jobSeekers ? .jobSeekers : .reducedCapacity }
}

extension Engine {
  /// Writes the simulated person-months behind an estimated equation, header first, in blocks of whole lines.
  ///
  /// - Throws: `EngineFailure`, `Cancelled`, and what `write` throws.
  public func panel(
    _ name: PanelName, baseline: ScenarioPlan, size: RunSize, cancellation: Cancellation,
    progress: @escaping @Sendable (Double) -> Void = { _ in }, write: (String) throws -> Void
  ) throws {
    try translatingErrors {
      let population = try population(persons: size.persons)
      let scenario = try lowering.lower(baseline, population: population)
      let key = StreamKey(seed: size.seed, replicate: 0)
      let settled = Settled(SettlementStep(population), scenarios: [scenario], key: key)
      let simulator = LifeSimulator(
        population: population, variants: scenario.variants, clocks: clocks, horizon: MomentSample.spellsEnd)
      var panel = NAVPanel(population: population, group: name.group, model: lowering.seekers.model)
      try write(panel.header)
      for person in population.indices {
        if person % 1024 == 0 {
          if cancellation.isCancelled { throw Cancelled() }
          progress(Double(person) / Double(population.count))
          try write(panel.take())
        }
        let place = settled.place(person)
        panel.aim(municipality: place.usual)
        simulator.live(person, luck: PersonLuck(key: key, person: UInt32(person)), settlement: place, observer: &panel)
      }
      try write(panel.take())
    }
  }
}
