/// A person in a month, as rules see it.
struct PersonMoment {
  let person: Int
  let month: Int
  /// The municipality under capacity alone, so that no lever moves a person in or out of a rule by settlement.
  let municipality: Int
  let oral: OralNorwegian

  @inline(__always)
  init(_ person: Int, at month: Int, municipality: Int, oral: OralNorwegian) {
    self.person = person
    self.month = month
    self.municipality = municipality
    self.oral = oral
  }

  func code(_ attribute: AttributeSlot, _ population: Population) -> Int {
    attribute.code(population, person, clockStart: month, municipality: municipality)
  }

  func code(_ attribute: LivedAttribute) -> Int {
    switch attribute {
    case .norwegianOral: Int(oral.rawValue)
    }
  }

  func completed(_ years: PersonRules.CountedYears, _ population: Population) -> Int {
    PersonRules.completed(month - years.zero(population, person))
  }
}
