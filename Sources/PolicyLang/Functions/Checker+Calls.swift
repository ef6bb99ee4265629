import PolicyCore

extension Checker {
  /// More steps than this in one file or entry are a mistake: functions that call functions can make millions.
  static let mostSteps = 100_000

  /// The value of a call.
  mutating func call(_ name: Name, _ arguments: [Expression], _ span: Span, in scope: Scope) -> Value {
    let functions = scope.call?.function.functions ?? environment.functions
    if let function = functions[name.text] { return call(function, arguments, span, in: scope) }
    if let function = BuiltInFunction(rawValue: name.text) { return call(function, arguments, span, in: scope) }
    reportUnknownFunction(name)
    return .invalid
  }

  mutating func reportUnknownFunction(_ name: Name) {
    let all = environment.functions.keys.sorted() + BuiltInFunction.allCases.map(\.rawValue)
    let isValue = environment.values[name.text] != nil
    reportUnknown(
      name,
      .unknownFunction(
        name.text, near: Spelling.nearest(to: name.text, among: all), all: all, isValue: isValue, name.span))
  }

  private mutating func call(
    _ function: FunctionDeclaration, _ arguments: [Expression], _ span: Span, in scope: Scope
  ) -> Value {
    let parameters = function.parameters
    guard parameters.count == arguments.count else {
      report(.wrongNumberOfArguments(function.signature, parameters.count...parameters.count, arguments.count, span))
      return .invalid
    }
    var values: [String: Quantity] = [:]
    for (parameter, argument) in zip(parameters, arguments) {
      guard let quantity = quantity(argument, in: scope) else { return .invalid }
      guard let converted = quantity.converted(to: parameter.unit) else {
        report(.wrongUnit(quantity, expected: parameter.unit, argument.span))
        return .invalid
      }
      values[parameter.name] = converted
    }
    if scope.isTyping { return function.sample }
    // The first call that takes too many has been reported.
    guard steps <= Self.mostSteps else { return .invalid }
    steps += 1
    return value(of: function, values, span, in: scope)
  }

  /// The body's value; what goes wrong in it is reported at the outermost call.
  private mutating func value(
    of function: FunctionDeclaration, _ arguments: [String: Quantity], _ span: Span, in scope: Scope
  ) -> Value {
    let inner = Scope(month: scope.month, call: FunctionCall(function: function, arguments: arguments))
    if scope.call != nil { return evaluate(function.body, in: inner) }
    let before = diagnostics.count
    let value = evaluate(function.body, in: inner)
    guard value == .invalid else { return value }
    let reason = diagnostics.dropFirst(before).first?.title
    diagnostics.removeSubrange(before...)
    if steps > Self.mostSteps {
      report(.tooManySteps(span))
    } else {
      report(.callWithoutValue(function.name, arguments.described(by: function), reason, span, body: function.site))
    }
    return value
  }

  private mutating func call(
    _ function: BuiltInFunction, _ arguments: [Expression], _ span: Span, in scope: Scope
  ) -> Value {
    guard function.arguments.contains(arguments.count) else {
      report(.wrongNumberOfArguments(function.example, function.arguments, arguments.count, span))
      return .invalid
    }
    guard let first = quantity(arguments[0], in: scope) else { return .invalid }
    var values = [first.value]
    for argument in arguments.dropFirst() {
      guard let quantity = quantity(argument, in: scope) else { return .invalid }
      // Shares are rounded to points: `round(nav.involvement, 5 pp)`.
      let isStep = function == .round && first.unit == .share && quantity.unit == .points
      guard let converted = isStep ? quantity : quantity.converted(to: first.unit) else {
        report(.wrongUnit(quantity, expected: first.unit, argument.span))
        return .invalid
      }
      values.append(converted.value)
    }
    if scope.isTyping { return .quantity(Quantity(1, first.unit)) }
    guard let value = function.value(of: values) else {
      report(.divisionByZero(arguments[1].span))
      return .invalid
    }
    return .quantity(Quantity(value, first.unit))
  }
}

extension [String: Quantity] {
  /// The arguments of a call as they can be written, in the order of the parameters.
  fileprivate func described(by function: FunctionDeclaration) -> String {
    function.parameters.compactMap { self[$0.name]?.description }.joined(separator: ", ")
  }
}
