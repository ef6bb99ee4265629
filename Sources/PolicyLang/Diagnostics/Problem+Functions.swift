import PolicyCore

// What can be wrong with functions; sorted by id.

extension Problem {
  /// - Parameter reason: What went wrong in the body, as a sentence.
  static func callWithoutValue(
    _ function: String, _ arguments: String, _ reason: String?, _ span: Span, body: Site
  ) -> Problem {
    Problem(
      id: .callWithoutValue, title: "`\(function)(\(arguments))` has no value.", span: span,
      label: reason.map { ($0.hasSuffix(".") ? String($0.dropLast()) : $0).beginningSmall } ?? "",
      marks: [Mark(span: body.span, text: "the calculation", file: body.file)])
  }

  static func callsTooDeep(_ span: Span) -> Problem {
    Problem(
      id: .callsTooDeep, title: "Functions are built on each other in too long a chain.", span: span,
      label: "more than \(FunctionDeclaration.deepestCalls) deep",
      helps: [Diagnostic.Help("name an intermediate result: `let NAME = …`")])
  }

  static func functionNotCalled(_ name: String, _ span: Span) -> Problem {
    Problem(
      id: .functionNotCalled, title: "`\(name)` is a function, and it is given nothing to calculate with.", span: span,
      helps: [Diagnostic.Help("write its arguments next to it: `\(name)(…)`; `:doc \(name)` says which")])
  }

  static func functionOfLanguage(_ name: String, _ span: Span) -> Problem {
    Problem(
      id: .functionOfLanguage, title: "The language has a function `\(name)` of its own.", span: span,
      helps: [Diagnostic.Help("give this one another name")])
  }

  static func parameterNotUsed(_ name: String, _ span: Span) -> Problem {
    Problem(
      id: .parameterNotUsed, title: "The parameter `\(name)` is not used.", span: span,
      helps: [Diagnostic.Help("use it in the calculation, or take it away")])
  }

  static func tooManySteps(_ span: Span) -> Problem {
    Problem(
      id: .tooManySteps, title: "This takes too many steps to calculate.", span: span,
      label: "more than \(SourceNumber.text(Double(Checker.mostSteps))) calls of functions",
      helps: [Diagnostic.Help("name a result that is used more than once: `let NAME = …`")])
  }

  static func unknownFunction(_ name: String, near: String?, all: [String], isValue: Bool, _ span: Span) -> Problem {
    Problem(
      id: .unknownFunction, title: "There is no function `\(name)`.", span: span,
      helps: isValue
        ? [Diagnostic.Help("`\(name)` is a number; a product is written with `*`")]
        : .near(near, at: span, orList: "functions", all))
  }

  /// - Parameter usage: How it is called.
  static func wrongNumberOfArguments(
    _ usage: String, _ wanted: ClosedRange<Int>, _ found: Int, _ span: Span
  ) -> Problem {
    let number = wanted.lowerBound == wanted.upperBound ? "\(wanted.lowerBound)" : "\(wanted.lowerBound) or more"
    return Problem(
      id: .wrongNumberOfArguments,
      title: "This function takes \(number) \(wanted.upperBound == 1 ? "argument" : "arguments").", span: span,
      label: "\(found) here", helps: [Diagnostic.Help("it is called like `\(usage)`")])
  }
}

extension String {
  fileprivate var beginningSmall: String { prefix(1).lowercased() + dropFirst() }
}
