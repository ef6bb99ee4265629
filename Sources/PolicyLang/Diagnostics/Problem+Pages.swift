import PolicyCore

// What can be wrong with statements that show or write what is known; sorted by id.

extension Problem {
  static func noBase(_ scenario: String, _ span: Span) -> Problem {
    Problem(
      id: .noBase, title: "`\(scenario)` starts from no other scenario, so it changes nothing.", span: span,
      label: "changes against what?",
      helps: [Diagnostic.Help("name the other one: `show changes of \(scenario) against …`")])
  }

  static func nothingAssumed(_ name: String, _ span: Span) -> Problem {
    Problem(
      id: .nothingAssumed, title: "Nothing is assumed about `\(name)`.", span: span,
      label: "neither an assumption nor a lever that rests on one",
      helps: [
        Diagnostic.Help("`explain \(name)` says what it rests on"), Diagnostic.Help("`assumptions` lists them all"),
      ])
  }

  static func nothingToExport(_ span: Span) -> Problem {
    Problem(
      id: .nothingToExport, title: "No question stands before this line.", span: span, label: "which answer?",
      helps: [Diagnostic.Help("put it below the question whose answer it writes")])
  }

  static func unknownFormat(_ path: String, _ span: Span) -> Problem {
    let name = path.split(separator: "/").last ?? ""
    let stem = name.hasPrefix(".") || name.isEmpty ? "answer" : String(name.prefix { $0 != "." })
    let formats = ExportPlan.Format.allCases.map { "\"\(stem).\($0.rawValue)\"" }
    return Problem(
      id: .unknownFormat, title: "The end of the file's name does not say how it is to be written.", span: span,
      label: "not .csv, .json or .md",
      helps: [Diagnostic.Help("write \(formats.map { "`\($0)`" }.joined(separator: ", "))")])
  }

  static func unknownName(_ name: String, near: String?, _ span: Span) -> Problem {
    Problem(
      id: .unknownName, title: "Nothing is called `\(name)`.", span: span,
      helps: .didYouMean(near, at: span)
        + (near == nil
          ? [Diagnostic.Help("it takes a lever, outcome, attribute, group, parameter, value or scenario")] : []))
  }
}
