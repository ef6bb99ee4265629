import PolicyCore

/// A value as written.
///
/// Chains of operators are lists, not trees, so that only parentheses and signs nest, and the parser bounds these.
indirect enum Expression: Sendable {
  enum Operator: String, Sendable {
    case plus = "+"
    case minus = "-"
    case times = "*"
    case over = "/"
    case modulo = "mod"
  }

  /// An operator of a chain with the operand to its right.
  struct Step: Sendable {
    var operation: Operator
    var span: Span
    var operand: Expression
  }

  /// A labelled part of `(level: B1 oral, share: 50 %)`.
  struct Field: Sendable {
    var name: Name
    var value: Expression
  }

  case number(Double, unit: Unit, Span)
  case weights(Int, Int, Span)
  case month(Month, Span)
  case name(Name)
  /// A language level with its skill: `B1 oral`.
  case level(Name, skill: Name)
  case record([Field], Span)
  case negative(Expression, Span)
  /// `months_for(60 %)`; the span goes to the closing parenthesis.
  case call(Name, [Expression], Span)
  case chain(Expression, [Step])

  var span: Span {
    switch self {
    case .number(_, _, let span), .weights(_, _, let span), .month(_, let span), .record(_, let span),
      .negative(_, let span), .call(_, _, let span):
      span
    case .name(let name): name.span
    case .level(let name, let skill): name.span.merged(with: skill.span)
    case .chain(let first, let steps): steps.last.map { first.span.merged(with: $0.operand.span) } ?? first.span
    }
  }

  /// Every name in it that stands for a value.
  var names: [Name] {
    switch self {
    case .number, .weights, .month, .level: []
    case .name(let name): [name]
    case .record(let fields, _): fields.flatMap(\.value.names)
    case .negative(let operand, _): operand.names
    case .call(_, let arguments, _): arguments.flatMap(\.names)
    case .chain(let first, let steps): first.names + steps.flatMap(\.operand.names)
    }
  }

  /// Every name in it that stands for a function.
  var functions: [Name] {
    switch self {
    case .number, .weights, .month, .level, .name: []
    case .record(let fields, _): fields.flatMap(\.value.functions)
    case .negative(let operand, _): operand.functions
    case .call(let name, let arguments, _): [name] + arguments.flatMap(\.functions)
    case .chain(let first, let steps): first.functions + steps.flatMap(\.operand.functions)
    }
  }
}
