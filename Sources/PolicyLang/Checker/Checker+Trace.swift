import PolicyCore

extension Checker {
  /// A trace as a plan, when its names and numbers are right.
  mutating func plan(_ trace: TraceSyntax, at span: Span) -> TracePlan? {
    let problems = diagnostics.count
    reportRepeated(trace.scenarios)
    let names = trace.scenarios.isEmpty ? [Name(text: "baseline", span: span)] : trace.scenarios
    let scenarios = all(names.map { scenario($0)?.plan })
    if names.count > TracePlan.mostScenarios {
      report(.tooManyScenarios(most: TracePlan.mostScenarios, names[TracePlan.mostScenarios].span))
    }
    let person = person(trace.person, scenarios: names.count)
    if let years = trace.years { checkRange(of: years) }
    if let replicate = trace.replicate, replicate.number < 1 {
      report(
        .outOfRange("`replicate`", Quantity(Double(replicate.number), .number), allowed: "1 and up", replicate.span))
    }
    guard !hasErrors(since: problems), let scenarios, let person else { return nil }
    return TracePlan(
      person: person, scenarios: scenarios, replicate: trace.replicate?.number ?? 1,
      years: trace.years?.last ?? TracePlan.usualYears)
  }

  private mutating func person(_ person: TraceSyntax.Person, scenarios: Int) -> TracedPerson? {
    switch person {
    case .number(let number): return .number(number)
    case .first(let syntax, let span, let parts):
      if let parts, scenarios < 2 { report(.livesNeedTwo(parts)) }
      guard let syntax else { return .first(condition: nil, isParted: parts != nil) }
      guard let condition = fixedCondition(syntax, span), reportIfNobody([condition], span) else { return nil }
      return .first(condition: condition, isParted: parts != nil)
    }
  }
}
