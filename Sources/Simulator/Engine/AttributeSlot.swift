/// The closed list of attributes that questions can group by; `stdlib/persons.policy` binds each by name.
///
/// What changes over a life (age, years of residence) is taken where the question's clock starts, and the place is the
/// one under capacity alone, so that no lever moves a person between groups.
public enum AttributeSlot: String, CaseIterable, Sendable {
  case sex
  case country
  case reason
  case age
  case education
  case track
  case health
  case county
  case unemployment
  case residenceYears = "residence_years"
  case children
  case marital
  case loneParent = "lone_parent"

  /// The category keys, in the order of the codes.
  public var keys: [String] {
    switch self {
    case .sex: Sex.keys
    case .country: Country.keys
    case .reason: Reason.keys
    case .age: AgeBand.keys
    case .education: Education.keys
    case .track: Track.keys
    case .health: Health.keys
    case .county: County.keys
    case .unemployment: UnemploymentBand.keys
    case .residenceYears: ResidenceBand.keys
    case .children: Children.keys
    case .marital: Marital.keys
    case .loneParent: LoneParent.keys
    }
  }

  func code(_ population: Population, _ person: Int, clockStart: Int, municipality: Int) -> Int {
    switch self {
    case .sex: Int(population.sex[person].rawValue)
    case .country: Int(population.country[person].rawValue)
    case .reason: Int(population.reason[person].rawValue)
    case .age: Int(population.ageBand(person, at: clockStart).rawValue)
    case .education: Int(population.education[person].rawValue)
    case .track: Int(population.track[person].rawValue)
    case .health: Int(population.health[person].rawValue)
    case .county: Int(population.municipalities[municipality].county.rawValue)
    case .unemployment: Int(population.municipalities[municipality].unemployment.rawValue)
    case .residenceYears: Int(population.residenceBand(person, at: clockStart).rawValue)
    case .children: Int(population.children[person].rawValue)
    case .marital: Int(population.marital[person].rawValue)
    case .loneParent: Int(population.loneParent[person].rawValue)
    }
  }
}
