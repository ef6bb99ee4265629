import PolicyCore

/// A condition on persons as written: `age < 30 and (sex is woman or country in (somalia, eritrea))`.
///
/// `and` and `or` are lists, not trees, so that only parentheses and `not` nest, and the parser bounds these.
indirect enum ConditionSyntax: Sendable {
  enum Comparison: String, Sendable {
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
  }

  /// A group by its name.
  case group(Name)
  /// `sex is woman`, `country in (somalia, eritrea)`.
  case among(attribute: Name, categories: [Name])
  /// `age < 30 years`, `unemployment >= "3_3p5"`.
  case compared(attribute: Name, Comparison, Bound)
  case not(ConditionSyntax)
  case all([ConditionSyntax])
  case any([ConditionSyntax])

  /// What an attribute is compared with.
  enum Bound: Sendable {
    case number(Expression)
    case category(Name)
  }
}

/// `for persons where …`, or the name of a rule that bundles settings.
struct TargetSyntax: Sendable {
  var condition: ConditionSyntax
  var span: Span
  /// The rule's name; `nil` for a clause of one setting.
  var rule: Name?
}
