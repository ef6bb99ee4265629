import PolicyCore

// What can be wrong with attributes that a life changes; sorted by id.

extension Problem {
  static func attributeMoves(_ attribute: AttributeDeclaration, _ span: Span) -> Problem {
    let name = attribute.name
    let key = PersonCondition.written(attribute.scale.last?.key ?? "…")
    return Problem(
      id: .attributeMoves,
      title: "`\(name)` makes no group: levers move persons between its categories.",
      span: span, label: "changes with the life",
      helps: [
        Diagnostic.Help("count it: `outcome NAME = share \(name) is \(key)`"),
        Diagnostic.Help("or let a setting reach these persons: `for persons where \(name) is \(key)`"),
      ])
  }

  static func attributeNotYet(_ attribute: AttributeDeclaration, _ lever: LeverDeclaration, _ span: Span) -> Problem {
    Problem(
      id: .attributeNotYet,
      title: "`\(attribute.name)` is not known yet when `\(lever.name)` is read.", span: span,
      label: "comes later in the life",
      helps: [Diagnostic.Help("ask what is known by then, such as `track` or `education`")])
  }
}
