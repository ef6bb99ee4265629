/// A change of a reform that can be made without its others.
public enum ReformChange: Hashable, Sendable, Codable {
  /// A lever's settings for everybody, with all their dates.
  case lever(String)
  /// A lever's settings for some persons that stand in no rule.
  case targeted(String)
  /// All settings of a rule, by its name.
  case rule(String)
  /// A parameter that is assumed.
  case assumption(String)
}

extension ReformChange: CustomStringConvertible {
  /// As data files name it: `programme.length`, `rule young`, `assume programme.lock_in`.
  public var description: String {
    switch self {
    case .lever(let name): name
    case .targeted(let name): "\(name) for persons"
    case .rule(let name): "rule \(name)"
    case .assumption(let name): "assume \(name)"
    }
  }
}

/// Changes of a reform that a difference is not divided further over.
public struct ReformPart: Hashable, Sendable, Codable, CustomStringConvertible {
  /// More than one where some of them without the others would be no possible scenario.
  public var changes: [ReformChange]

  public init(_ changes: [ReformChange]) { self.changes = changes }

  public var description: String { changes.map(\.description).joined(separator: " + ") }
}
