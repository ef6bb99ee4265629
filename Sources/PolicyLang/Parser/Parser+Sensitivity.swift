import PolicyCore

extension Parser {
  /// Reads `sensitivity SCENARIO` with its clauses; without `show` in the line, these follow as a block up to `end`.
  mutating func parseSensitivity() throws(Malformed) -> Statement.Kind? {
    let opening = current.span
    advance()
    var sensitivity: SensitivitySyntax?
    line { parser throws(Malformed) in
      var header = SensitivitySyntax(scenario: try parser.readName("a scenario"))
      try parser.parseClauses(of: &header)
      sensitivity = header
    }
    guard var sensitivity else { throw questionResumed() }
    if sensitivity.shown.isEmpty {
      let count = problems.count
      let isClosed = parseBlock(opening: opening, kind: "sensitivity") { parser throws(Malformed) in
        try parser.parseClauses(of: &sensitivity)
      }
      guard isClosed, problems.count == count else { return nil }
      if sensitivity.shown.isEmpty { report(.nothingToShow("sensitivity", opening)) }
    }
    return .sensitivity(sensitivity)
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
