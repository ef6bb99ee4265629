import PolicyCore

extension Parser {
  /// Reads `attribute SCENARIO` with its clauses; without `show` in the line, these follow as a block up to `end`.
  mutating func parseAttribution() throws(Malformed) -> Statement.Kind? {
    try parseQuestion(
      "attribution",
      header: { parser throws(Malformed) in AttributionSyntax(scenario: try parser.readName("a scenario")) },
      clauses: { parser, question throws(Malformed) in try parser.parseClauses(of: &question) },
      isComplete: { !$0.shown.isEmpty }
    ).map { .attribute($0) }
  }

  private mutating func parseClauses(of attribution: inout AttributionSyntax) throws(Malformed) {
    while !isAtLineEnd {
      if try parseClause(of: &attribution.clauses) { continue }
      if take("show") {
        attribution.shown += try parseShown()
      } else if isAt(.minus) {
        let help = Diagnostic.Help.replace(current.span, with: "against", "write `against`")
        throw unexpected("`against` and the scenario that is subtracted", helps: [help])
      } else {
        throw unexpectedClause(" or `show`")
      }
    }
    try expectLineEnd()
  }
}
