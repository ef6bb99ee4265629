import PolicyCore

/// What the part of a name before its first dot stands for: `programme` in `programme.length`.
enum SystemName {
  static func system(of name: String) -> String { String(name.prefix { $0 != "." }) }

  /// The systems of names, in the order in which they come first.
  static func systems(of names: [String]) -> [String] {
    var systems: [String] = []
    for name in names where !systems.contains(system(of: name)) { systems.append(system(of: name)) }
    return systems
  }

  /// A heading; a system that is not known stands for itself.
  static func title(_ system: String) -> Label {
    switch system {
    case "assistance": Label(nb: "Sosialhjelp", en: "Social assistance")
    case "benefits": Label(nb: "Ytelser", en: "Benefits")
    case "budget": Label(nb: "Kostnader, ytelser og skatt", en: "Costs, benefits and taxes")
    case "compliance": Label(nb: "Etterlevelse", en: "Compliance")
    case "economy": Label(nb: "Økonomien", en: "The economy")
    case "education": Label(nb: "Utdanning", en: "Education")
    case "income": Label(nb: "Arbeidsinntekt", en: "Labour income")
    case "job": Label(nb: "Arbeid utenom NAV", en: "Work outside NAV")
    case "jobbsjansen": Label(nb: "Jobbsjansen", en: "Jobbsjansen")
    case "kvp": Label(nb: "Kvalifiseringsprogrammet (KVP)", en: "Qualification programme (KVP)")
    case "nav": Label(nb: "NAV-tiltak i programmet", en: "NAV measures in the programme")
    case "norwegian": Label(nb: "Norskopplæring", en: "Norwegian")
    case "programme": Label(nb: "Introduksjonsprogrammet", en: "Introduction programme")
    case "reception": Label(nb: "Mottak", en: "Reception")
    case "reduced": Label(nb: "Nedsatt arbeidsevne hos NAV", en: "Reduced work capacity at NAV")
    case "seeker": Label(nb: "Arbeidssøkere hos NAV", en: "Job seekers at NAV")
    case "settlement": Label(nb: "Bosetting", en: "Settlement")
    default: Label(nb: system.capitalisedFirst, en: system.capitalisedFirst)
    }
  }
}
