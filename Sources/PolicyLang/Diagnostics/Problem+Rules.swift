import PolicyCore

// What can be wrong with rules for persons; sorted by id.

extension Problem {
  static func attributeWithoutTest(_ attribute: String, _ span: Span) -> Problem {
    Problem(
      id: .attributeWithoutTest, title: "`\(attribute)` by itself is no condition.", span: span,
      label: "is compared with nothing",
      helps: [Diagnostic.Help("add a test: `\(attribute) is …`, or write the name of a group")])
  }

  static func leverForAll(_ lever: String, _ span: Span) -> Problem {
    Problem(
      id: .leverForAll, title: "The lever `\(lever)` holds for all persons alike.", span: span,
      label: "cannot be for some", helps: [Diagnostic.Help("leave out the condition")])
  }

  static func notCounted(_ attribute: AttributeDeclaration, _ span: Span) -> Problem {
    let key = attribute.categories.first?.key ?? "…"
    return Problem(
      id: .notCounted, title: "The attribute `\(attribute.name)` has categories, not a number.", span: span,
      helps: [Diagnostic.Help("compare it with a category: `\(attribute.name) is \(PersonCondition.written(key))`")])
  }

  static func notOrdered(_ attribute: AttributeDeclaration, _ category: Name) -> Problem {
    let keys = attribute.categories.prefix(2).map { PersonCondition.written($0.key) }.joined(separator: ", ")
    return Problem(
      id: .notOrdered,
      title: attribute.isOrdered
        ? "Nobody knows where `\(category.text)` stands in the order of `\(attribute.name)`."
        : "The categories of `\(attribute.name)` have no order.", span: category.span,
      helps: [Diagnostic.Help("name those that you mean: `\(attribute.name) in (\(keys))`")])
  }

  static func rulesMeet(
    _ lever: String, _ span: Span, earlier: SettingSite, rule: String?, file: SourceFile
  ) -> Problem {
    let isHere = earlier.site.file == file
    return Problem(
      id: .rulesMeet, title: "Two settings of `\(lever)` can reach the same person.", span: span,
      label: "this one",
      marks: [Mark(span: earlier.site.span, text: "and this one", file: isHere ? nil : earlier.site.file)],
      helps: [
        rule.map { Diagnostic.Help("say which one wins: `instead of \($0)` at the end of the line") }
          ?? Diagnostic.Help(
            "give the first one a name by `rule NAME for persons where … end`, then say `instead of NAME`"),
        Diagnostic.Help("or make the conditions exclude each other: `and not …`"),
      ])
  }

  static func tooManyRules(most: Int, _ span: Span) -> Problem {
    Problem(
      id: .tooManyRules, title: "The rules tell apart more kinds of persons than a scenario can.", span: span,
      helps: [Diagnostic.Help("use at most \(most) different conditions, over fewer attributes")])
  }

  static func unknownRule(_ name: String, lever: String, among rules: [String], _ span: Span) -> Problem {
    let helps: [Diagnostic.Help] =
      rules.isEmpty
      ? [Diagnostic.Help("leave out `instead of`: no rule sets this lever before this line")]
      : .near(Spelling.nearest(to: name, among: rules), at: span, orList: "rules", rules)
    return Problem(
      id: .unknownRule, title: "No rule `\(name)` sets `\(lever)` before this line.", span: span, helps: helps)
  }
}
