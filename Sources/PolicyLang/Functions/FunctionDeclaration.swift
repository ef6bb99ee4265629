import PolicyCore

/// A calculation with a name (`function`), together with what it refers to.
public struct FunctionDeclaration: Sendable {
  public struct Parameter: Hashable, Sendable {
    public var name: String
    public var unit: Unit
  }

  public var name: String
  public var parameters: [Parameter]
  /// The calculation as it can be written.
  public var text: String
  public var documentation: String
  public var place: Place
  var body: Expression
  /// Where the body stands.
  var site: Site
  /// The body's value when every parameter is one of its unit: what kind of value it gives.
  var sample: Value
  /// What the names in the body stood for when it was defined: a `let`, or `SCENARIO.LEVER`.
  var captured: [String: Schedule]
  /// The functions that the body calls, as they were when it was defined.
  var functions: [String: FunctionDeclaration]
  /// How many calls stand within each other.
  var depth: Int
  /// Equal for functions that calculate alike, whatever they and what they refer to are called; for one process.
  public var meaning: Int

  /// Deeper calls are refused, so that no input can exhaust the stack.
  static let deepestCalls = 64

  /// The months in which something that it refers to changes, or that a function that it calls refers to.
  var months: Set<Month>

  /// As it is called, with units and the kind of its value: `cost(length: months, price: kr per month): kr`.
  public var signature: String {
    let list = parameters.map { "\($0.name): \($0.unit == .number ? "number" : $0.unit.symbol)" }.joined(
      separator: ", ")
    return "\(name)(\(list)): \(sample.shortKind)"
  }
}

/// A function with the arguments of one call.
struct FunctionCall {
  var function: FunctionDeclaration
  var arguments: [String: Quantity]

  /// What a name in the body stands for in a month.
  func value(of name: String, at month: Month?) -> Value {
    arguments[name].map { .quantity($0) } ?? function.captured[name].map { Value($0.value(at: month)) } ?? .invalid
  }
}

extension Value {
  /// A unit or a kind in a word or two.
  fileprivate var shortKind: String {
    switch self {
    case .quantity(let quantity): quantity.unit == .number ? "number" : quantity.unit.symbol
    case .weights: "weights"
    case .levelTarget, .level: "level"
    case .month: "date"
    case .invalid: "nothing"
    }
  }
}
