import PolicyCore

extension Checker {
  /// An attribution as a plan, when its names and years are right and there is something to divide.
  mutating func plan(_ attribution: AttributionSyntax) -> AttributionPlan? {
    let problems = diagnostics.count
    let clauses = attribution.clauses
    let scenario = scenario(attribution.scenario)
    let reference = reference(of: scenario, attribution)
    let framed = frame(clauses, shown: attribution.shown, for: "A difference that is divided")
    guard !hasErrors(since: problems), let scenario, let reference, let framed,
      let parts = parts(from: reference, to: scenario, attribution.scenario.span)
    else { return nil }
    return AttributionPlan(
      scenario: scenario.plan, reference: reference.plan, parts: parts.parts, lines: parts.lines,
      assumptions: parts.assumptions, measures: framed.shown, frame: framed.frame)
  }

  /// What the scenario is compared with: its base unless another is named.
  private mutating func reference(
    of scenario: ScenarioDeclaration?, _ attribution: AttributionSyntax
  ) -> ScenarioDeclaration? {
    if let name = attribution.clauses.reference { return self.scenario(name) }
    guard let scenario else { return nil }
    guard let base = scenario.base else {
      report(.nothingToDivide(scenario.plan.name, from: nil, attribution.scenario.span))
      return nil
    }
    return self.scenario(Name(text: base, span: attribution.scenario.span))
  }

  /// The parts in which two scenarios differ; says when they are none, one or too many.
  private mutating func parts(
    from reference: ScenarioDeclaration, to scenario: ScenarioDeclaration, _ span: Span
  ) -> ReformParts? {
    let parts = ReformParts(from: reference, to: scenario, in: environment.catalogue) { changes in
      ties(among: changes, from: reference, to: scenario)
    }
    switch parts.parts.count {
    case 0: report(.nothingToDivide(scenario.plan.name, from: reference.plan.name, span))
    case 1: report(.onePartOnly(scenario.plan.name, from: reference.plan.name, "\(parts.parts[0])", span))
    case 2...AttributionPlan.mostParts: break
    default: report(.tooManyParts(parts.parts.count, span))
    }
    // Between scenarios of different descent, a combination can have the rules of both.
    let problems = diagnostics.count
    checkNumber(of: (reference.targeted + scenario.targeted).map(\.condition).unique, span)
    let isDivisible = (1...AttributionPlan.mostParts).contains(parts.parts.count)
    return isDivisible && !hasErrors(since: problems) ? parts : nil
  }

  // MARK: Ties

  /// Changes that belong together, since some without the others would be no possible scenario.
  private func ties(
    among changes: [ReformChange], from reference: ScenarioDeclaration, to scenario: ScenarioDeclaration
  ) -> [Set<ReformChange>] {
    limitTies(among: changes, from: reference, to: scenario) + ruleTies(among: changes, from: reference, to: scenario)
  }

  /// Changes of two levers of which one is `at_most` the other, when some of them alone would contradict that.
  private func limitTies(
    among changes: [ReformChange], from reference: ScenarioDeclaration, to scenario: ScenarioDeclaration
  ) -> [Set<ReformChange>] {
    var ties: [Set<ReformChange>] = []
    for lever in environment.catalogue.levers where lever.slot == lever.name {
      guard let limit = lever.atMost.flatMap({ environment.catalogue.lever($0) }) else { continue }
      let slots: Set = [lever.slot, limit.slot]
      let rules = (reference.targeted + scenario.targeted).filter { slots.contains($0.slot) }
      let concerned = changes.filter { change in
        slots.contains { change == .lever($0) } || rules.contains { $0.change == change }
      }
      guard concerned.count > 1 else { continue }
      // So many lines on two levers are no scenario that anybody writes: they are not tried one by one.
      guard concerned.count <= 12 else {
        ties.append(Set(concerned))
        continue
      }
      let isContradictory = (1..<(1 << concerned.count) - 1).contains { combination in
        let chosen = Set(concerned.indices.filter { combination & 1 << $0 != 0 }.map { concerned[$0] })
        var schedules: [String: Schedule] = [:]
        for slot in slots {
          let source = chosen.contains(.lever(slot)) ? scenario : reference
          schedules[slot] = source.schedules[slot]
        }
        let lines =
          reference.targeted.filter { concerned.contains($0.change) && !chosen.contains($0.change) }
          + scenario.targeted.filter { !concerned.contains($0.change) || chosen.contains($0.change) }
        let rules = lines.filter { slots.contains($0.slot) }
        return !contradictions(of: lever, limit, schedules, [], rules).isEmpty
      }
      if isContradictory { ties.append(Set(concerned)) }
    }
    return ties
  }

  /// Changes that take a line away and bring another which can reach the same person in the same month: a combination
  /// that has both would not say which holds.
  private func ruleTies(
    among changes: [ReformChange], from reference: ScenarioDeclaration, to scenario: ScenarioDeclaration
  ) -> [Set<ReformChange>] {
    reference.targeted.flatMap { old in
      scenario.targeted.filter { new in
        new.slot == old.slot && new.change != old.change && changes.contains(new.change)
          && changes.contains(old.change) && new.line.period.overlaps(old.line.period)
          && canMeet(old.condition, new.condition)
      }.map { [old.change, $0.change] }
    }
  }
}
