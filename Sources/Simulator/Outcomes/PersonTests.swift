/// Which tests of what a person is hold.
///
/// Age, residence and place are those of the clock's zero, so that no lever moves a person between groups; what the life
/// brings (Norwegian) is that of the month asked.
struct PersonTests {
  private let before: UInt64
  private let after: UInt64
  /// The month from which `after` holds.
  private let change: Int

  init(
    _ rules: PersonRules, _ population: Population, _ person: Int, at clockStart: Int, municipality: Int, log: LifeLog,
    luck: PersonLuck
  ) {
    func mask(_ oral: OralNorwegian) -> UInt64 {
      rules.mask(population, PersonMoment(person, at: clockStart, municipality: municipality, oral: oral))
    }
    let isParticipant = population.isParticipant[person]
    before = mask(OralNorwegian(isParticipant: isParticipant))
    guard rules.asksLife else {
      (after, change) = (before, Int.max)
      return
    }
    after = mask(.b1)
    change = OralHistory(log, isParticipant: isParticipant, luck: luck).b1From
  }

  @inline(__always)
  func holds(_ bit: Int, at month: Int) -> Bool { (month < change ? before : after) & 1 << UInt64(bit) != 0 }
}
