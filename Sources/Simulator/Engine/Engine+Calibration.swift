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

  func targets() throws -> Targets { try Targets(facts: lowering.data.facts, naive: lowering.data.naive) }

  func translatingErrors<Value>(_ body: () throws -> Value) throws -> Value {
    do { return try body() } catch let error as DataError {
      throw EngineFailure(Label(nb: error.description, en: error.description))
    }
  }
}
