import PolicyCore

/// A scenario, or one lever of it over time, in words.
public struct ScenarioPage {
  var style: TextStyle

  public init(style: TextStyle) { self.style = style }

  /// The page of a scenario: what it says of itself and what it changes.
  ///
  /// - Parameters:
  ///   - schedules: The levers that it sets for all, by slot.
  ///   - rules: What it sets for some persons, each in force over earlier ones.
  public func text(
    name: String, base: String?, documentation: String, place: Place, schedules: [String: Schedule],
    rules: [LeverSetting] = [], catalogue: Catalogue
  ) -> String {
    let kind = base.map { style.say(nb: "scenario fra \($0)", en: "scenario from \($0)") } ?? "scenario"
    var lines = [style.paint(name, .bold) + "  (\(kind), \(place))"]
    lines += style.paragraphs(documentation)
    let set = catalogue.levers.filter { $0.slot == $0.name && schedules[$0.slot] != nil }
    if set.isEmpty, rules.isEmpty {
      lines.append("  " + style.say(nb: "Endrer ingenting.", en: "Changes nothing."))
    }
    for lever in set {
      guard let schedule = schedules[lever.slot] else { continue }
      lines.append(
        "    \(lever.name) = \(self.schedule(schedule))  (\(style.say(nb: "i dag", en: "baseline")) \(lever.baseline))")
    }
    lines += rules.compactMap { rule in rule.persons.map { _ in "    \(self.rule(rule))" } }
    return lines.joined(separator: "\n")
  }

  /// A setting for some persons: `programme.length = 36 months for persons where age <= 29 from 2020-01`.
  private func rule(_ setting: LeverSetting) -> String {
    "\(setting.slot) = \(self.setting(setting))"
  }

  /// What is set, for whom and when: `36 months for persons where age <= 29 from 2020-01`.
  func setting(_ setting: LeverSetting) -> String {
    let persons = setting.persons ?? .all([])
    let whom =
      persons == .all([])
      ? style.say(nb: "for alle", en: "for everybody")
      : style.say(nb: "for personer der", en: "for persons where") + " \(persons)"
    let from = setting.from.map { " " + style.say(nb: "fra", en: "from") + " \($0)" } ?? ""
    let until = setting.until.map { " " + style.say(nb: "til og med", en: "until") + " \($0)" } ?? ""
    return "\(setting.value) \(whom)\(from)\(until)"
  }

  /// A lever over time: `0/100; 60/40 from 2018-10`.
  public func schedule(_ schedule: Schedule) -> String {
    let from = style.say(nb: "fra", en: "from")
    return (["\(schedule.initial)"] + schedule.changes.map { "\($0.value) \(from) \($0.month)" }).joined(
      separator: "; ")
  }
}
