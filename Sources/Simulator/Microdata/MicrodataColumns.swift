import PolicyCore

/// The persons read so far, in columns.
struct MicrodataColumns {
  private var population: Population
  /// By person; empty while all weights are equal.
  private var weights: ContiguousArray<Float> = []
  private var isReserved = false

  init(municipalities: [Municipality]) { population = Population(weight: 1, municipalities: municipalities) }

  var count: Int { population.count }

  var limits: MicrodataRow.Limits { MicrodataRow.Limits(municipalities: population.municipalities.count) }

  mutating func append(_ row: MicrodataRow) {
    if population.count == 0 { population.weight = row.weight }
    if weights.isEmpty, row.weight != population.weight {
      weights = ContiguousArray(repeating: population.weight, count: population.count)
    }
    if !weights.isEmpty { weights.append(row.weight) }
    // Every code was found among the category's keys.
    population.sex.append(Sex(rawValue: row.code(.sex)) ?? .man)
    population.country.append(Country(rawValue: row.code(.country)) ?? .other)
    population.reason.append(Reason(rawValue: row.code(.reason)) ?? .other)
    population.marital.append(Marital(rawValue: row.code(.marital)) ?? .unmarried)
    population.children.append(Children(rawValue: row.code(.children)) ?? .none)
    population.loneParent.append(LoneParent(rawValue: row.code(.loneParent)) ?? .no)
    population.education.append(Education(rawValue: row.code(.education)) ?? .unknown)
    population.track.append(Track(rawValue: row.code(.track)) ?? .notRegistered)
    population.health.append(Health(rawValue: row.code(.health)) ?? .unknown)
    population.housing.append(Housing(rawValue: row.code(.housing)) ?? .notOwner)
    population.studentAid.append(StudentAid(rawValue: row.code(.studentAid)) ?? .no)
    population.priorNav.append(PriorNav(rawValue: row.code(.priorNav)) ?? .no)
    population.needGroup.append(NeedGroup(rawValue: row.code(.need)) ?? .both)
    population.isParticipant.append(row.isParticipant ?? false)
    population.birthMonth.append(row.birth)
    population.arrival.append(row.arrival)
    population.deathOrEmigration.append(row.last)
    population.municipality.append(row.municipality ?? Population.noMunicipality)
  }

  /// Takes the memory of so many persons at once.
  mutating func reserve(_ count: Int) {
    guard !isReserved else { return }
    isReserved = true
    population.reserve(count)
  }

  mutating func removeAll() {
    population = Population(weight: 1, municipalities: population.municipalities)
    weights = []
  }

  func microdata(_ source: MicrodataSource, format: MicrodataFormat) -> Microdata {
    Microdata(source: source, format: format, rows: population, weights: weights)
  }
}

extension Population {
  fileprivate mutating func reserve(_ count: Int) {
    sex.reserveCapacity(count)
    country.reserveCapacity(count)
    reason.reserveCapacity(count)
    marital.reserveCapacity(count)
    children.reserveCapacity(count)
    loneParent.reserveCapacity(count)
    education.reserveCapacity(count)
    track.reserveCapacity(count)
    health.reserveCapacity(count)
    housing.reserveCapacity(count)
    studentAid.reserveCapacity(count)
    priorNav.reserveCapacity(count)
    needGroup.reserveCapacity(count)
    isParticipant.reserveCapacity(count)
    birthMonth.reserveCapacity(count)
    arrival.reserveCapacity(count)
    deathOrEmigration.reserveCapacity(count)
    municipality.reserveCapacity(count)
  }

  /// Some of these persons, in the order given.
  func picked(_ persons: ContiguousArray<Int>, weight: Float) -> Population {
    func column<Element>(_ column: ContiguousArray<Element>) -> ContiguousArray<Element> {
      ContiguousArray(persons.lazy.map { column[$0] })
    }
    var population = Population(weight: weight, municipalities: municipalities)
    population.sex = column(sex)
    population.country = column(country)
    population.reason = column(reason)
    population.marital = column(marital)
    population.children = column(children)
    population.loneParent = column(loneParent)
    population.education = column(education)
    population.track = column(track)
    population.health = column(health)
    population.housing = column(housing)
    population.studentAid = column(studentAid)
    population.priorNav = column(priorNav)
    population.needGroup = column(needGroup)
    population.isParticipant = column(isParticipant)
    population.birthMonth = column(birthMonth)
    population.arrival = column(arrival)
    population.deathOrEmigration = column(deathOrEmigration)
    population.municipality = column(municipality)
    return population
  }
}
