import PolicyCore

/// A line of a scenario that sets a lever for some persons.
struct TargetedSetting: Hashable, Sendable {
  var condition: PersonCondition
  /// The name of the rule that it stands in.
  var rule: String?
  /// The rule that it stands instead of.
  var winsOver: String?
  /// The value over time; what is outside the period is of no meaning.
  var schedule: Schedule
  var line: SettingSite

  var slot: String { line.slot }

  /// The settings of a plan, those of the baseline's value too: they stand against what holds for all.
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
}

extension Checker {
  /// Reports rules of one name: `instead of` would not know which is meant.
  mutating func checkNames(of rules: [TargetSyntax], earlier: [TargetedSetting]) {
    var sites: [String: Site] = [:]
    for setting in earlier { if let rule = setting.rule { sites[rule] = setting.line.site } }
    for rule in rules {
      guard let name = rule.rule else { continue }
      if let site = sites[name.text] { report(.duplicateName(name.text, name.span, earlier: site)) }
      sites[name.text] = Site(file: file, span: name.span)
    }
  }

  /// Checks a setting for some persons; `nil` when something is wrong and was reported.
  ///
  /// - Parameter rules: what was made of the conditions of rules, by place.
  mutating func targeted(
    _ assignment: ScenarioSyntax.Assignment, of lever: LeverDeclaration, base: Schedule, in scenario: String,
    earlier: [TargetedSetting], rules: [Span: PersonCondition]
  ) -> TargetedSetting? {
    if let winsOver = assignment.winsOver {
      let others = earlier.filter { $0.slot == lever.slot }.compactMap(\.rule).unique
      guard others.contains(winsOver.text) else {
        report(.unknownRule(winsOver.text, lever: assignment.lever.text, among: others, winsOver.span))
        return nil
      }
    }
    if lever.isCollective {
      report(.leverForAll(assignment.lever.text, assignment.target?.span ?? assignment.span))
      return nil
    }
    // Without a target, `instead of` lets the line hold for everybody.
    var condition: PersonCondition? = .all([])
    if let target = assignment.target {
      condition = target.rule == nil ? self.condition(target.condition) : rules[target.span]
    }
    guard let condition, isKnown(condition, when: lever, assignment.target?.condition.span ?? assignment.span),
      let schedule = schedule(assignment, of: lever, base: base)
    else { return nil }
    return TargetedSetting(
      condition: condition, rule: assignment.target?.rule?.text,
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
      where earlier.slot == setting.slot && earlier.line.period.overlaps(setting.line.period)
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
    checkNumber(of: settings.map(\.condition).unique, span)
  }

  /// Reports more kinds of persons than a scenario can tell apart.
  mutating func checkNumber(of conditions: [PersonCondition], _ span: Span) {
    let masks = conditions.count <= PersonRegions.mostConditions ? regions(conditions) : nil
    if masks.map({ $0.count > PersonRegions.mostRegions }) ?? true, !conditions.isEmpty {
      report(.tooManyRules(most: PersonRegions.mostConditions, span))
    }
  }

  func canMeet(_ one: PersonCondition, _ other: PersonCondition) -> Bool {
    one == other || regions([one, other])?.contains(3) ?? true
  }

  /// The sets of conditions that can hold together; `nil` when there are too many combinations to try.
  func regions(_ conditions: [PersonCondition]) -> [UInt64]? {
    PersonRegions(conditions) { slot in
      environment.catalogue.attributes.first { $0.slot == slot }?.categories.map(\.key) ?? []
    }.masks
  }
}
