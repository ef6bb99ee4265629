import PolicyCore

extension Parser {
  /// Reads `sweep LEVER of SCENARIO from A to B step C` with its clauses; without `show` or `plot` in the line, these
  /// follow as a block up to `end`.
  mutating func parseSweep() throws(Malformed) -> Statement.Kind? {
    try parseQuestion(
      "sweep", header: { parser throws(Malformed) in try parser.parseSweepHeader() },
      clauses: { parser, sweep throws(Malformed) in try parser.parseClauses(of: &sweep) },
      isComplete: { !$0.shown.isEmpty || !$0.plots.isEmpty }
    ).map { .sweep($0) }
  }

  /// Reads `solve LEVER of SCENARIO from A to B so that GOAL`.
  mutating func parseSolve() throws(Malformed) -> Statement.Kind {
    advance()
    let lever = try readName("a lever")
    let scenario = try parseScenarioOfLever()
    let range = try parseRange(of: lever)
    // The goal may stand on a line of its own.
    if current.kind == .newline, next.kind == .name("so") { advance() }
    if isAtLineEnd, current.kind == .endOfFile || next.kind == .endOfFile { program.isUnfinished = true }
    if isAt("step") {
      let help = Diagnostic.Help("`solve` finds its steps by itself; to choose them, write a `sweep`")
      throw unexpected("`so that` and the goal", helps: [help])
    }
    guard take("so") else { throw unexpected("`so that` and the goal") }
    try expect("that")
    let goal = try parseGoal()
    try expectLineEnd()
    return .solve(SolveSyntax(scenario: scenario, range: range, goal: goal))
  }

  private mutating func parseScenarioOfLever() throws(Malformed) -> Name {
    let help = Diagnostic.Help("say whose lever it is: `of baseline`")
    guard take("of") else { throw unexpected("`of` and a scenario", helps: [help]) }
    return try readName("a scenario")
  }

  private mutating func parseSweepHeader() throws(Malformed) -> SweepSyntax {
    let lever = try readName("a lever")
    let scenario = try parseScenarioOfLever()
    var sweep = SweepSyntax(scenario: scenario, ranges: [try parseSteps(of: lever)])
    while take(.comma) { sweep.ranges.append(try parseSteps(of: try readName("a second lever"))) }
    return sweep
  }

  private mutating func parseSteps(of lever: Name) throws(Malformed) -> LeverRangeSyntax {
    let range = try parseRange(of: lever)
    guard isAt("step") else { throw unexpected("`step` and the distance between two points") }
    return try parseStep(of: range)
  }

  /// Reads the step of a range, when there is one.
  mutating func parseStep(of range: LeverRangeSyntax) throws(Malformed) -> LeverRangeSyntax {
    guard take("step") else { return range }
    var range = range
    range.step = try parseExpression("the distance between two points")
    return range
  }

  /// Reads `from 12 to 48 months`; the first number takes the unit of the second when it has none.
  mutating func parseRange(of lever: Name) throws(Malformed) -> LeverRangeSyntax {
    try expect("from")
    let low = try parseExpression("the first value of the lever")
    try expect("to")
    return LeverRangeSyntax(lever: lever, low: low, high: try parseExpression("the last value of the lever"))
  }

  private mutating func parseClauses(of sweep: inout SweepSyntax) throws(Malformed) {
    while !isAtLineEnd {
      if try parseClause(of: &sweep.clauses) { continue }
      if take("show") {
        sweep.shown += try parseShown()
      } else if take("plot") {
        sweep.plots.append(try parsePlot(of: try parseOneShown()))
      } else {
        throw unexpectedClause(", `show` or `plot`")
      }
    }
    try expectLineEnd()
  }

  /// Reads `employed in year 5, in_education`.
  mutating func parseShown() throws(Malformed) -> [ShownSyntax] {
    var shown: [ShownSyntax] = []
    repeat { shown.append(try parseOneShown()) } while take(.comma)
    return shown
  }

  /// Reads `employed in year 5`; without a year it is the last one of the question.
  private mutating func parseOneShown() throws(Malformed) -> ShownSyntax {
    let outcome = try readName("an outcome")
    return ShownSyntax(outcome: outcome, year: isAt("in") ? try parseYears() : nil)
  }

  /// Reads `by sex to "FILE.svg"` behind what is drawn.
  mutating func parsePlot(of shown: ShownSyntax) throws(Malformed) -> PlotSyntax {
    var plot = PlotSyntax(shown: shown)
    if take("by") { plot.by = try readName("an attribute") }
    plot.path = try parsePathOfPlot()
    return plot
  }

  /// Reads `to "FILE.svg"`; without it the picture is for the terminal.
  mutating func parsePathOfPlot() throws(Malformed) -> (text: String, span: Span)? {
    guard isAt("to"), !isAtGoal else { return nil }
    advance()
    let span = current.span
    return (try readText("the name of a file in quotation marks, such as `\"length.svg\"`"), span)
  }

  /// Whether `to` begins the goal of a search here.
  var isAtGoal: Bool { next.kind == .name("maximise") || next.kind == .name("minimise") }
}
