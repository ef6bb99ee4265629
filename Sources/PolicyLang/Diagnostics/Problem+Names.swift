import PolicyCore

// What can be wrong with names and modules; sorted by id.

extension Problem {
  static func duplicateName(_ name: String, _ span: Span, earlier: Site) -> Problem {
    Problem(
      id: .duplicateName, title: "The name `\(name)` is given twice.", span: span, label: "the second time",
      marks: [Mark(span: earlier.span, text: "the first time", file: earlier.file)],
      helps: [Diagnostic.Help("give one of them another name")])
  }

  static func nameDiffersByCase(_ name: String, other: String, _ span: Span, earlier: Site?) -> Problem {
    Problem(
      id: .nameDiffersByCase, title: "`\(name)` differs from `\(other)` by capital letters alone.", span: span,
      marks: earlier.map { [Mark(span: $0.span, text: "the other one", file: $0.file)] } ?? [],
      helps: [Diagnostic.Help("choose a name that cannot be mistaken for it")])
  }

  static func redefined(_ name: String, users: [String], _ span: Span) -> Problem {
    let list = users.map { "`\($0)`" }.joined(separator: ", ")
    return Problem(
      id: .redefined, severity: .note, title: "`\(name)` had another meaning before; this one takes its place.",
      span: span, helps: users.isEmpty ? [] : [Diagnostic.Help("enter again what starts from the old one: \(list)")])
  }

  static func scenarioCycle(_ names: [String], _ span: Span) -> Problem {
    Problem(
      id: .scenarioCycle, title: "These definitions refer to each other in a circle.", span: span,
      label: names.shortened.joined(separator: " → "),
      helps: [Diagnostic.Help("let one of them start from `baseline`, or from a number")])
  }

  static func unknownAttribute(
    _ name: String, near: String?, all: [String], isGroup: Bool, _ span: Span
  ) -> Problem {
    Problem(
      id: .unknownAttribute, title: "Persons have no attribute `\(name)`.", span: span,
      helps: isGroup
        ? [Diagnostic.Help("`\(name)` is a group: write `among \(name)`")]
        : .near(near, at: span, orList: "attributes", all))
  }

  static func unknownCategory(_ name: Name, of attribute: AttributeDeclaration) -> Problem {
    let keys = attribute.categories.map(\.key)
    return Problem(
      id: .unknownCategory, title: "The attribute `\(attribute.name)` has no category `\(name.text)`.", span: name.span,
      helps: .near(Spelling.nearest(to: name.text, among: keys), at: name.span, orList: "categories", keys))
  }

  static func unknownChoice(_ word: String, of property: String, _ choices: [String], _ span: Span) -> Problem {
    Problem(
      id: .unknownChoice, title: "`\(property)` knows no `\(word)`.", span: span,
      helps: .near(Spelling.nearest(to: word, among: choices), at: span, orList: "choices", choices))
  }

  static func unknownField(_ name: String, _ span: Span) -> Problem {
    Problem(
      id: .unknownField, title: "`\(name)` does not belong here.", span: span,
      helps: [Diagnostic.Help("the parts are `level` and `share`, each once: `(level: B1 oral, share: 50 %)`")])
  }

  static func unknownGroup(_ name: String, near: String?, isAttribute: Bool, _ span: Span) -> Problem {
    let definition = Diagnostic.Help(
      "define one: `group \(name.contains(".") ? "NAME" : name) = ATTRIBUTE is CATEGORY`")
    return Problem(
      id: .unknownGroup, title: "There is no group `\(name)`.", span: span,
      helps: isAttribute
        ? [Diagnostic.Help("`\(name)` is an attribute: write `by \(name)`")]
        : .didYouMean(near, at: span) + [definition])
  }

  static func unknownLevel(_ name: String, near: String?, _ span: Span) -> Problem {
    Problem(
      id: .unknownLevel, title: "There is no language level `\(name)`.", span: span,
      helps: .near(near, at: span, orList: "levels", LanguageLevel.allCases.map(\.rawValue)))
  }

  static func unknownLever(_ name: String, near: LeverDeclaration?, all: [String], _ span: Span) -> Problem {
    let remark = near.map { "baseline: \($0.baseline), allowed: \($0.domain)" } ?? ""
    return Problem(
      id: .unknownLever, title: "There is no lever `\(name)`.", span: span,
      helps: near == nil
        ? .list("levers", all) : .didYouMean(near?.name, at: span, remark))
  }

  static func unknownModule(_ name: String, near: String?, _ span: Span, chain: [Site]) -> Problem {
    let isFile = name.hasSuffix(".policy")
    return Problem(
      id: .unknownModule, title: isFile ? "There is no file `\(name)`." : "There is no module `\(name)`.", span: span,
      marks: chain.suffix(3).map { Mark(span: $0.span, text: "used from here", file: $0.file) },
      helps: .didYouMean(near, at: span) + [
        Diagnostic.Help(
          isFile
            ? "paths are relative to the file that says `use`"
            : "for a file of your own, write `use \"\(name).policy\"`")
      ])
  }

  static func unknownOutcome(_ name: String, near: String?, all: [String], _ span: Span) -> Problem {
    Problem(
      id: .unknownOutcome, title: "There is no outcome `\(name)`.", span: span,
      helps: .near(near, at: span, orList: "outcomes", all))
  }

  static func unknownParameter(_ name: String, near: String?, all: [String], _ span: Span) -> Problem {
    Problem(
      id: .unknownParameter, title: "There is no parameter `\(name)`.", span: span,
      helps: .near(near, at: span, orList: "parameters", all))
  }

  static func unknownScenario(_ name: String, near: String?, all: [String], _ span: Span) -> Problem {
    Problem(
      id: .unknownScenario, title: "There is no scenario `\(name)`.", span: span,
      helps: .near(near, at: span, orList: "scenarios", all))
  }

  static func unknownValue(_ name: String, near: String?, _ span: Span) -> Problem {
    Problem(
      id: .unknownValue, title: "There is no value `\(name)`.", span: span,
      helps: .didYouMean(near, at: span)
        + (near == nil ? [Diagnostic.Help("a value is a number with its unit, a `let`, or `SCENARIO.LEVER`")] : []))
  }

  static func useCycle(_ chain: [String], _ span: Span) -> Problem {
    Problem(
      id: .useCycle, title: "These files use each other in a circle.", span: span,
      label: chain.shortened.joined(separator: " → "),
      helps: [Diagnostic.Help("put what both need in a third file, and use that")])
  }

  static func useTooDeep(_ span: Span) -> Problem {
    Problem(
      id: .useTooDeep, title: "Files use each other in too long a chain.", span: span,
      label: "more than \(ModuleLoading.longestChain) files deep")
  }
}

extension Diagnostic.Help {
  static let usePrelude = Diagnostic.Help("bring the model's names: `use introduction_programme`")
}

extension [String] {
  /// A long chain with its middle left out.
  fileprivate var shortened: [String] { count <= 8 ? self : prefix(4) + ["…"] + suffix(3) }
}
