/// What a candidate person is drawn and raked by, in the order of drawing: odds refer to earlier traits only.
enum Trait: String, CaseIterable {
  case cohort, period, country, reason, sex, age, marital, children
  case loneParent = "lone_parent"
  case education, track, health, housing
  case studentAid = "student_aid"
  case priorNav = "prior_nav"
  case need

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

  var ordinal: Int { Self.ordinals[self]! }

  private static let ordinals = Dictionary(uniqueKeysWithValues: Trait.allCases.enumerated().map { ($1, $0) })
}

/// The two parts of the population, raked each to its own margins.
enum Segment: String, CaseIterable {
  /// With right and duty to the introduction programme.
  case participant
  case other
}
