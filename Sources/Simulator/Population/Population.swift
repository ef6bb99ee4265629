import PolicyCore

/// Whole synthetic persons in columns, in a fixed stratified order: the first persons are a sample of all.
///
/// A person is its index in this order, which no scenario changes. Months count from January 2003 (month 0).
public struct Population: Sendable {
  /// How many persons of the whole each of these stands for; above 1 when only a prefix was made.
  public internal(set) var weight: Float
  public internal(set) var municipalities: [Municipality]

  public internal(set) var sex: ContiguousArray<Sex> = []
  public internal(set) var country: ContiguousArray<Country> = []
  public internal(set) var reason: ContiguousArray<Reason> = []
  public internal(set) var marital: ContiguousArray<Marital> = []
  public internal(set) var children: ContiguousArray<Children> = []
  public internal(set) var loneParent: ContiguousArray<LoneParent> = []
  public internal(set) var education: ContiguousArray<Education> = []
  public internal(set) var track: ContiguousArray<Track> = []
  public internal(set) var health: ContiguousArray<Health> = []
  public internal(set) var housing: ContiguousArray<Housing> = []
  public internal(set) var studentAid: ContiguousArray<StudentAid> = []
  public internal(set) var priorNav: ContiguousArray<PriorNav> = []
  public internal(set) var needGroup: ContiguousArray<NeedGroup> = []
  /// Has the right and duty to take part in the introduction programme.
  public internal(set) var isParticipant: ContiguousArray<Bool> = []
  public internal(set) var birthMonth: ContiguousArray<Int16> = []
  /// The month of the residence permit; negative for those who came before 2003.
  public internal(set) var arrival: ContiguousArray<Int16> = []
  /// The last month present, by death or emigration; `Int16.max` for those who stay beyond 2050.
  public internal(set) var deathOrEmigration: ContiguousArray<Int16> = []
  /// Where those live who do not take part in the programme; `noMunicipality` for participants, whom the model settles.
  public internal(set) var municipality: ContiguousArray<UInt16> = []

  /// - Parameter persons: how many of the fixed order to make; the first `n` of a longer population are the same persons.
  /// - Throws: `DataError` for data that cannot be read or cannot hold together.
  public static func make(from texts: PopulationTexts, seed: UInt64 = 1, persons: Int? = nil) throws -> Population {
    try PopulationMaker(texts, seed: seed).make(persons: persons)
  }

  /// The municipalities that persons live in, without the persons.
  public static func municipalities(from texts: PopulationTexts, seed: UInt64 = 1) throws -> [Municipality] {
    try MunicipalityData(texts).municipalities(seed: seed)
  }

  /// Month 0.
  public static let start = Month(year: 2003, month: 1)
  public static let noMunicipality = UInt16.max

  public var count: Int { sex.count }
  public var indices: Range<Int> { 0..<count }

  public func ageBand(_ person: Int, at month: Int) -> AgeBand {
    AgeBand(months: month - Int(birthMonth[person]))
  }

  public func residenceBand(_ person: Int, at month: Int) -> ResidenceBand {
    ResidenceBand(months: month - Int(arrival[person]))
  }

  init(weight: Float, municipalities: [Municipality]) {
    self.weight = weight
    self.municipalities = municipalities
  }
}
