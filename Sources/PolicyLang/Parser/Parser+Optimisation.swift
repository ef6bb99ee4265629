import PolicyCore

extension Parser {
  /// Reads `optimise SCENARIO over LEVER from A to B` with its clauses; without `to maximise` or `to minimise` in the
  /// line, these follow as a block up to `end`.
  mutating func parseOptimisation() throws(Malformed) -> Statement.Kind? {
    try parseQuestion(
      "search", header: { parser throws(Malformed) in try parser.parseOptimisationHeader() },
      clauses: { parser, question throws(Malformed) in try parser.parseClauses(of: &question) },
      isComplete: { $0.goal != nil }, missing: { .nothingToSeek($0) }
    ).map { .optimise($0) }
  }

  private mutating func parseOptimisationHeader() throws(Malformed) -> OptimisationSyntax {
    let scenario = try readName("a scenario")
    try expect("over")
    var ranges: [LeverRangeSyntax] = []
    repeat {
      let lever = try readName(ranges.isEmpty ? "a lever" : "a second lever")
      if isAt("of") {
        let help = Diagnostic.Help(
          "the scenario stands before `over`: `optimise \(scenario.text) over \(lever.text) from …`")
        throw unexpected("`from`", helps: [help])
      }
      ranges.append(try parseStep(of: try parseRange(of: lever)))
    } while take(.comma)
    return OptimisationSyntax(scenario: scenario, ranges: ranges)
  }

  private mutating func parseClauses(of question: inout OptimisationSyntax) throws(Malformed) {
    while !isAtLineEnd {
      let span = current.span
      if isAt("by") || isAt("against") {
        let help = Diagnostic.Help(
          isAt("by")
            ? "name the group in the goal: `to maximise employed of women in year 9: …`"
            : "subtract the scenario in the goal: `to maximise employed in year 9: A - B`")
        throw unexpected(Self.optimisationClauses, helps: [help])
      }
      if try parseClause(of: &question.clauses) { continue }
      if take("to") {
        let goal = try parseGoalOfSearch()
        if question.goal != nil { report(.repeatedClause("The goal", span)) }
        question.goal = goal
      } else if take("subject") {
        try expect("to")
        repeat { question.conditions.append(try parseBoundedTerm()) } while take(.comma)
      } else if take("plot") {
        question.plots.append(try parsePathOfPlot())
      } else {
        throw unexpected(Self.optimisationClauses)
      }
    }
    try expectLineEnd()
  }

  private static let optimisationClauses =
    "`to maximise`, `to minimise`, `subject to`, `over`, `in`, `since`, `among` or `plot`"

  private mutating func parseGoalOfSearch() throws(Malformed) -> OptimisationSyntax.Goal {
    guard let word, let aim = OptimisationPlan.Aim(rawValue: word) else {
      throw unexpected("`maximise` or `minimise`")
    }
    advance()
    return .init(aim: aim, term: try parseTerm(needsYear: false))
  }

  /// Reads a term with one bound.
  private mutating func parseBoundedTerm() throws(Malformed) -> OptimisationSyntax.Condition {
    let term = try parseTerm(needsYear: false)
    guard !isAt("between"), !isAt("within") else {
      let help = Diagnostic.Help("write two conditions with a comma between them: `at least` and `at most`")
      throw unexpected("`at least`, `at most`, `more than` or `less than`", helps: [help])
    }
    let test = try parseTest()
    return .init(term: term, test: test, span: term.span.merged(with: tokens[position - 1].span))
  }
}
