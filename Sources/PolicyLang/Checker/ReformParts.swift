import PolicyCore

/// The parts in which two scenarios differ, with the settings that come and go with each.
struct ReformParts {
  private(set) var parts: [ReformPart]
  private(set) var lines: [AttributionPlan.Line]
  private(set) var assumptions: [AttributionPlan.Assumption]

  /// - Parameter ties: sets of changes that belong together.
  init(
    from reference: ScenarioDeclaration, to scenario: ScenarioDeclaration, in catalogue: Catalogue,
    ties: ([ReformChange]) -> [Set<ReformChange>]
  ) {
    let old = reference.settingsByChange
    let new = scenario.settingsByChange
    let written = scenario.changes + reference.changes + (new + old).map(\.change)
    var changes = written.unique.filter { change in
      old.filter { $0.change == change }.map(\.setting) != new.filter { $0.change == change }.map(\.setting)
    }
    let (before, after) = (reference.plan.parameters, scenario.plan.parameters)
    let assumed = catalogue.parameters.filter { before[$0.slot] != after[$0.slot] }
    changes += assumed.map { .assumption($0.name) }
    let parts = Self.joined(changes, by: ties(changes))
    func part(_ change: ReformChange) -> Int? { parts.firstIndex { $0.changes.contains(change) } }
    self.parts = parts
    func isForAll(_ line: (change: ReformChange, setting: LeverSetting)) -> Bool { line.setting.persons == nil }
    func line(_ line: (change: ReformChange, setting: LeverSetting), isOfScenario: Bool) -> AttributionPlan.Line {
      .init(line.setting, part: part(line.change), isOfScenario: isOfScenario)
    }
    // Settings for some persons are in force over those for all, and the scenario's over the reference's.
    let gone = old.filter { part($0.change) != nil }
    lines =
      (gone.filter(isForAll).map { line($0, isOfScenario: false) }
        + new.filter(isForAll).map { line($0, isOfScenario: true) }
        + gone.filter { !isForAll($0) }.map { line($0, isOfScenario: false) }
        + new.filter { !isForAll($0) }.map { line($0, isOfScenario: true) })
    assumptions = assumed.compactMap { parameter in
      part(.assumption(parameter.name)).map {
        .init(slot: parameter.slot, part: $0, inReference: before[parameter.slot], inScenario: after[parameter.slot])
      }
    }
  }

  /// One part for each change, or for those that belong together, in the order of their first.
  private static func joined(_ changes: [ReformChange], by ties: [Set<ReformChange>]) -> [ReformPart] {
    var groups = changes.map { [$0] }
    for tie in ties {
      let together = groups.filter { !tie.isDisjoint(with: $0) }.flatMap { $0 }
      guard let first = groups.firstIndex(where: { !tie.isDisjoint(with: $0) }) else { continue }
      groups[first] = changes.filter(together.contains)
      groups = groups.enumerated().filter { $0.offset == first || tie.isDisjoint(with: $0.element) }.map(\.element)
    }
    return groups.map { ReformPart($0) }
  }
}

extension TargetedSetting {
  /// The change that it belongs to.
  var change: ReformChange { rule.map(ReformChange.rule) ?? .targeted(slot) }
}

extension ScenarioDeclaration {
  /// Its changes of levers as written along its chain of bases.
  fileprivate var changes: [ReformChange] { settings.map { .lever($0.slot) } + targeted.map(\.change) }

  /// The plan's settings in their order, each with the change that it belongs to.
  fileprivate var settingsByChange: [(change: ReformChange, setting: LeverSetting)] {
    plan.settings.filter { $0.persons == nil }.map { (.lever($0.slot), $0) }
      + targeted.flatMap { line in line.settings.map { (line.change, $0) } }
  }
}
