import PolicyCore

/// All states and the transitions between them, declared once: the picture in the documentation is drawn from it, and a
/// test compares it with simulated lives.
public enum StateDiagram {
  public static let states = WorkState.allCases.filter { $0 != .absent }.map(name)

  public static let transitions: [StateTransition] = [
    transition(.awaitingSettlement, .outOfWork, nb: "Tabell 1", en: "Tabell 1"),
    transition(.outOfWork, .programme, nb: "ventetid før start", en: "start delay"),
    transition(.outOfWork, .employed, nb: "Vedlegg 3", en: "Vedlegg 3"),
    transition(.outOfWork, .jobSeeker, nb: "registrering", en: "registration"),
    transition(.outOfWork, .reducedCapacity, nb: "tap av arbeidsevne", en: "loss of capacity"),
    transition(.outOfWork, .education, nb: "start på utdanning", en: "start of an education"),
    transition(.outOfWork, .kvp, nb: "et tilbud", en: "an offer"),
    transition(.outOfWork, .jobbsjansen, nb: "en plass", en: "a place"),
    transition(.outOfWork, .disability, nb: "etter nedsatt arbeidsevne", en: "after reduced capacity"),
    transition(.programme, .outOfWork, nb: "planlagt slutt", en: "planned end"),
    transition(.programme, .employed, nb: "Vedlegg 3, innlåst", en: "Vedlegg 3, locked in"),
    transition(.programme, .jobSeeker, nb: "registrering, innlåst", en: "registration, locked in"),
    transition(.programme, .education, nb: "start på utdanning, innlåst", en: "start of an education, locked in"),
    transition(.programme, .reducedCapacity, nb: "tap av arbeidsevne", en: "loss of capacity"),
    transition(.employed, .outOfWork, nb: "tap av jobb", en: "job loss"),
    transition(.employed, .jobSeeker, nb: "tap av jobb", en: "job loss"),
    transition(.employed, .reducedCapacity, nb: "tap av arbeidsevne", en: "loss of capacity"),
    transition(.jobSeeker, .employed, nb: "Tabell 13", en: "Tabell 13"),
    transition(.jobSeeker, .outOfWork, nb: "avgang uten jobb", en: "exit without a job"),
    transition(.jobSeeker, .reducedCapacity, nb: "tap av arbeidsevne", en: "loss of capacity"),
    transition(.reducedCapacity, .employed, nb: "Tabell 14", en: "Tabell 14"),
    transition(.reducedCapacity, .outOfWork, nb: "avgang uten jobb", en: "exit without a job"),
    transition(.reducedCapacity, .education, nb: "avgang til utdanning", en: "exit to education"),
    transition(.reducedCapacity, .disability, nb: "innvilget", en: "granted"),
    transition(.kvp, .employed, nb: "slutt med jobb", en: "end with a job"),
    transition(.kvp, .outOfWork, nb: "slutt uten jobb", en: "end without a job"),
    transition(.kvp, .reducedCapacity, nb: "tap av arbeidsevne", en: "loss of capacity"),
    transition(.jobbsjansen, .employed, nb: "Tabell 9", en: "Tabell 9"),
    transition(.jobbsjansen, .education, nb: "Tabell 9", en: "Tabell 9"),
    transition(.jobbsjansen, .jobSeeker, nb: "Tabell 9", en: "Tabell 9"),
    transition(.jobbsjansen, .outOfWork, nb: "Tabell 9", en: "Tabell 9"),
    transition(.jobbsjansen, .reducedCapacity, nb: "tap av arbeidsevne", en: "loss of capacity"),
    transition(.education, .outOfWork, nb: "endt utdanning", en: "end of the education"),
    transition(.education, .reducedCapacity, nb: "tap av arbeidsevne", en: "loss of capacity"),
  ]

  static func has(_ from: WorkState, _ to: WorkState) -> Bool {
    transitions.contains { $0.from == name(from) && $0.to == name(to) }
  }

  private static func transition(_ from: WorkState, _ to: WorkState, nb: String, en: String) -> StateTransition {
    StateTransition(from: name(from), to: name(to), by: Label(nb: nb, en: en))
  }

  static func name(_ state: WorkState) -> String {
    switch state {
    case .awaitingSettlement: "awaiting settlement"
    case .programme: "introduction programme"
    case .outOfWork: "out of work"
    case .jobSeeker: "job seeker at NAV"
    case .reducedCapacity: "reduced capacity at NAV"
    case .kvp: "qualification programme"
    case .jobbsjansen: "Jobbsjansen"
    case .employed: "employed"
    case .education: "education"
    case .disability: "disability benefit"
    case .absent: "absent"
    }
  }
}
