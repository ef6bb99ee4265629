import PolicyCore

extension Checker {
  /// An `explain` whose name is known.
  mutating func check(explained name: Name) -> String? {
    let known = environment.namesWithPages + BuiltInFunction.allCases.map(\.rawValue)
    if known.contains(name.text) { return name.text }
    reportUnknown(name, .unknownName(name.text, near: Spelling.nearest(to: name.text, among: known), name.span))
    return nil
  }

  /// An `assumptions` about something that is assumed.
  mutating func check(assumed name: Name) -> String? {
    let known = environment.catalogue.assumptionNames
    if known.contains(name.text) { return name.text }
    guard check(explained: name) != nil else { return nil }
    report(.nothingAssumed(name.text, name.span))
    return nil
  }

  /// In what two scenarios differ.
  mutating func changes(_ syntax: ChangesSyntax) -> ScenarioChanges? {
    guard let scenario = scenario(syntax.scenario) else { return nil }
    let base = syntax.reference ?? scenario.base.map { Name(text: $0, span: syntax.scenario.span) }
    guard let base else {
      report(.noBase(scenario.plan.name, syntax.scenario.span))
      return nil
    }
    return self.scenario(base).map { changes(from: $0, to: scenario) }
  }

  private func changes(from reference: ScenarioDeclaration, to scenario: ScenarioDeclaration) -> ScenarioChanges {
    let catalogue = environment.catalogue
    var lines: [ScenarioChanges.Line] = []
    for lever in catalogue.levers where lever.slot == lever.name {
      let before = reference.schedules[lever.slot] ?? Schedule(lever.baseline)
      let after = scenario.schedules[lever.slot] ?? Schedule(lever.baseline)
      guard before != after else { continue }
      let line = scenario.settings.last { $0.slot == lever.slot } ?? reference.settings.last { $0.slot == lever.slot }
      lines.append(.init(.lever(lever.name, before: before, after: after), place: line?.site.place))
    }
    func targeted(_ lines: [TargetedSetting], without others: [TargetedSetting], isAdded: Bool) -> [ScenarioChanges
      .Line]
    {
      let known = others.flatMap(\.settings)
      return lines.flatMap { line in
        line.settings.filter { !known.contains($0) }.map {
          .init(.targeted($0, rule: line.rule, isAdded: isAdded), place: line.line.site.place)
        }
      }
    }
    lines += targeted(reference.targeted, without: scenario.targeted, isAdded: false)
    lines += targeted(scenario.targeted, without: reference.targeted, isAdded: true)
    for parameter in catalogue.parameters {
      let before = reference.plan.parameters[parameter.slot] ?? parameter.value
      let after = scenario.plan.parameters[parameter.slot] ?? parameter.value
      if before != after { lines.append(.init(.assumption(parameter.name, before: before, after: after), place: nil)) }
    }
    return ScenarioChanges(scenario: scenario.plan.name, reference: reference.plan.name, lines: lines)
  }

  /// An `export` with something to write and a form that is known.
  ///
  /// - Parameter hasAnswer: Whether a question stands before it; a session may have asked one earlier.
  mutating func export(_ syntax: ExportSyntax, hasAnswer: Bool) -> ExportPlan? {
    let ending = syntax.path.text.split(separator: "/").last?.split(separator: ".").last?.lowercased() ?? ""
    let format = ExportPlan.Format(rawValue: ending)
    if format == nil || syntax.path.text.utf8.count <= ending.utf8.count + 1 {
      report(.unknownFormat(syntax.path.text, syntax.path.span))
    }
    if let name = syntax.scenario {
      let changes = changes(ChangesSyntax(scenario: name))
      guard let changes, let format else { return nil }
      return ExportPlan(.changes(changes), format: format, path: syntax.path.text)
    }
    if mode != .session, !hasAnswer { report(.nothingToExport(syntax.subject)) }
    guard let format, hasAnswer || mode == .session else { return nil }
    return ExportPlan(.answer, format: format, path: syntax.path.text)
  }
}

extension Site {
  fileprivate var place: Place { file.place(at: span.start) }
}

extension Statement {
  /// Whether it is answered by a simulation.
  var isQuestion: Bool {
    switch kind {
    case .compare, .sweep, .solve, .optimise, .attribute, .sensitivity: true
    default: false
    }
  }
}
