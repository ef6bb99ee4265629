extension Parser {
  /// Reads `explain NAME`.
  mutating func parseExplanation() throws(Malformed) -> Statement.Kind {
    advance()
    let name = try readName("a lever, an outcome, a parameter or a scenario")
    try expectLineEnd()
    return .explain(name)
  }

  /// Reads `assumptions`, or `assumptions NAME`.
  mutating func parseAssumptions() throws(Malformed) -> Statement.Kind {
    advance()
    let name = isAtLineEnd ? nil : try readName("a parameter or a lever")
    try expectLineEnd()
    return .assumptions(name)
  }

  /// Reads `show changes of SCENARIO against SCENARIO`.
  mutating func parseChanges() throws(Malformed) -> Statement.Kind {
    advance()
    try expect("changes")
    try expect("of")
    var changes = ChangesSyntax(scenario: try readName("a scenario"))
    if take("against") { changes.reference = try readName("a scenario") }
    try expectLineEnd()
    return .changes(changes)
  }

  /// Reads `export answer to "FILE.csv"`.
  mutating func parseExport() throws(Malformed) -> Statement.Kind {
    advance()
    let subject = try readName("`answer` or a scenario")
    guard take("to") else { throw unexpected("`to` and the name of a file") }
    let span = current.span
    let path = try readText("the name of a file in quotation marks, such as `\"answer.csv\"`")
    try expectLineEnd()
    return .export(
      ExportSyntax(
        scenario: subject.text == "answer" ? nil : subject, subject: subject.span, path: (path, span)))
  }
}
