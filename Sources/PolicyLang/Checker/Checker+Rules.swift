import PolicyCore

/// A line of a scenario that sets a lever for some persons.
struct TargetedSetting: Hashable, Sendable {
  var slot: String
  var condition: PersonCondition
  /// The name of the rule that it stands in.
  var rule: String?
  /// The rule that it stands instead of.
  var winsOver: String?
  /// The value over time; what is outside the period is of no meaning.
  var schedule: Schedule
  var line: SettingSite

  /// The settings of a plan.
  var settings: [LeverSetting] {
    let months = schedule.changes.map(\.month).filter { month in
      line.first.map { $0 < month } ?? true && line.last.map { $0 >= month } ?? true
    }
    let starts: [Month?] = [line.first] + months
    return starts.enumerated().map { index, start in
      LeverSetting(
        slot: slot, value: schedule.value(at: start), from: start,
        until: index + 1 < starts.count ? starts[index + 1].map { $0 + -1 } : line.last, persons: condition)
    }
  }

  fileprivate func meetsInTime(_ other: TargetedSetting) -> Bool {
    let first = max(line.first?.index ?? .min, other.line.first?.index ?? .min)
    let last = min(line.last?.index ?? .max, other.line.last?.index ?? .max)
    return first <= last
  }
}

extension Checker {
  /// Checks a setting for some persons; `nil` when something is wrong and was reported.
  ///
  /// - Parameter conditions: what was made of each target before, since the lines of a rule share one.
  mutating func targeted(
    _ assignment: ScenarioSyntax.Assignment, of lever: LeverDeclaration, base: Schedule, in scenario: String,
    earlier: [TargetedSetting], conditions: inout [Span: PersonCondition?]
  ) -> TargetedSetting? {
    if lever.isCollective {
      let span = assignment.target?.span ?? assignment.span
      report(.leverForAll(assignment.lever.text, span))
      return nil
    }
    // Without a target, `instead of` lets the line hold for everybody.
    var condition: PersonCondition? = .all([])
    if let target = assignment.target {
      let found = conditions[target.span] ?? self.condition(target.condition)
      conditions[target.span] = .some(found)
      condition = found
    }
    if let winsOver = assignment.winsOver, !earlier.contains(where: { $0.rule == winsOver.text }) {
      let rules = earlier.compactMap(\.rule)
      report(.unknownRule(winsOver.text, among: rules.unique, winsOver.span))
      return nil
    }
    guard let condition, let schedule = schedule(assignment, of: lever, base: base) else { return nil }
    return TargetedSetting(
      slot: lever.slot, condition: condition, rule: assignment.target?.rule?.text,
      winsOver: assignment.winsOver?.text, schedule: schedule,
      line: SettingSite(
        slot: lever.slot, scenario: scenario, first: assignment.period.first, last: assignment.period.last,
        site: Site(file: file, span: assignment.span)))
  }

  /// Reports two settings of a lever that can reach the same person in the same month, and more kinds of persons than a
  /// scenario can tell apart.
  ///
  /// - Parameter own: how many of them, the last ones, are the scenario's own.
  mutating func checkRules(_ settings: [TargetedSetting], own: Int, _ span: Span) {
    for (index, setting) in settings.enumerated().suffix(own) {
      for earlier in settings[..<index]
      where earlier.slot == setting.slot && earlier.meetsInTime(setting)
        && (setting.winsOver == nil || setting.winsOver != earlier.rule)
        && canMeet(earlier.condition, setting.condition)
      {
        report(
          .rulesMeet(
            environment.catalogue.lever(setting.slot)?.name ?? setting.slot, setting.line.site.span,
            earlier: earlier.line, rule: earlier.rule, file: file))
        break
      }
    }
    let conditions = settings.map(\.condition).unique
    let masks = conditions.count <= PersonRegions.mostConditions ? regions(conditions) : nil
    if masks.map({ $0.count > PersonRegions.mostRegions }) ?? true, !conditions.isEmpty {
      report(.tooManyRules(most: PersonRegions.mostConditions, span))
    }
  }

  private func canMeet(_ one: PersonCondition, _ other: PersonCondition) -> Bool {
    one == other || regions([one, other])?.contains(3) ?? true
  }

  /// The sets of conditions that can hold together; `nil` when there are too many combinations to try.
  func regions(_ conditions: [PersonCondition]) -> [UInt64]? {
    PersonRegions(conditions) { slot in
      environment.catalogue.attributes.first { $0.slot == slot }?.categories.map(\.key) ?? []
    }.masks
  }
}

extension Array where Element: Hashable {
  /// Each element once, in their order.
  var unique: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
