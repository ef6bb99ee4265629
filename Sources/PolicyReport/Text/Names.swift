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

  func lever(_ name: String) -> String { catalogue.lever(name)?.label[language] ?? name }

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

  private func cohorts(_ cohorts: CohortRange, clock: Clock) -> String {
    let years =
      cohorts.firstYear == cohorts.lastYear ? "\(cohorts.firstYear)" : "\(cohorts.firstYear)–\(cohorts.lastYear)"
    return "\(clock.event[language]) \(years)"
  }

  /// Whom a question is about, in words: its groups, and the years in which their clock starts.
  func persons(of frame: QuestionFrame) -> [String] {
    frame.filters.map { $0.label[language] } + (frame.cohorts.map { [cohorts($0, clock: frame.clock)] } ?? [])
  }

  /// `Employed, year 9 since settlement`, with the unit of what is no share.
  func title(_ measure: Measure, _ unit: Unit, clock: Clock) -> String {
    quantity(measure.outcome, unit) + ", " + clock.inWords(year: measure.year)[language]
  }

  /// `Employed`, or `Net public cost (kr per year)`: an outcome that begins a line, with the unit of what is no share.
  func quantity(_ outcome: String, _ unit: Unit) -> String {
    self.outcome(outcome).capitalisedFirst + (unit == .share ? "" : " (\(unit.inWords(language)))")
  }

  func interval(_ kinds: [IntervalKind]) -> String { kinds.map { $0.inWords[language] }.joined(separator: ", ") }
}
