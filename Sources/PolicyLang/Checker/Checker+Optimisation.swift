import PolicyCore

extension Checker {
  /// A search for the best setting as a plan, when its names, units and years are right.
  mutating func plan(_ search: OptimisationSyntax) -> OptimisationPlan? {
    let problems = diagnostics.count
    let scenario = scenario(search.scenario)
    let axes = axes(search.ranges, of: scenario, as: .search)
    // Every term has the clauses of the question, and what is wrong with these is said once.
    let objective = search.goal.flatMap { term($0.term, of: search.scenario, search.clauses) }
    let conditions = search.conditions.map { condition($0, of: search.scenario, search.clauses) }
    for case let path? in search.plots { checkPicture(path) }
    diagnostics = diagnostics.prefix(problems) + diagnostics.dropFirst(problems).unique
    if let plot = search.plots.first, search.conditions.isEmpty, let goal = search.goal {
      report(.plotOfNothing(plot?.span ?? goal.term.span))
    }
    guard !hasErrors(since: problems), let scenario, let axes, let goal = search.goal, let objective,
      let conditions = all(conditions)
    else { return nil }
    return OptimisationPlan(
      scenario: scenario.plan, axes: axes, triesAll: search.ranges.allSatisfy { $0.step != nil }, aim: goal.aim,
      objective: objective.measured, conditions: conditions, plots: search.plots.map { FrontPlot(path: $0?.text) })
  }

  private mutating func condition(
    _ syntax: OptimisationSyntax.Condition, of scenario: Name, _ clauses: ClausesSyntax
  ) -> ExpectationPlan? {
    guard let term = term(syntax.term, of: scenario, clauses), let bounds = bounds(of: syntax.test, in: term.unit)
    else { return nil }
    return ExpectationPlan(
      outcome: term.measured.outcome, year: term.measured.year, frame: term.measured.frame, term: term.measured.term,
      lower: bounds.lower, upper: bounds.upper, isStrict: bounds.isStrict, unit: term.unit, text: oneLine(syntax.span),
      place: file.place(at: syntax.span.start))
  }

  /// One number of a goal; it names the scenario that is moved once.
  private mutating func term(
    _ syntax: TermSyntax, of moved: Name, _ clauses: ClausesSyntax
  ) -> (measured: MeasuredTerm, unit: Unit)? {
    let problems = diagnostics.count
    var own = clauses
    own.clock = syntax.clock ?? clauses.clock
    own.cohort.groups += syntax.cohort.groups
    own.cohort.starts += syntax.cohort.starts
    let names = [syntax.minuend] + (syntax.subtrahend.map { [$0] } ?? [])
    let shown = ShownSyntax(outcome: syntax.outcome, year: syntax.year)
    let framed = frame(own, shown: [shown], comparesScenarios: names.count > 1, for: "A goal")
    let scenarios = all(names.map { scenario($0)?.plan })
    checkMoves(moved, names, syntax.scenarios)
    guard let outcome = outcome(syntax.outcome), !hasErrors(since: problems), let framed, let scenarios else {
      return nil
    }
    let unit = scenarios.count > 1 ? outcome.unit.ofDifference : outcome.unit
    return (
      MeasuredTerm(
        outcome: outcome.slot, year: framed.shown[0].year, frame: framed.frame,
        term: scenarios.count > 1 ? .difference(scenarios[0], scenarios[1]) : .level(scenarios[0]), unit: unit,
        text: oneLine(syntax.span)), unit
    )
  }

  /// Says when a goal is the same whatever the setting is.
  mutating func checkMoves(_ scenario: Name, _ terms: [Name], _ span: Span) {
    let moved = terms.count { $0.text == scenario.text }
    if moved != 1 { report(.goalDoesNotMove(scenario.text, isOnBothSides: moved > 1, span)) }
  }
}
