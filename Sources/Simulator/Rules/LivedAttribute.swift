/// What a life changes and rules can ask; `stdlib/persons.policy` binds each by name.
public enum LivedAttribute: String, CaseIterable, Sendable {
  case norwegianOral = "norwegian.oral"

  /// The category keys, in the order of the codes.
  public var keys: [String] {
    switch self {
    case .norwegianOral: OralNorwegian.keys
    }
  }
}

/// Oral Norwegian, as far as the model knows it.
///
/// A participant has B1 from the end of the introduction programme or not at all; of others nothing is known.
public enum OralNorwegian: UInt8, PersonCategory {
  case underB1, b1, unknown

  public static let keys = ["under_B1", "B1", "unknown"]

  /// Before the introduction programme is over.
  init(isParticipant: Bool) { self = isParticipant ? .underB1 : .unknown }
}
