/// What a candidate person is drawn and raked by, in the order of drawing: odds refer to earlier traits only.
enum Trait: UInt8, CaseIterable {
  case cohort, period, country, reason, sex, age, marital, children, loneParent, education, track, health, housing
  case studentAid, priorNav, need

  /// The categories; those of cohort and period are made by the arrivals.
  var keys: [String]? {
    switch self {
    case .cohort, .period: nil
    case .country: Country.keys
    case .reason: Reason.keys
    case .sex: Sex.keys
    case .age: AgeBand.keys
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
    }
  }

  var ordinal: Int { Int(rawValue) }
}

extension Trait {
  /// Those that are drawn; cohort and period are given by the arrivals.
  static let drawn = allCases.filter { $0.keys != nil }

  /// The name in the data files.
  var name: String { Self.names[ordinal] }

  init?(name: String) {
    guard let ordinal = Self.names.firstIndex(of: name) else { return nil }
    self.init(rawValue: UInt8(ordinal))
  }

  private static let names = [
    "cohort", "period", "country", "reason", "sex", "age", "marital", "children", "lone_parent", "education", "track",
    "health", "housing", "student_aid", "prior_nav", "need",
  ]
}

/// The two parts of the population, raked each to its own margins.
enum Segment: String, CaseIterable {
  /// With right and duty to the introduction programme.
  case participant
  case other

  /// How many candidates are raked for so many whole persons.
  func candidates(for persons: Int) -> Int {
    min(max(persons / (self == .participant ? 10 : 20), 100), Self.mostCandidates)
  }

  static let mostCandidates = Int(UInt16.max)
}
