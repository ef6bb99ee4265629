import PolicyCore

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
    guard let baseline = environment.scenarios["baseline"]?.plan.knowing(environment.catalogue.measures) else {
      return nil
    }
    let questions = AssumptionQuestions(environment.catalogue, baseline: baseline, about: name)
    guard !questions.parameters.isEmpty else { return nil }
    var questioner = questioner(environment.catalogue, cancellation: cancellation, progress: progress)
    questioner.size = size
    questioner.size.uncertainty = .monteCarlo
    return try questioner.assumptions(questions)
  }
}

extension Catalogue {
  /// The names that assumptions can be asked about: levers with unknown links, and unknown parameters.
  public var assumptionNames: [String] {
    let unknown = parameters.filter(\.grade.isTakenFromRange).map(\.name)
    return levers.filter { !Set($0.mechanism).isDisjoint(with: unknown) }.map(\.name) + unknown
  }
}
