import PolicyCore

/// A function that the language has of its own: all its arguments are in one unit, and so is its value.
public enum BuiltInFunction: String, Hashable, Sendable, CaseIterable {
  case max, min, round

  /// A call.
  public var example: String {
    switch self {
    case .max: "max(12 months, length - 6 months)"
    case .min: "min(48 months, length + 6 months)"
    case .round: "round(length, 3 months)"
    }
  }

  public var documentation: String {
    let meaning =
      switch self {
      case .max: "The greatest of its arguments"
      case .min: "The least of its arguments"
      case .round: "The nearest multiple of a step"
      }
    return meaning + ": `\(example)`."
  }

  /// How many arguments it takes.
  var arguments: ClosedRange<Int> { self == .round ? 2...2 : 2...20 }

  /// The value for arguments in one unit; `nil` for a step of nothing.
  func value(of arguments: [Double]) -> Double? {
    switch self {
    case .max: return arguments.max()
    case .min: return arguments.min()
    case .round:
      guard arguments[1] != 0 else { return nil }
      let steps = (arguments[0] / arguments[1]).rounded()
      return steps * arguments[1]
    }
  }
}
