import PolicyCore

extension Engine {
  /// Fits the free parameters from scratch to the fitted targets (never to a held-out one).
  ///
  /// - Throws: `EngineFailure`, `Cancelled`.
  public func calibrate(
    baseline: ScenarioPlan, size: RunSize, cancellation: Cancellation,
    progress: @escaping @Sendable (Double, String) -> Void
  ) throws -> CalibrationReport {
    try translatingErrors {
      try Calibrator(
        population: population(persons: size.persons), lowering: lowering, baseline: baseline,
        targets: targets().fitted, size: size, cancellation: cancellation
      ).calibrate(progress: progress)
    }
  }

  /// Every target beside what the model gives on its sample: fitted, held out, or gone in as an input.
  ///
  /// - Throws: `EngineFailure`, `Cancelled`.
  public func validate(
    baseline: ScenarioPlan, size: RunSize, cancellation: Cancellation,
    progress: @escaping @Sendable (Double) -> Void = { _ in }
  ) throws -> [ValidationRow] {
    try translatingErrors {
      let population = try population(persons: size.persons)
      let scenario = try lowering(size.assumptions).lower(baseline, population: population)
      let sums = try MomentRun(population: population, waiting: lowering.data.waiting, scenario: scenario, size: size)
        .sums(cancellation: cancellation, progress: progress)
      return try targets().all.map { target in
        let values = sums.compactMap { $0.value(target.moment, weight: Double(population.weight)) }
        return target.row(simulated: values.count == sums.count ? Estimate(replicates: values) : nil)
      }
    }
  }

  private func targets() throws -> Targets { try Targets(facts: lowering.data.facts, naive: lowering.data.naive) }

  func translatingErrors<Value>(_ body: () throws -> Value) throws -> Value {
    do { return try body() } catch let error as DataError {
      throw EngineFailure(Label(nb: error.description, en: error.description))
    }
  }
}
