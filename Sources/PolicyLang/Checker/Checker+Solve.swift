import PolicyCore

extension Checker {
  /// A `solve` as a plan; its goal is checked as an expectation is.
  mutating func plan(_ solve: SolveSyntax, at span: Span) -> SolvePlan? {
    let problems = diagnostics.count
    let scenario = scenario(solve.scenario)
    let range = range(solve.range, of: scenario)
    if let range, let scenario {
      warnOfDates(range, solve.range.lever, of: scenario)
      warnOfRules(range, solve.range.lever, of: scenario)
      checkLimits([range], of: scenario)
    }
    if solve.goal.year.isOver { report(.notInThisVersion("`over` in the goal of `solve`", solve.goal.year.span)) }
    let goal = plan(solve.goal, at: span)
    let terms = [solve.goal.minuend] + (solve.goal.subtrahend.map { [$0] } ?? [])
    checkMoves(solve.scenario, terms, terms.dropFirst().reduce(terms[0].span) { $0.merged(with: $1.span) })
    guard !hasErrors(since: problems), let scenario, let range, let goal else { return nil }
    return SolvePlan(
      scenario: scenario.plan, lever: range.lever, low: range.low, high: range.high, goal: goal)
  }
}
