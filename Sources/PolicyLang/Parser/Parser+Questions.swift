import PolicyCore

extension Parser {
  /// Reads `compare A, B` with its clauses; without `show` in the line, clauses follow as a block up to `end`.
  mutating func parseComparison() throws(Malformed) -> Statement.Kind? {
    try parseQuestion(
      "comparison",
      header: { parser throws(Malformed) in ComparisonSyntax(scenarios: try parser.readNames("a scenario")) },
      clauses: { parser, comparison throws(Malformed) in try parser.parseClauses(of: &comparison) },
      isComplete: { !$0.outcomes.isEmpty || !$0.plots.isEmpty }
    ).map { .compare($0) }
  }

  /// Reads a question: its header with clauses in one line, and where that does not say what to show, a block of more clauses
  /// up to `end`.
  ///
  /// - Parameters:
  ///   - kind: What messages call it.
  ///   - missing: What is wrong with a question that is never complete, where it is not that nothing is shown.
  mutating func parseQuestion<Question>(
    _ kind: String, header: (inout Parser) throws(Malformed) -> Question,
    clauses: (inout Parser, inout Question) throws(Malformed) -> Void, isComplete: (Question) -> Bool,
    missing: ((Span) -> Problem)? = nil
  ) throws(Malformed) -> Question? {
    let opening = current.span
    advance()
    var read: Question?
    line { parser throws(Malformed) in
      var question = try header(&parser)
      try clauses(&parser, &question)
      read = question
    }
    // A header that went wrong says nothing about whether a block follows.
    guard var question = read else { throw questionResumed() }
    if !isComplete(question) {
      let count = problems.count
      let isClosed = parseBlock(opening: opening, kind: kind) { parser throws(Malformed) in
        try clauses(&parser, &question)
      }
      guard isClosed, problems.count == count else { return nil }
      if !isComplete(question) { report(missing?(opening) ?? .nothingToShow(kind, opening)) }
    }
    return question
  }

  /// After a header that went wrong: leaves out the block that it would have had.
  private mutating func questionResumed() -> Malformed {
    if isAt("show") || isAt("plot") { skipQuestionBlock() }
    resumesHere = true
    return Malformed()
  }

  /// The lines that the header's block would have had.
  private mutating func skipQuestionBlock() {
    while current.kind != .endOfFile, !isAtStatement {
      let isEnd = isAt("end")
      skipLine()
      if isEnd { return }
    }
  }

  private mutating func parseClauses(of comparison: inout ComparisonSyntax) throws(Malformed) {
    while !isAtLineEnd { try parseComparisonClause(of: &comparison, last: ", `show` or `plot`") }
    try expectLineEnd()
  }

  private mutating func parseComparisonClause(
    of comparison: inout ComparisonSyntax, last: String
  ) throws(Malformed) {
    if try parseClause(of: &comparison.clauses) { return }
    switch word {
    case "show":
      advance()
      comparison.outcomes += try readNames("an outcome")
    case "plot":
      advance()
      // Its years are those of the question.
      comparison.plots.append(try parsePlot(of: ShownSyntax(outcome: try readName("an outcome"))))
    default: throw unexpectedClause(last)
    }
  }

  /// Reads a clause that every question can have; says whether there was one.
  mutating func parseClause(of question: inout ClausesSyntax) throws(Malformed) -> Bool {
    let span = current.span
    var isRepeated = false
    switch word {
    case "against":
      advance()
      isRepeated = question.reference != nil
      question.reference = try readName("a scenario")
    case "over", "in":
      isRepeated = question.years != nil
      question.years = try parseYears()
    case "since":
      isRepeated = question.clock != nil
      question.clock = try parseSince()
    case "by":
      advance()
      isRepeated = !question.by.isEmpty
      question.by = try readNames("an attribute")
    case "among": try parseAmong(into: &question.cohort)
    default: return false
    }
    if isRepeated { report(.repeatedClause("`\(file.text(of: span))`", span)) }
    return true
  }

  /// - Parameter last: What can stand here besides the clauses of every question, as the end of a list.
  mutating func unexpectedClause(_ last: String) -> Malformed {
    let better = ["for": "among", "where": "among", "of": "among", "with": "against", "and": ","][word ?? ""]
    let help = better.map { Diagnostic.Help.replace(current.span, with: $0, "write `\($0)`") }
    return unexpected("`over`, `in`, `since`, `by`, `among`, `against`\(last)", helps: help.map { [$0] } ?? [])
  }

