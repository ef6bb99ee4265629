import PolicyCore

extension Checker {
  /// Checks the lines of a scenario and lays them over its base.
  mutating func declaration(of scenario: ScenarioSyntax, _ documentation: String) -> ScenarioDeclaration? {
    let problems = diagnostics.count
    var isComplete = true
    var base: ScenarioDeclaration?
    if let name = scenario.base {
      base = self.scenario(name)
      isComplete = base != nil
    } else if environment.catalogue.levers.isEmpty || !environment.scenarios.isEmpty {
      report(.missingBase(near: environment.scenarioNames.first, scenario.name.span))
      isComplete = false
    }
    let inherited = base?.schedules ?? [:]
    var schedules = inherited
    var settings = base?.settings ?? []
    var targeted = base?.targeted ?? []
    let inheritedRules = targeted.count
    var conditions: [Span: PersonCondition] = [:]
    for target in scenario.rules {
      conditions[target.span] = condition(target.condition)
      if conditions[target.span] == nil { isComplete = false }
    }
    checkNames(of: scenario.rules, earlier: targeted)
    var assigned: [String: [ScenarioSyntax.Assignment]] = [:]
    for assignment in scenario.assignments {
      guard let lever = lever(assignment.lever) else {
        isComplete = false
        continue
      }
      let before = inherited[lever.slot] ?? Schedule(lever.baseline)
      if assignment.target != nil || assignment.winsOver != nil {
        let setting = self.targeted(
          assignment, of: lever, base: before, in: scenario.name.text, earlier: targeted, rules: conditions)
        if let setting { targeted.append(setting) } else { isComplete = false }
        continue
      }
      if let earlier = assigned[lever.slot]?.first(where: { $0.period.overlaps(assignment.period) }) {
        let lever = "lever `\(assignment.lever.text)`"
        report(.assignedTwice(lever, hasPeriod: true, assignment.span, earlier: earlier.span))
      }
      assigned[lever.slot, default: []].append(assignment)
      guard let schedule = schedule(assignment, of: lever, base: before) else {
        isComplete = false
        continue
      }
      schedules[lever.slot] = (schedules[lever.slot] ?? before).replaced(
        by: schedule, from: assignment.period.first, until: assignment.period.last)
      settings.append(
        SettingSite(
          slot: lever.slot, scenario: scenario.name.text, first: assignment.period.first, last: assignment.period.last,
          site: Site(file: file, span: assignment.span)))
    }
    var parameters = base?.plan.parameters ?? [:]
    var assumed: [String: Span] = [:]
    for assumption in scenario.assumptions {
      let name = assumption.parameter.text
      if let earlier = assumed[name] {
        report(.assignedTwice("parameter `\(name)`", hasPeriod: false, assumption.span, earlier: earlier))
      }
      assumed[name] = assumption.span
      guard let (slot, value) = check(assumption) else {
        isComplete = false
        continue
      }
      parameters[slot] = value == environment.catalogue.parameter(slot)?.value ? nil : value
    }
    // Levers are compared when each by itself is right.
    func hasFailed() -> Bool { diagnostics.dropFirst(problems).contains { $0.severity == .error } }
    if isComplete, !hasFailed() {
      if targeted.count > inheritedRules {
        checkRules(targeted, own: targeted.count - inheritedRules, scenario.name.span)
      }
      if !hasFailed() { compareLevers(schedules, settings, targeted, in: scenario.name.text) }
    }
    guard isComplete, !hasFailed() else { return nil }
    let known = base?.plan.measures ?? environment.catalogue.measures
    var plan = ScenarioPlan(
      name: scenario.name.text, base: scenario.base?.text,
      settings: planned(schedules, known) + targeted.flatMap(\.settings), parameters: parameters, measures: known)
    plan.measures = known.filter(plan.uses)
    if plan.measures.contains(where: { $0.persons != nil }) {
      checkNumber(of: plan.conditions, scenario.name.span)
      guard !hasFailed() else { return nil }
    }
    return ScenarioDeclaration(
      plan: plan, documentation: documentation, place: file.place(at: scenario.name.span.start), schedules: schedules,
      settings: settings, targeted: targeted)
  }

