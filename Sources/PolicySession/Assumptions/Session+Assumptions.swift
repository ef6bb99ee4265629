import PolicyCore
import PolicyLang

extension RunSize {
  /// Enough to tell which assumptions matter: paired differences of this size are known to a tenth of a point or so.
  public static let assumptions = RunSize(persons: 20_000, replicates: 2)
}

extension Session {
  /// How far the unknown parameters move the main outcomes over their ranges, each with the others held at the values of
  /// the set of assumptions in use.
  ///
  /// - Parameters:
  ///   - name: A parameter, or a lever for all parameters of its chain; `nil` for all.
  ///   - size: How much is simulated for each value; intervals are not given, so its uncertainty is not used.
  /// - Returns: `nil` when there is no baseline, or nothing unknown of that name.
  /// - Throws: `Cancelled`, `EngineFailure`.
  public func assumptions(
    about name: String? = nil, size: RunSize, cancellation: Cancellation = Cancellation(),
    progress: @escaping @Sendable (RunProgress) -> Void = { _ in }
  ) throws -> AssumptionReport? {
    var questioner = questioner(environment.catalogue, cancellation: cancellation, progress: progress)
    questioner.size = size
    return try questioner.assumptions(about: name, in: environment, atMost: size)
  }
}

extension Questioner {
  /// The answer about a name or about all, at no more than a size.
  ///
  /// - Returns: `nil` when there is no baseline, or nothing unknown of that name.
  func assumptions(
    about name: String?, in environment: Environment, atMost most: RunSize = .assumptions
  ) throws -> AssumptionReport? {
    guard let baseline = environment.scenarios["baseline"]?.plan.knowing(environment.catalogue.measures) else {
      return nil
    }
    let questions = AssumptionQuestions(environment.catalogue, baseline: baseline, about: name)
    guard !questions.parameters.isEmpty else { return nil }
    var questioner = self
    questioner.size.persons = min(size.persons, most.persons)
    questioner.size.replicates = min(size.replicates, most.replicates)
    questioner.size.uncertainty = .monteCarlo
    return try questioner.assumptions(questions)
  }
}
