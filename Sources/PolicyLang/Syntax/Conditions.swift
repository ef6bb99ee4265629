import PolicyCore

/// A condition on persons as written: `age < 30 and (sex is woman or country in (somalia, eritrea))`; in an outcome also on
/// what they do: `employed and not social_assistance 1 year earlier`.
///
/// `and` and `or` are lists, not trees, so that only parentheses and `not` nest, and the parser bounds these.
indirect enum ConditionSyntax: Sendable {
  /// A group or an outcome by its name.
  case named(Name)
  /// `sex is woman`, `country in (somalia, eritrea)`.
  case among(attribute: Name, categories: [Name])
  /// `age < 30 years`, `unemployment >= "3_3p5"`, `months employed so far >= 24`.
  case compared(AmountSyntax, Comparison, Bound)
  /// `employed 2 years earlier`.
  case earlier(ConditionSyntax, years: Int, Span)
  case not(ConditionSyntax)
  case all([ConditionSyntax])
  case any([ConditionSyntax])

  /// What is compared with.
  enum Bound: Sendable {
    case number(Expression)
    /// A category, or the name of a number.
    case category(Name)

    var span: Span {
      switch self {
      case .number(let number): number.span
      case .category(let name): name.span
      }
    }
  }

  var span: Span {
    switch self {
    case .named(let name): name.span
    case .among(let attribute, let categories): attribute.span.merged(with: categories.last?.span ?? attribute.span)
    case .compared(let amount, _, let bound): amount.span.merged(with: bound.span)
    case .earlier(let part, _, let span): part.span.merged(with: span)
    case .not(let part): part.span
    case .all(let parts), .any(let parts):
      parts.dropFirst().reduce(parts.first?.span ?? .zero) { $0.merged(with: $1.span) }
    }
  }

  /// Every name in it that stands for a group, an outcome, an attribute or a number.
  var names: [Name] {
    switch self {
    case .named(let name): [name]
    case .among(let attribute, _): [attribute]
    case .compared(let amount, _, .category(let name)): [amount.name, name]
    case .compared(let amount, _, .number(let number)): [amount.name] + number.names
    case .earlier(let part, _, _), .not(let part): part.names
    case .all(let parts), .any(let parts): parts.flatMap(\.names)
    }
  }
}

/// What is compared with a number, or averaged: `age`, `public_cost so far`, `months employed`, `months until employed`.
struct AmountSyntax: Sendable {
  /// An attribute or an outcome.
  var name: Name
  /// `months NAME`.
  var countsMonths = false
  /// `months until NAME`.
  var isWait = false
  /// `NAME so far`.
  var isSoFar = false
  var span: Span
}

/// `for persons where …`, or the name of a rule that bundles settings.
struct TargetSyntax: Sendable {
  var condition: ConditionSyntax
  var span: Span
  /// The rule's name; `nil` for a clause of one setting.
  var rule: Name?
}