  /// What differs from the declared baselines, in the order in which levers are declared.
  ///
  /// - Parameter measures: Those that the scenario knows; a session may have replaced one that a base was built on.
  private func planned(_ schedules: [String: Schedule], _ measures: [MeasureDeclaration]) -> [LeverSetting] {
    let declared = environment.catalogue.levers
    let earlier = measures.map(\.lever).filter { lever in !declared.contains { $0.slot == lever.slot } }
    return (declared + earlier).filter { $0.slot == $0.name }.flatMap { lever in
      schedules[lever.slot]?.settings(slot: lever.slot, baseline: lever.baseline) ?? []
    }
  }

  /// The assigned value over time: it changes where a lever that it refers to changes.
  mutating func schedule(
    _ assignment: ScenarioSyntax.Assignment, of lever: LeverDeclaration, base: Schedule
  ) -> Schedule? {
    let own = OwnLever(lever: lever, schedule: base)
    let span = assignment.value.span
    var months: Set<Month> = []
    for name in assignment.value.names {
      let schedule = name.text == lever.name ? base : leverReference(name.text)?.schedule
      months.formUnion(schedule?.changes.map(\.month) ?? [])
    }
    for name in assignment.value.functions { months.formUnion(environment.functions[name.text]?.months ?? []) }
    func isInForce(_ month: Month) -> Bool {
      month > assignment.period.first ?? Month(index: .min) && month <= assignment.period.last ?? Month(index: .max)
    }
    let start = evaluate(assignment.value, in: Scope(own: own, month: assignment.period.first))
    if case .quantity(let quantity) = start, reportDifferenceOfShares(quantity, assignment, lever, own) { return nil }
    guard let initial = leverValue(start, in: lever.domain, of: lever.name, span) else { return nil }
    var changes: [Schedule.Change] = []
    for month in months.filter(isInForce).sorted() {
      let value = evaluate(assignment.value, in: Scope(own: own, month: month))
      guard let value = leverValue(value, in: lever.domain, of: lever.name, span) else { return nil }
      changes.append(.init(month: month, value: value))
    }
    return Schedule(initial, changes: changes)
  }

  /// Says what `nav.involvement - 5 %` can mean: by itself it is a difference, which no lever takes.
  private mutating func reportDifferenceOfShares(
    _ result: Quantity, _ assignment: ScenarioSyntax.Assignment, _ lever: LeverDeclaration, _ own: OwnLever
  ) -> Bool {
    let scope = Scope(own: own, month: assignment.period.first)
    guard result.unit == .points, case .quantity(.share, _, _) = lever.domain,
      case .chain(let first, let steps) = assignment.value, steps.count == 1, let step = steps.first,
      step.operation == .minus, case .quantity(let left) = evaluate(first, in: scope),
      case .quantity(let right) = evaluate(step.operand, in: scope), left.unit == .share
    else { return false }
    report(.percentOrPoints(left, first.span, step, right))
    return true
  }

  /// `assume PARAMETER = NUMBER` as the parameter's slot and value.
  private mutating func check(_ assumption: ScenarioSyntax.Assumption) -> (String, Double)? {
    guard let parameter = parameter(assumption.parameter), let quantity = quantity(assumption.value),
      parameterValue(quantity, assumption.value.span) != nil
    else { return nil }
    let isInRange = quantity.value >= parameter.low && quantity.value <= parameter.high
    guard isInRange || quantity.value == parameter.neutral || quantity.value == parameter.value else {
      let allowed = "\(SourceNumber.text(parameter.low)) to \(SourceNumber.text(parameter.high))"
      report(.outOfRange("`\(parameter.name)`", quantity, allowed: allowed, assumption.value.span))
      return nil
    }
    return (parameter.slot, quantity.value)
  }
}

extension Period {
  func overlaps(_ other: Period) -> Bool {
    let first = max(first?.index ?? .min, other.first?.index ?? .min)
    let last = min(last?.index ?? .max, other.last?.index ?? .max)
    return first <= last
  }
}
