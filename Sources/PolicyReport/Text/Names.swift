import PolicyCore

/// The names that readers see for the names of the language, from the declarations.
///
/// A name that is not declared stands for itself.
struct Names {
  var catalogue: Catalogue
  var language: OutputLanguage

  func outcome(_ name: String) -> String {
    (catalogue.outcomes.first { $0.name == name || $0.slot == name })?.label[language] ?? name
  }

  func category(_ key: String, of attribute: String) -> String {
    let declared = catalogue.attributes.first { $0.name == attribute || $0.slot == attribute }
    return (declared?.categories.first { $0.key == key })?.label[language] ?? key
  }

  /// A group's categories in the order of the question.
  func group(_ group: [String: String], by attributes: [String]) -> String {
    if group.isEmpty { return language == .nb ? "alle" : "all" }
    let order = attributes.filter { group[$0] != nil } + group.keys.filter { !attributes.contains($0) }.sorted()
    return order.map { category(group[$0] ?? "", of: $0) }.joined(separator: ", ")
  }

  func year(_ year: Int, on clock: Clock) -> String {
    clock == .calendar ? "\(year)" : language == .nb ? "år \(year)" : "year \(year)"
  }

  func cohorts(_ cohorts: CohortRange, clock: Clock) -> String {
    let years =
      cohorts.firstYear == cohorts.lastYear ? "\(cohorts.firstYear)" : "\(cohorts.firstYear)–\(cohorts.lastYear)"
    return "\(clock.event[language]) \(years)"
  }

  func interval(_ kinds: [IntervalKind]) -> String { kinds.map { $0.inWords[language] }.joined(separator: ", ") }
}
