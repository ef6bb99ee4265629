/// A column of a table of persons, in the order of the export.
public enum MicrodataColumn: UInt8, CaseIterable, Sendable {
  case person, sex, country, reason, marital, children, loneParent, education, track, health, housing, studentAid
  case priorNav, need, participant, birth, arrival, lastPresent, municipality, weight

  /// The name in the table's first row.
  public var name: String {
    switch self {
    case .loneParent: "lone_parent"
    case .studentAid: "student_aid"
    case .priorNav: "prior_nav"
    case .lastPresent: "last_present"
    default: "\(self)"
    }
  }

  /// The category keys, in the order of the codes; `nil` for numbers, months and names.
  public var keys: [String]? {
    switch self {
    case .sex: Sex.keys
    case .country: Country.keys
    case .reason: Reason.keys
    case .marital: Marital.keys
    case .children: Children.keys
    case .loneParent: LoneParent.keys
    case .education: Education.keys
    case .track: Track.keys
    case .health: Health.keys
    case .housing: Housing.keys
    case .studentAid: StudentAid.keys
    case .priorNav: PriorNav.keys
    case .need: NeedGroup.keys
    case .participant: ["no", "yes"]
    case .person, .birth, .arrival, .lastPresent, .municipality, .weight: nil
    }
  }

  /// The first row of the table.
  static let header = allCases.map(\.name).joined(separator: ",")

  var ordinal: Int { Int(rawValue) }
}
