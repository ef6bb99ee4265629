/// Makes a population: candidates are raked to the margins, copied into whole persons, and laid in a stratified order.
struct PopulationMaker {
  /// How many whole persons stand behind a raked candidate, about.
  private static let personsPerCandidate: [Segment: Int] = [.participant: 10, .other: 20]
  /// January 2010: those who came before were still there then.
  private static let opening = 84
  /// July 2014, the middle of the exits of Vedlegg 4; earlier arrivals have their age then, others at arrival.
  static let ageReference = 138

  private let seed: UInt64
  private let segments: [SegmentData]
  private let candidates: [Candidates]
  private let presence: Presence
  private let municipalities: [Municipality]

  init(_ texts: PopulationTexts, seed: UInt64) throws {
    self.seed = seed
    segments = try Segment.allCases.map { try SegmentData($0, texts: texts) }
    candidates = try segments.enumerated().map { index, data in
      let size = max(100, data.persons / (Self.personsPerCandidate[data.segment] ?? 10))
      return try Candidates(data, count: size, seed: PersonDraw.bits(seed, UInt64(index), 63))
    }
    presence = try Presence(texts.exits)
    municipalities = try MunicipalityData(texts).municipalities(seed: seed)
  }

  /// - Parameter persons: how many of the order are made; `nil` or more than there are means all.
  func make(persons: Int?) -> Population {
    let total = segments.reduce(0) { $0 + $1.persons }
    let count = min(max(persons ?? total, 1), total)
    var origin = ContiguousArray<UInt32>()
    origin.reserveCapacity(total)
    for segment in segments.indices {
      for (candidate, copies) in candidates[segment].copies.enumerated() {
        let code = UInt32(candidate << 1 | segment)
        for _ in 0..<copies { origin.append(code) }
      }
    }
    var population = Population(weight: Float(Double(total) / Double(count)), municipalities: municipalities)
    population.reserve(count)
    let homes = Homes(municipalities)
    // The van der Corput sequence visits the sorted persons so that every beginning of it is spread evenly.
    let bits = UInt64.bitWidth - UInt64(max(total - 1, 1)).leadingZeroBitCount
    var step: UInt64 = 0
    while population.count < count {
      let place = Int(step.bitReversed >> UInt64(UInt64.bitWidth - bits))
      step += 1
      if place < total { append(place, origin[place], homes, to: &population) }
    }
    return population
  }

  private func append(_ place: Int, _ origin: UInt32, _ homes: Homes, to population: inout Population) {
    let segment = Int(origin & 1)
    let candidate = Int(origin >> 1)
    let source = candidates[segment]
    let isParticipant = segments[segment].segment == .participant
    let cohort = segments[segment].cohorts[Int(source.code(.cohort, candidate))]
    func draw(_ purpose: UInt64) -> Double { PersonDraw.unit(seed, UInt64(place), purpose) }

    var arrival = cohort.from + Int(draw(0) * Double(cohort.to - cohort.from + 1))
    let reference = isParticipant ? arrival : max(arrival, Self.ageReference)
    let ages = Self.ages[Int(source.code(.age, candidate))]
    let age = ages.lowerBound + Int(draw(1) * Double(ages.count))
    // Nobody arrives before birth: who would is born, and comes, by the end of the cohort.
    let birth = min(reference - age, cohort.to)
    arrival = max(arrival, birth)

    population.append(
      source: source, candidate: candidate, isParticipant: isParticipant, birth: birth, arrival: arrival,
      last: presence.lastMonth(
        of: segment, birth: birth, arrival: arrival, present: max(arrival, Self.opening), deathDraw: draw(2),
        emigrationDraw: draw(3)),
      municipality: isParticipant ? Population.noMunicipality : homes.municipality(draw(4)))
  }

  /// Months of age in each band.
  private static let ages: [Range<Int>] = [216..<240, 240..<360, 360..<480, 480..<600, 600..<720, 720..<804]
}

/// Where residents live: municipalities by their part of the residents.
struct Homes {
  private var cumulative: [Double] = []

  init(_ municipalities: [Municipality]) {
    var sum = 0.0
    for municipality in municipalities {
      sum += municipality.residentShare
      cumulative.append(sum)
    }
  }

  func municipality(_ draw: Double) -> UInt16 {
    let target = draw * (cumulative.last ?? 0)
    var low = 0
    var high = cumulative.count - 1
    while low < high {
      let middle = (low + high) / 2
      if cumulative[middle] > target { high = middle } else { low = middle + 1 }
    }
    return UInt16(max(low, 0))
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
