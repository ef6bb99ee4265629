/// How far a run has come.
public struct RunProgress: Hashable, Sendable {
  /// Between 0 and 1.
  public var fraction: Double
  /// How many scenarios the question simulates, where these are so many that whoever waits should know.
  public var scenarios: Int?

  public init(fraction: Double, scenarios: Int? = nil) {
    self.fraction = fraction
    self.scenarios = scenarios
  }
}

/// The simulation could not answer; the message is a sentence for people.
public struct EngineFailure: Error, Hashable, Sendable {
  public var message: Label

  public init(_ message: Label) { self.message = message }
}

/// What a session asks; the simulator is one, tests bring their own.
public protocol PolicyEngine: Sendable {
  /// Simulates all scenarios of the plan on common random numbers.
  ///
  /// - Parameter progress: called now and then, on any thread.
  /// - Throws: `Cancelled`, `EngineFailure`.
  func answer(
    _ plan: ComparisonPlan, size: RunSize, cancellation: Cancellation,
    progress: @escaping @Sendable (RunProgress) -> Void
  ) throws -> ComparisonResult

  /// Follows one person's life, by the same code as `answer`; the result has no rows, and says what was run.
  ///
  /// - Throws: `Cancelled`, `EngineFailure`.
  func trace(
    _ plan: TracePlan, size: RunSize, cancellation: Cancellation, progress: @escaping @Sendable (RunProgress) -> Void
  ) throws -> (trace: LifeTrace, result: ComparisonResult)
}

extension PolicyEngine {
  public func trace(
    _ plan: TracePlan, size: RunSize, cancellation: Cancellation, progress: @escaping @Sendable (RunProgress) -> Void
  ) throws -> (trace: LifeTrace, result: ComparisonResult) {
    throw EngineFailure(Label(nb: "Denne modellen følger ingen enkeltliv.", en: "This model follows no single lives."))
  }
}
