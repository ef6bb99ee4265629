/// What differs between the replicates of a run, and so what its intervals cover.
public enum RunUncertainty: String, Hashable, Sendable, Codable, CaseIterable {
  /// The persons' luck alone.
  case monteCarlo = "monte_carlo"
  /// The luck and the model's parameters, drawn anew for every replicate and the same in all scenarios of it.
  case parameters

  /// What an interval of such a run covers.
  public var intervals: [IntervalKind] {
    switch self {
    case .monteCarlo: [.monteCarlo]
    case .parameters: [.monteCarlo, .parameters]
    }
  }
}
