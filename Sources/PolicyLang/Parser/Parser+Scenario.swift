import PolicyCore

extension Parser {
  /// Reads `scenario NAME from BASE`, and its lines up to `end`.
  mutating func parseScenario() -> Statement.Kind? {
    let opening = current.span
    var header: (name: Name, base: Name?)?
    line { parser throws(Malformed) in header = try parser.parseScenarioHeader() }
    var scenario = ScenarioSyntax(name: header?.name ?? Name(text: "", span: opening), base: header?.base)
    context = header.map { "scenario \($0.name.text)" } ?? ""
    let isClosed = parseBlock(opening: opening, kind: "scenario") { parser throws(Malformed) in
      try parser.parseScenarioLine(into: &scenario)
    }
    return header != nil && isClosed ? .scenario(scenario) : nil
  }

  private mutating func parseScenarioHeader() throws(Malformed) -> (Name, Name?) {
    advance()
    let name = try readNewName("scenario")
    let base = take("from") ? try readName("the scenario that it starts from") : nil
    try expectLineEnd(or: base == nil ? ["from"] : [])
    return (name, base)
  }

  private mutating func parseScenarioLine(into scenario: inout ScenarioSyntax) throws(Malformed) {
    if isAt("rule") { return try parseRule(into: &scenario) }
    let start = current.span
    if take("assume") {
      let parameter = try readName("a parameter")
      try expect(.equals, "`=`")
      let value = try parseValue()
      let span = start.merged(with: value.span)
      scenario.assumptions.append(.init(parameter: parameter, value: value, span: span))
      return try expectLineEnd()
    }
    scenario.assignments.append(try parseAssignment("a lever, `assume`, `rule` or `end`"))
  }

  /// Reads `rule NAME for persons where CONDITION` and its settings up to `end`.
  private mutating func parseRule(into scenario: inout ScenarioSyntax) throws(Malformed) {
    let opening = current.span
    advance()
    var target: TargetSyntax?
    line { parser throws(Malformed) in
      let name = try parser.readNewName("rule")
      var read = try parser.parseTarget()
      read.rule = name
      target = read
      try parser.expectLineEnd()
    }
    var assignments: [ScenarioSyntax.Assignment] = []
    _ = parseBlock(opening: opening, kind: "rule") { parser throws(Malformed) in
      assignments.append(try parser.parseAssignment("a lever or `end`", of: target))
    }
    guard let target else { return }
    scenario.rules.append(target)
    scenario.assignments += assignments
  }

  /// Reads `LEVER = VALUE`, whom it reaches, when, and what it stands instead of.
  ///
  /// - Parameter rule: the rule that the line stands in, which says whom it reaches.
  private mutating func parseAssignment(
    _ wanted: String, of rule: TargetSyntax? = nil
  ) throws(Malformed) -> ScenarioSyntax.Assignment {
    let lever = try readName(wanted)
    if isAt(.colon) { throw unexpected("`=`", helps: [.replace(current.span, with: " =", "write `=`")]) }
    try expect(.equals, "`=`")
    let value = try parseValue()
    var target = rule
    if rule == nil, isAt("for") { target = try parseTarget() }
    let period = try parsePeriod()
    var winsOver: Name?
    if take("instead") {
      try expect("of")
      winsOver = try readName("the name of a rule")
    }
    let span = lever.span.merged(with: tokens[position - 1].span)
    let isPlain = target == nil && period.span == nil && winsOver == nil
    try expectLineEnd(or: isPlain ? ["for", "from", "until", "in"] : [])
    return .init(lever: lever, value: value, target: target, period: period, winsOver: winsOver, span: span)
  }

  /// Reads `from DATE`, `until DATE`, both, or `in DATE`.
  private mutating func parsePeriod() throws(Malformed) -> Period {
    let start = current.span
    if take("in") {
      let period = try readDate("a month or a year")
      return Period(first: period.first, last: period.last, span: start.merged(with: period.span))
    }
    var period = Period()
    if take("from") {
      let date = try readDate("a month, such as `2020-01`, or a year")
      period.first = date.first
      period.span = start.merged(with: date.span)
    }
    if take("until") {
      let date = try readDate("a month, such as `2022-12`, or a year")
      period.last = date.last
      period.span = start.merged(with: date.span)
    }
    if let first = period.first, let last = period.last, let span = period.span, last < first {
      report(.endsBeforeItBegins(first: first, last: last, span))
    }
    return period
  }

  /// Reads a month, or a year as its twelve months.
  private mutating func readDate(_ wanted: String) throws(Malformed) -> (first: Month, last: Month, span: Span) {
    let span = current.span
    if case .month(let month) = current.kind {
      advance()
      return (month, month, span)
    }
    let year = try readInteger(wanted)
    if !(1900...2100).contains(year.value) { report(.malformedDate(fix: nil, year.span)) }
    return (Month(year: year.value, month: 1), Month(year: year.value, month: 12), span)
  }

  /// Reads the lines of a block up to its `end`, each by itself; says whether `end` was there.
  mutating func parseBlock(
    opening: Span, kind: String, _ parseLine: (inout Parser) throws(Malformed) -> Void
  ) -> Bool {
    while true {
      let documentation = readDocumentation()
      if current.kind == .endOfFile || isAtStatement {
        program.isUnfinished = current.kind == .endOfFile
        let next = current.kind == .endOfFile ? nil : current.span
        report(.unterminatedBlock(kind: kind, opening, next: next))
        return false
      }
      if isAt("end"), next.kind != .symbol(.equals) {
        if let documentation { report(.documentationOfNothing(documentation.span)) }
        line { parser throws(Malformed) in
          parser.advance()
          try parser.expectLineEnd()
        }
        return true
      }
      line { parser throws(Malformed) in try parseLine(&parser) }
    }
  }
}
