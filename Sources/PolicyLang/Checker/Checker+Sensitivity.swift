import PolicyCore

extension Checker {
  /// A sensitivity as a plan, when its names and years are right and there is something to move.
  mutating func plan(_ sensitivity: SensitivitySyntax) -> SensitivityPlan? {
    let problems = diagnostics.count
    let clauses = sensitivity.clauses
    let scenario = scenario(sensitivity.scenario)
    var reference: ScenarioDeclaration?
    if let name = clauses.reference ?? scenario?.base.map({ Name(text: $0, span: sensitivity.scenario.span) }) {
      reference = self.scenario(name)
    }
    if let scenario, let reference, let name = clauses.reference, scenario.plan.isSimulated(like: reference.plan) {
      report(.nothingToDivide(scenario.plan.name, from: reference.plan.name, name.span))
    }
    let scope = scope(sensitivity.scope)
    let framed = frame(
      clauses, shown: sensitivity.shown, comparesScenarios: reference != nil, for: "A number that is moved")
    guard !hasErrors(since: problems), let scenario, let scope, let framed else { return nil }
    let set = Set(scenario.plan.parameters.keys).union(reference?.plan.parameters.keys.map { $0 } ?? [])
    // A measure that neither scenario gives places moves nothing.
    let used = scenario.plan.measures.filter { measure in
      scenario.plan.uses(measure) || reference?.plan.uses(measure) ?? false
    }
    let uncertain = environment.catalogue.parameters.filter { parameter in
      parameter.owner.map { owner in used.contains { $0.name == owner } } ?? true
    }.compactMap { MovedParameter($0, in: scope) }
    let moved = uncertain.filter { !set.contains($0.slot) }
    guard !moved.isEmpty else {
      report(.nothingToMove(sensitivity.scenario.span))
      return nil
    }
    return SensitivityPlan(
      scenario: scenario.plan, reference: reference?.plan, parameters: moved,
      fixed: uncertain.filter { set.contains($0.slot) }.map(\.name), measures: framed.shown, frame: framed.frame)
  }

  private mutating func scope(_ name: Name?) -> SensitivityScope? {
    guard let name else { return .assumptions }
    if let scope = SensitivityScope(rawValue: name.text) { return scope }
    report(.unknownChoice(name.text, of: "to", SensitivityScope.allCases.map(\.rawValue), name.span))
    return nil
  }
}
