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

  func clock(_ clock: Clock) -> String {
    switch (clock, language) {
    case (.settlement, .nb): "år etter bosetting"
    case (.settlement, .en): "years since settlement"
    case (.arrival, .nb): "år etter ankomst"
    case (.arrival, .en): "years since arrival"
    case (.programmeExit, .nb): "år etter introduksjonsprogrammet"
    case (.programmeExit, .en): "years since the introduction programme"
    case (.calendar, .nb): "kalenderår"
    case (.calendar, .en): "calendar years"
    }
  }

  func year(_ year: Int, on clock: Clock) -> String {
    clock == .calendar ? "\(year)" : language == .nb ? "år \(year)" : "year \(year)"
  }

  func cohorts(_ cohorts: CohortRange, clock: Clock) -> String {
    let years =
      cohorts.firstYear == cohorts.lastYear ? "\(cohorts.firstYear)" : "\(cohorts.firstYear)–\(cohorts.lastYear)"
    switch (clock, language) {
    case (.arrival, .nb): return "kom \(years)"
    case (.arrival, .en): return "arrived \(years)"
    case (.programmeExit, .nb): return "avsluttet programmet \(years)"
    case (.programmeExit, .en): return "left the programme \(years)"
    case (_, .nb): return "bosatt \(years)"
    case (_, .en): return "settled \(years)"
    }
  }

  func grade(_ grade: EvidenceGrade) -> String {
    switch (grade, language) {
    case (.rule, .nb): "lov og satser"
    case (.rule, .en): "law and rates"
    case (.estimated, .nb): "rapportens estimater"
    case (.estimated, .en): "estimates of the report"
    case (.fitted, .nb): "tall tilpasset rapporten"
    case (.fitted, .en): "numbers fitted to the report"
    case (.external, .nb): "andre publiserte studier"
    case (.external, .en): "studies published elsewhere"
    case (.descriptive, .nb): "sammenhenger i rapporten, nedskrevet"
    case (.descriptive, .en): "associations in the report, discounted"
    case (.assumed, .nb): "antakelser"
    case (.assumed, .en): "assumptions"
    }
  }

  func interval(_ kinds: [IntervalKind]) -> String {
    kinds.map { kind in
      switch (kind, language) {
      case (.monteCarlo, .nb), (.monteCarlo, .en): "Monte Carlo"
      case (.parameters, .nb): "parametre"
      case (.parameters, .en): "parameters"
      case (.structure, .nb): "struktur"
      case (.structure, .en): "structure"
      }
    }.joined(separator: ", ")
  }
}
