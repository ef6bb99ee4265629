import PolicyCore

// What a life changes and levers move (`norwegian.oral`): rules ask it once it has happened, outcomes may count it, and no
// question groups by it, since the same persons would stand in other groups under another scenario.

extension Checker {
  /// An attribute that divides the persons of a question.
  mutating func groupingAttribute(_ name: Name) -> AttributeDeclaration? {
    guard let attribute = attribute(name, offering: { !$0.isLived }) else { return nil }
    guard !attribute.isLived else {
      report(.attributeMoves(attribute, name.span))
      return nil
    }
    return attribute
  }

  /// A condition that picks the persons of a question; `nil` when something is wrong and was reported.
  mutating func fixedCondition(_ syntax: ConditionSyntax, _ span: Span) -> PersonCondition? {
    condition(syntax).flatMap { isFixed($0, span) ? $0 : nil }
  }

  /// Reports what levers move in a condition that picks the persons of a question; says whether there is nothing.
  mutating func isFixed(_ condition: PersonCondition, _ span: Span) -> Bool {
    guard let attribute = environment.catalogue.livedAttribute(of: condition) else { return true }
    report(.attributeMoves(attribute, span))
    return false
  }

  /// Reports what has not happened yet when a lever is read; says whether all of a condition is known by then.
  mutating func isKnown(_ condition: PersonCondition, when lever: LeverDeclaration, _ span: Span) -> Bool {
    guard lever.readAt == .settlement || lever.readAt == .programmeStart,
      let attribute = environment.catalogue.livedAttribute(of: condition)
    else { return true }
    report(.attributeNotYet(attribute, lever, span))
    return false
  }
}
