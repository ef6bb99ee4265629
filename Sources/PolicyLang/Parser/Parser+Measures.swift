import PolicyCore

extension Parser {
  /// Reads `= 0.4 (se: 0.15) on log_hazard(job), assumed "reason"`; a length and a cost have no scale.
  mutating func parseStatedNumber(_ key: PropertySyntax.Key) throws(Malformed) -> StatedNumber {
    try expect(.equals, "`=`")
    var number = StatedNumber(value: try parseValue())
    if take(.open) { try parseExtent(into: &number) }
    if key == .effectDuring || key == .effectAfter {
      try expect("on")
      try expect("log_hazard")
      try expect(.open, "`(`")
      try expect("job")
      try expect(.close, "`)`")
    }
    // What is not there is reported with the number's name, by the checker.
    guard !isAtLineEnd else { return number }
    try expect(.comma, "`,` and what it rests on")
    let grade = try readWord("what it rests on, such as `assumed`")
    number.evidence = .init(grade: grade, citations: isAtLineEnd ? [] : try parseCitations())
    return number
  }

  /// Reads `se: 0.15` and `range: 0 to 0.8`, each at most once, after `(`.
  private mutating func parseExtent(into number: inout StatedNumber) throws(Malformed) {
    repeat {
      let start = current.span
      let isError = isAt("se")
      guard isError || isAt("range") else { throw unexpected("`se` or `range`") }
      if isError ? number.se != nil : number.range != nil { throw unexpected("`)`") }
      advance()
      try expect(.colon, "`:` after `\(file.text(of: start))`")
      if isError {
        number.se = try parseExpression("the standard error")
      } else if case .range(let low, let high) = try parseRange() {
        number.range = (low, high)
      }
    } while take(.comma)
    try expect(.close, "`,` or `)`")
  }

  /// Reads `job_seekers, reduced_capacity for persons where CONDITION`.
  mutating func parseEligible() throws(Malformed) -> PropertySyntax.Value {
    let wanted = MeasureGroup.allCases.map { "`\($0.rawValue)`" }.joined(separator: " or ")
    var groups = [try readWord(wanted)]
    while take(.comma) { groups.append(try readWord(wanted)) }
    return .eligible(groups, isAt("for") ? try parseTarget() : nil)
  }

  /// Reads `0 to 5 000 persons`: between what a scenario may choose.
  mutating func parseIntake(_ key: PropertySyntax.Key) throws(Malformed) -> PropertySyntax.Value {
    let example = key == .places ? "0 to 5 000 persons" : "0 to 20 %"
    if isAt(.equals) {
      throw unexpected(
        "a range", helps: [Diagnostic.Help("a scenario says how many; say how far it may go: `\(example)`")])
    }
    return try parseRange()
  }
}