  mutating func parseYears() throws(Malformed) -> YearsSyntax {
    let start = current.span
    if take("over") {
      if take("calendar") {
        let years = try readYears()
        return YearsSyntax(
          first: years.range.firstYear, last: years.range.lastYear, isCalendar: true,
          span: start.merged(with: years.span), isOver: true)
      }
      let years = try readInteger("a number of years")
      if !take("years"), !take("year") { throw unexpected("`years`") }
      return YearsSyntax(
        first: 1, last: years.value, isCalendar: false, span: start.merged(with: years.span), isOver: true)
    }
    try expect("in")
    if take("year") {
      let year = try readInteger("a year on the clock, such as `5`")
      return YearsSyntax(first: year.value, last: year.value, isCalendar: false, span: start.merged(with: year.span))
    }
    if case .number(let year) = current.kind, year > 1900 {
      let fix = Diagnostic.Help.replace(
        Span(current.span.start, current.span.start), with: "calendar ", "write `in calendar`")
      throw unexpected("`year` or `calendar`", helps: [fix])
    }
    guard take("calendar") else { throw unexpected("`year` or `calendar`") }
    let years = try readYears()
    return YearsSyntax(
      first: years.range.firstYear, last: years.range.lastYear, isCalendar: true, span: start.merged(with: years.span))
  }

  /// Reads `2012 to 2016`, or one year.
  private mutating func readYears() throws(Malformed) -> (range: CohortRange, span: Span) {
    let first = try readInteger("a year")
    if isAt(.minus) { throw unexpected("`to`", helps: [.replace(current.span, with: " to ", "write `to`")]) }
    // After the year of a picture comes the file that it goes to, and a goal begins with `to`.
    var isFileNext: Bool { if case .text = next.kind { true } else { false } }
    let last = !isFileNext && !isAtGoal && take("to") ? try readInteger("a year") : first
    return (CohortRange(firstYear: first.value, lastYear: last.value), first.span.merged(with: last.span))
  }

  private mutating func parseSince() throws(Malformed) -> Name {
    advance()
    if case .number = current.kind {
      let help = Diagnostic.Help("to pick persons by year, write `among settled 2012 to 2016`")
      throw unexpected("`settlement`, `arrival` or `programme_exit`", helps: [help])
    }
    return try readName("`settlement`, `arrival` or `programme_exit`")
  }

  /// Reads groups and cohorts: `among women`, `among settled 2012 to 2016`, `among women, settled 2014`.
  private mutating func parseAmong(into cohort: inout CohortSyntax) throws(Malformed) {
    let clocks: [String: Clock] = ["settled": .settlement, "arrived": .arrival, "exited": .programmeExit]
    advance()
    repeat {
      let start = current.span
      if let word, let clock = clocks[word], case .number = next.kind {
        advance()
        let years = try readYears()
        cohort.starts.append(.init(clock: clock, range: years.range, span: start.merged(with: years.span)))
      } else {
        cohort.groups.append(try parseGroupReference("a group, `persons where`, or `settled` with years"))
      }
    } while take(.comma) || take("and")
  }

  /// Reads a group by its name, or `persons where CONDITION`.
  private mutating func parseGroupReference(_ wanted: String) throws(Malformed) -> CohortSyntax.Group {
    guard isAt("persons"), next.kind == .name("where") else { return .named(try readName(wanted)) }
    advance()
    advance()
    let start = current.span
    let condition = try parseCondition()
    return .condition(condition, start.merged(with: tokens[position - 1].span))
  }

  /// Reads `expect OUTCOME of GROUP in year N: TERM TEST`.
  mutating func parseExpectation() throws(Malformed) -> Statement.Kind {
    advance()
    if isAt("compare") { return .expectSnapshot(try parseSnapshot()) }
    for word in ["sweep", "solve", "attribute", "sensitivity"] where isAt(word) {
      report(.notInThisVersion("`expect \(word)`", current.span))
      throw Malformed()
    }
    var expectation = try parseGoal()
    expectation.isWarning = try parseWarning()
    try expectLineEnd()
    return .expect(expectation)
  }

