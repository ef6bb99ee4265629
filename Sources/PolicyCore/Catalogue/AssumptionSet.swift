/// Which of three coherent sets of values the unknown parameters take: the structure of a result.
public enum AssumptionSet: String, Hashable, Sendable, Codable, CaseIterable {
  /// Reforms help less, or cost more.
  case cautious
  /// The declared values.
  case central
  /// Reforms help more, or cost less.
  case optimistic
}

extension ParameterDeclaration {
  /// The value in a set of assumptions; the declared value where the set has none of its own.
  public func value(in set: AssumptionSet) -> Double {
    switch set {
    case .cautious: cautious ?? value
    case .central: value
    case .optimistic: optimistic ?? value
    }
  }
}

extension EvidenceGrade {
  /// Whether the value is not known but taken from a declared range: assumed, descriptive or external.
  public var isTakenFromRange: Bool {
    switch self {
    case .assumed, .descriptive, .external: true
    case .rule, .estimated, .fitted: false
    }
  }
}
