/// The transitions that the model has, declared once: the picture in the documentation is drawn from it, and a test
/// compares it with simulated lives.
public struct StateTransition: Hashable, Sendable {
  public let from: String
  public let to: String
  /// What governs it, for the reader.
  public let by: String
}

/// All states and the transitions between them.
public enum StateDiagram {
  public static let states = WorkState.allCases.filter { $0 != .absent }.map(name)

  public static let transitions: [StateTransition] = [
    transition(.awaitingSettlement, .outOfWork, "Tabell 1"),
    transition(.outOfWork, .programme, "start delay"),
    transition(.outOfWork, .employed, "Vedlegg 3"),
    transition(.outOfWork, .jobSeeker, "registration"),
    transition(.outOfWork, .reducedCapacity, "loss of capacity"),
    transition(.outOfWork, .education, "education"),
    transition(.outOfWork, .kvp, "offer"),
    transition(.outOfWork, .jobbsjansen, "place"),
    transition(.outOfWork, .disability, "after reduced capacity"),
    transition(.programme, .outOfWork, "planned end"),
    transition(.programme, .employed, "Vedlegg 3, locked in"),
    transition(.programme, .jobSeeker, "registration, locked in"),
    transition(.programme, .education, "education, locked in"),
    transition(.programme, .reducedCapacity, "loss of capacity"),
    transition(.employed, .outOfWork, "job loss"),
    transition(.employed, .jobSeeker, "job loss"),
    transition(.employed, .reducedCapacity, "loss of capacity"),
    transition(.jobSeeker, .employed, "Tabell 13"),
    transition(.jobSeeker, .outOfWork, "exit without a job"),
    transition(.jobSeeker, .reducedCapacity, "loss of capacity"),
    transition(.reducedCapacity, .employed, "Tabell 14"),
    transition(.reducedCapacity, .outOfWork, "exit without a job"),
    transition(.reducedCapacity, .education, "exit to education"),
    transition(.reducedCapacity, .disability, "disability benefit"),
    transition(.kvp, .employed, "end with a job"),
    transition(.kvp, .outOfWork, "end without"),
    transition(.kvp, .reducedCapacity, "loss of capacity"),
    transition(.jobbsjansen, .employed, "Tabell 9"),
    transition(.jobbsjansen, .education, "Tabell 9"),
    transition(.jobbsjansen, .jobSeeker, "Tabell 9"),
    transition(.jobbsjansen, .outOfWork, "Tabell 9"),
    transition(.jobbsjansen, .reducedCapacity, "loss of capacity"),
    transition(.education, .outOfWork, "end of the education"),
    transition(.education, .reducedCapacity, "loss of capacity"),
  ]

  static func has(_ from: WorkState, _ to: WorkState) -> Bool {
    transitions.contains { $0.from == name(from) && $0.to == name(to) }
  }

  private static func transition(_ from: WorkState, _ to: WorkState, _ by: String) -> StateTransition {
    StateTransition(from: name(from), to: name(to), by: by)
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