  /// Reads `compare A, B over 9 years show employed matches snapshot within 0.5 pp`.
  private mutating func parseSnapshot() throws(Malformed) -> SnapshotSyntax {
    let opening = current.span
    advance()
    var comparison = ComparisonSyntax(scenarios: try readNames("a scenario"))
    while !isAt("matches") {
      if isAtLineEnd || isAt("plot") { throw unexpected("`matches snapshot`") }
      try parseComparisonClause(of: &comparison, last: ", `show` or `matches snapshot`")
    }
    advance()
    try expect("snapshot")
    if comparison.outcomes.isEmpty { report(.nothingToShow("comparison", opening)) }
    let tolerance = take("within") ? try parseExpression("a distance") : nil
    let isWarning = try parseWarning()
    try expectLineEnd()
    return SnapshotSyntax(comparison: comparison, tolerance: tolerance, isWarning: isWarning)
  }

  /// Reads what an expectation and the goal of `solve` have in common, without the ends of the statement.
  mutating func parseGoal() throws(Malformed) -> ExpectationSyntax {
    let term = try parseTerm(needsYear: true)
    guard let year = term.year else { throw Malformed() }
    return ExpectationSyntax(
      outcome: term.outcome, year: year, clock: term.clock, cohort: term.cohort, minuend: term.minuend,
      subtrahend: term.subtrahend, test: try parseTest(), isWarning: false)
  }

  /// Reads `OUTCOME of GROUP in year N: SCENARIO - SCENARIO`.
  ///
  /// - Parameter needsYear: Whether the question around it has no years of its own.
  mutating func parseTerm(needsYear: Bool) throws(Malformed) -> TermSyntax {
    let start = current.span
    let outcome = try readName("an outcome")
    var cohort = CohortSyntax()
    if take("of") {
      repeat { cohort.groups.append(try parseGroupReference("a group")) } while take(.comma) || take("and")
    }
    guard isAt("in") || isAt("over") || !needsYear else {
      throw unexpected("`in year N`, `over N years` or `in calendar YEAR`")
    }
    let year = isAt("in") || isAt("over") ? try parseYears() : nil
    var clock: Name?
    while !isAt(.colon) {
      if isAt("since"), clock == nil {
        clock = try parseSince()
      } else if isAt("among") {
        try parseAmong(into: &cohort)
      } else {
        throw unexpected("`:` and what is expected")
      }
    }
    try expect(.colon, "`:`")
    let minuend = try readName("a scenario")
    var subtrahend: Name?
    if isAt(.minus) {
      if !current.followsBlank || !next.followsBlank { report(.minusNeedsBlanks(current.span)) }
      advance()
      subtrahend = try readName("the scenario that is subtracted")
    }
    return TermSyntax(
      outcome: outcome, year: year, clock: clock, cohort: cohort, minuend: minuend, subtrahend: subtrahend,
      span: start.merged(with: (subtrahend ?? minuend).span))
  }

  mutating func parseTest() throws(Malformed) -> ExpectationSyntax.Test {
    if take("at") {
      if take("least") { return .atLeast(try parseExpression("a bound")) }
      if take("most") { return .atMost(try parseExpression("a bound")) }
      throw unexpected("`least` or `most`")
    }
    if take("more") {
      try expect("than")
      return .moreThan(try parseExpression("a bound"))
    }
    if take("less") {
      try expect("than")
      return .lessThan(try parseExpression("a bound"))
    }
    if take("between") {
      let low = try parseExpression("the lower bound")
      try expect("and")
      return .between(low, try parseExpression("the upper bound"))
    }
    if take("within") {
      let distance = try parseExpression("a distance")
      try expect("of")
      return .within(distance, of: try parseExpression("a value"))
    }
    let found = file.text(of: current.span)
    let helps =
      Self.otherWords[found].map { [Diagnostic.Help.replace(current.span, with: $0, "write `\($0)`")] } ?? []
    throw unexpected("`at least`, `at most`, `more than`, `less than`, `between` or `within`", helps: helps)
  }

  /// What people write for the tests' own words.
  private static let otherWords = [
    "<": "less than", "<=": "at most", ">": "more than", ">=": "at least", "=": "within 1 pp of",
    "greater": "more", "higher": "more", "above": "more than", "over": "more than",
    "fewer": "less", "lower": "less", "smaller": "less", "below": "less than", "under": "less than",
  ]

  private mutating func parseWarning() throws(Malformed) -> Bool {
    guard take(.open) else { return false }
    try expect("warning")
    try expect(.close, "`)`")
    return true
  }
}
