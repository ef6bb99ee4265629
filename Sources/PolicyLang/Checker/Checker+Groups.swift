import PolicyCore

extension Checker {
  mutating func define(_ group: GroupSyntax, _ statement: Statement, at index: Int) {
    let name = group.name
    context = "group \(name.text)"
    defer { context = "" }
    guard let condition = condition(group.condition), reportIfNobody([condition], group.condition.span) else {
      failedNames.insert(name.text)
      return
    }
    environment.catalogue.groups.replace(
      [
        GroupDeclaration(
          name: name.text, label: group.label ?? label(of: condition, name: name.text),
          documentation: statement.documentation, condition: condition)
      ], by: \.name)
    record(.declaration(name.text), at: index)
  }

  /// The words for a group that was given none: its category's, when it is one category.
  private func label(of condition: PersonCondition, name: String) -> Label {
    guard let category = condition.category,
      let attribute = environment.catalogue.attributes.first(where: { $0.slot == category.attribute }),
      let declared = attribute.categories.first(where: { $0.key == category.key })
    else { return Label(nb: name, en: name) }
    return declared.label
  }

  /// The groups of a question as conditions on its persons; `nil` when something is wrong and was reported.
  mutating func filters(_ groups: [CohortSyntax.Group]) -> [GroupFilter]? {
    var filters: [GroupFilter] = []
    var isComplete = true
    for reference in groups {
      let filter: GroupFilter?
      switch reference {
      case .named(let name):
        filter = group(name).flatMap { group in
          isFixed(group.condition, name.span) ? GroupFilter(group.condition, label: group.label) : nil
        }
      case .condition(let syntax, let span):
        filter = fixedCondition(syntax, span).map { GroupFilter($0, label: Label(nb: "\($0)", en: "\($0)")) }
      }
      guard let filter, reportIfNobody((filters + [filter]).map(\.condition), reference.span) else {
        isComplete = false
        continue
      }
      filters.append(filter)
    }
    return isComplete ? filters : nil
  }

  /// Reports conditions that nobody meets together; says whether somebody can.
  mutating func reportIfNobody(_ conditions: [PersonCondition], _ span: Span) -> Bool {
    let isPossible = regions([.all(conditions)])?.contains { $0 != 0 } ?? true
    if !isPossible { report(.nobodyLeft(file.text(of: span), isFirst: conditions.count == 1, span)) }
    return isPossible
  }
}
