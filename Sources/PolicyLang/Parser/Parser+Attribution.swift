import PolicyCore

extension Parser {
  /// Reads `attribute SCENARIO` with its clauses; without `show` in the line, these follow as a block up to `end`.
  mutating func parseAttribution() throws(Malformed) -> Statement.Kind? {
    let opening = current.span
    advance()
    var attribution: AttributionSyntax?
    line { parser throws(Malformed) in
      var header = AttributionSyntax(scenario: try parser.readName("a scenario"))
      try parser.parseClauses(of: &header)
      attribution = header
    }
    guard var attribution else { throw questionResumed() }
    if attribution.shown.isEmpty {
      let count = problems.count
      let isClosed = parseBlock(opening: opening, kind: "attribution") { parser throws(Malformed) in
        try parser.parseClauses(of: &attribution)
      }
      guard isClosed, problems.count == count else { return nil }
      if attribution.shown.isEmpty { report(.nothingToShow("attribution", opening)) }
    }
    return .attribute(attribution)
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
