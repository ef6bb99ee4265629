import PolicyCore

/// A scenario, or one lever of it over time, in words.
public struct ScenarioPage {
  var style: TextStyle

  public init(style: TextStyle) { self.style = style }

  /// The page of a scenario: what it says of itself and what it changes.
  ///
  /// - Parameter schedules: The levers that it sets, by slot.
  public func text(
    name: String, base: String?, documentation: String, place: Place, schedules: [String: Schedule],
    catalogue: Catalogue
  ) -> String {
    let kind = base.map { style.say(nb: "scenario fra \($0)", en: "scenario from \($0)") } ?? "scenario"
    var lines = [style.paint(name, .bold) + "  (\(kind), \(place))"]
    lines += style.paragraphs(documentation)
    let set = catalogue.levers.filter { $0.slot == $0.name && schedules[$0.slot] != nil }
    if set.isEmpty {
      lines.append("  " + style.say(nb: "Endrer ingenting.", en: "Changes nothing."))
    }
    for lever in set {
      guard let schedule = schedules[lever.slot] else { continue }
      lines.append(
        "    \(lever.name) = \(self.schedule(schedule))  (\(style.say(nb: "i dag", en: "baseline")) \(lever.baseline))")
    }
    return lines.joined(separator: "\n")
  }

  /// A lever over time: `0/100; 60/40 from 2018-10`.
  public func schedule(_ schedule: Schedule) -> String {
    let from = style.say(nb: "fra", en: "from")
    return (["\(schedule.initial)"] + schedule.changes.map { "\($0.value) \(from) \($0.month)" }).joined(
      separator: "; ")
  }
}
