import PolicyCore

extension ComparisonRun {
  /// Finds the starts that fill the places of own measures, for each scenario that has some; nothing otherwise.
  mutating func fillPlaces(cancellation: Cancellation) throws {
    let filling = PlaceFilling(
      population: population, clocks: clocks, horizon: horizon, threads: size.threads, cancellation: cancellation)
    for replicate in lowered.indices {
      let scenarios = lowered[replicate]
      guard scenarios.contains(where: \.hasPlaces) else { continue }
      let key = StreamKey(seed: size.seed, replicate: UInt32(replicate))
      let settled = Settled(settlement, scenarios: scenarios, key: key)
      for index in scenarios.indices where scenarios[index].hasPlaces {
        let filled = try filling.filled(scenarios[index], place: { settled.place($0, scenario: index) }, key: key)
        lowered[replicate][index] = filled.scenario
        if replicate == 0 { note(filled.shares, of: plan.scenarios[index]) }
      }
    }
  }

  /// Says which measures have more places than persons who can start.
  private mutating func note(_ shares: [Double?], of scenario: ScenarioPlan) {
    let open = scenario.measures.filter { measure in scenario.settings.contains { $0.slot == measure.lever.slot } }
    for (measure, share) in zip(open, shares) {
      guard let share, share < 0.95 else { continue }
      let percent = Int((share * 100).rounded())
      notes.append(
        Label(
          nb:
            "\(scenario.name): av plassene i `\(measure.name)` siden 2010 blir om lag \(percent) % fylt; flere enn det kan ikke "
            + "starte.",
          en:
            "\(scenario.name): of the places in `\(measure.name)` since 2010 about \(percent) % are filled; no more persons "
            + "can start."))
    }
  }
}

extension LoweredScenario {
  /// Whether a measure of the program has places to fill.
  fileprivate var hasPlaces: Bool { places.contains { $0 != nil } }
}
