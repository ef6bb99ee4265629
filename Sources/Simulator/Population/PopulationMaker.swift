import PolicyCore

/// Makes a population: candidates are raked to the margins, copied into whole persons, and laid in a stratified order.
struct PopulationMaker {
  /// January 2010: those who came before were still there then.
  private static let opening = Month(year: 2010, month: 1) - Population.start
  /// July 2014, the middle of the exits of Vedlegg 4; earlier arrivals have their age then, others at arrival.
  static let ageReference = Month(year: 2014, month: 7) - Population.start

  private let draws: PopulationDraws
  private let presence: Presence
  private let municipalities: [Municipality]
  private let templates: ContiguousArray<PersonTemplate>
  /// The template of every person, sorted by segment, country, sex and cohort.
  private let sorted: ContiguousArray<UInt32>

  init(_ texts: PopulationTexts, seed: UInt64) throws {
    draws = PopulationDraws(seed: seed, .life)
    presence = try Presence(texts.exits)
    municipalities = try MunicipalityData(texts).municipalities(seed: seed)
    var templates: ContiguousArray<PersonTemplate> = []
    var sorted: ContiguousArray<UInt32> = []
    for segment in Segment.allCases {
      let data = try SegmentData(segment, texts: texts)
      let traits = PopulationDraws(seed: seed, segment == .participant ? .participantTraits : .otherTraits)
      let candidates = try Candidates(data, count: segment.candidates(for: data.persons), draws: traits)
      for candidate in 0..<candidates.count where candidates.copies[candidate] > 0 {
        sorted.append(contentsOf: repeatElement(UInt32(templates.count), count: candidates.copies[candidate]))
        templates.append(PersonTemplate(data, candidates, candidate))
      }
    }
    self.templates = templates
    self.sorted = sorted
  }

  /// - Parameter persons: how many of the order are made; `nil` or more than there are means all.
  func make(persons: Int?) -> Population {
    let count = min(max(persons ?? sorted.count, 1), sorted.count)
    let places = places(count)
    func column<Element>(_ value: (PersonTemplate) -> Element) -> ContiguousArray<Element> {
      Self.column(count) { value(templates[Int(sorted[Int(places[$0])])]) }
    }
    var population = Population(weight: Float(sorted.count) / Float(count), municipalities: municipalities)
    population.sex = column { $0.sex }
    population.country = column { $0.country }
    population.reason = column { $0.reason }
    population.marital = column { $0.marital }
    population.children = column { $0.children }
    population.loneParent = column { $0.loneParent }
    population.education = column { $0.education }
    population.track = column { $0.track }
    population.health = column { $0.health }
    population.housing = column { $0.housing }
    population.studentAid = column { $0.studentAid }
    population.priorNav = column { $0.priorNav }
    population.needGroup = column { $0.needGroup }
    population.isParticipant = column { $0.isParticipant }
    let homes = Homes(municipalities)
    let lives = Self.column(count) { life(Int(places[$0]), homes) }
    population.birthMonth = Self.column(count) { lives[$0].birth }
    population.arrival = Self.column(count) { lives[$0].arrival }
    population.deathOrEmigration = Self.column(count) { lives[$0].last }
    population.municipality = Self.column(count) { lives[$0].municipality }
    return population
  }

  /// The van der Corput sequence over the sorted persons, every beginning of which is spread evenly.
  private func places(_ count: Int) -> ContiguousArray<UInt32> {
    let unusedBits = (sorted.count - 1 | 1).leadingZeroBitCount
    var places: ContiguousArray<UInt32> = []
    places.reserveCapacity(count)
    var step: UInt64 = 0
    while places.count < count {
      let place = step.bitReversed >> UInt64(unusedBits)
      step += 1
      if place < sorted.count { places.append(UInt32(place)) }
    }
    return places
  }

  private struct Life {
    var birth: Int16
    var arrival: Int16
    var last: Int16
    var municipality: UInt16
  }

  private func life(_ place: Int, _ homes: Homes) -> Life {
    let template = templates[Int(sorted[place])]
    let words = draws.words(place)
    let from = Int(template.from)
    let to = Int(template.to)
    var arrival = from + Int(unit(words.x) * Double(to - from + 1))
    let reference = template.isParticipant ? arrival : max(arrival, Self.ageReference)
    // Nobody arrives before birth: who would is born, and comes, by the end of the cohort.
    let birth = min(reference - template.age.months(at: unit(words.y)), to)
    arrival = max(arrival, birth)
    let last = presence.lastMonth(
      of: template.isParticipant ? .participant : .other, birth: birth, arrival: arrival,
      present: max(arrival, Self.opening), deathDraw: unit(words.z), emigrationDraw: unit(words.w))
    let municipality =
      template.isParticipant
      ? Population.noMunicipality : homes.municipality(at: unit(draws.words(place, block: 1).x))
    return Life(
      birth: Int16(clamping: birth), arrival: Int16(clamping: arrival), last: last, municipality: municipality)
  }

  private static func column<Element>(_ count: Int, _ value: (Int) -> Element) -> ContiguousArray<Element> {
    ContiguousArray(unsafeUninitializedCapacity: count) { buffer, initialized in
      for person in 0..<count { buffer.initializeElement(at: person, to: value(person)) }
      initialized = count
    }
  }
}

extension AgeBand {
  /// An age within the band, in months, evenly spread; from 18 years and below 67.
  fileprivate func months(at draw: Double) -> Int {
    let low = self == .upTo19 ? 216 : (Int(rawValue) + 1) * 120
    let high = self == .sixties ? 804 : (Int(rawValue) + 2) * 120
    return low + Int(draw * Double(high - low))
  }
}

extension UInt64 {
  /// The bits in reverse order.
  fileprivate var bitReversed: UInt64 {
    var x = byteSwapped
    x = (x & 0x0F0F_0F0F_0F0F_0F0F) << 4 | (x >> 4) & 0x0F0F_0F0F_0F0F_0F0F
    x = (x & 0x3333_3333_3333_3333) << 2 | (x >> 2) & 0x3333_3333_3333_3333
    return (x & 0x5555_5555_5555_5555) << 1 | (x >> 1) & 0x5555_5555_5555_5555
  }
}
