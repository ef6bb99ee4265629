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
  public var keys: [String]? { self == .participant ? ["no", "yes"] : Trait(name: name)?.keys }

  /// The first row of the table.
  static let header = allCases.map(\.name).joined(separator: ",")

  var ordinal: Int { Int(rawValue) }
}
