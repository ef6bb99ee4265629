import PolicyCore

extension Parser {
  /// Reads `sensitivity SCENARIO` with its clauses; without `show` in the line, these follow as a block up to `end`.
  mutating func parseSensitivity() throws(Malformed) -> Statement.Kind? {
    try parseQuestion(
      "sensitivity",
      header: { parser throws(Malformed) in SensitivitySyntax(scenario: try parser.readName("a scenario")) },
      clauses: { parser, question throws(Malformed) in try parser.parseClauses(of: &question) },
      isComplete: { !$0.shown.isEmpty }
    ).map { .sensitivity($0) }
  }

  private mutating func parseClauses(of sensitivity: inout SensitivitySyntax) throws(Malformed) {
    while !isAtLineEnd {
      let span = current.span
      if isAt("by") {
        report(.notInThisVersion("`by` in a sensitivity", span))
        throw Malformed()
      }
      if isAt("plot") {
        report(.notInThisVersion("`plot` in a sensitivity", span))
        throw Malformed()
      }
      if try parseClause(of: &sensitivity.clauses) { continue }
      if take("show") {
        sensitivity.shown += try parseShown()
      } else if take("to") {
        if sensitivity.scope != nil { report(.repeatedClause("`to`", span)) }
        sensitivity.scope = try readName("`assumptions` or `parameters`")
      } else {
        throw unexpectedClause(", `to` or `show`")
      }
    }
    try expectLineEnd()
  }
}
