import PolicyCore

/// Every margin and conditional share of a population beside its target.
public struct PopulationReport: Sendable {
  /// Margin by margin, the one with the worst misfit last.
  public let rows: [MarginRow]

  /// - Parameter texts: the data that the population was made from.
  public init(_ population: Population, texts: PopulationTexts) throws {
    var margins = [Self.sizes(population)]
    for data in try Segment.allCases.map({ try SegmentData($0, texts: texts) }) {
      let persons = PersonCodes(population, data)
      for margin in data.margins where margin.trait != .cohort { margins.append(Self.rows(margin, data, persons)) }
      margins.append(Self.arrivals(data, persons, weight: Double(population.weight)))
    }
    rows = margins.sorted { Self.misfit($0) < Self.misfit($1) }.flatMap { $0 }
  }

  /// The numbers of persons that the arrivals were chosen to give.
  private static func sizes(_ population: Population) -> [MarginRow] {
    let in2010 = Month(year: 2010, month: 1) - Population.start
    let in2018 = Month(year: 2018, month: 1) - Population.start
    let in2019 = Month(year: 2019, month: 1) - Population.start
    func row(_ category: String, _ target: Double, line: Int, _ note: String, _ counts: (Int) -> Bool) -> MarginRow {
      MarginRow(
        margin: "persons", category: category, target: target,
        simulated: Double(population.indices.count(where: counts)) * Double(population.weight), unit: .persons,
        line: line, note: note)
    }
    /// The month of the end, when it comes 33 months after the permit.
    func end(_ person: Int) -> Int { population.isParticipant[person] ? Int(population.arrival[person]) + 33 : -1 }
    let note = "if the programme ends 33 months after the permit; the model draws when it does"
    return [
      row("resident 2010-2018", 300_000, line: 1838, "about 300 000 are in the registers") {
        population.arrival[$0] < in2019 && population.deathOrEmigration[$0] >= in2010
      },
      row("programme ended 2010-2017", 28_000, line: 1877, note) { (in2010..<in2018).contains(end($0)) },
      row("programme ended 2018", 8_354, line: 3357, note) { (in2018..<in2019).contains(end($0)) },
    ]
  }

  private static func rows(_ margin: TargetMargin, _ data: SegmentData, _ persons: PersonCodes) -> [MarginRow] {
    var counts = [Int](repeating: 0, count: margin.shares.count)
    let codes = persons.codes(margin.trait)
    if let condition = margin.condition {
      let given = persons.codes(condition.trait)
      for index in codes.indices where condition.codes.contains(given[index]) { counts[Int(codes[index])] += 1 }
    } else {
      for code in codes { counts[Int(code)] += 1 }
    }
    let total = Double(max(counts.reduce(0, +), 1))
    let name = "\(data.segment.rawValue): \(margin.name)"
    return data.keys(margin.trait).indices.compactMap { category in
      let simulated = Double(counts[category]) / total
      guard margin.shares[category] > 0 || simulated > 0 else { return nil }
      return MarginRow(
        margin: name, category: data.keys(margin.trait)[category], target: margin.shares[category],
        simulated: simulated, unit: .share, line: margin.lines[category], note: margin.reasons[category])
    }
  }

  private static func arrivals(_ data: SegmentData, _ persons: PersonCodes, weight: Double) -> [MarginRow] {
    var counts = [Int](repeating: 0, count: data.cohorts.count)
    for code in persons.codes(.cohort) { counts[Int(code)] += 1 }
    return data.cohorts.enumerated().map { index, cohort in
      MarginRow(
        margin: "\(data.segment.rawValue): arrivals", category: cohort.name, target: Double(cohort.persons),
        simulated: Double(counts[index]) * weight, unit: .persons, line: cohort.line, note: cohort.reason)
    }
  }

  /// The largest distance of a margin; of numbers of persons as a share of all its persons.
  private static func misfit(_ rows: [MarginRow]) -> Double {
    let whole = rows.first?.unit == .persons ? rows.reduce(0) { $0 + $1.target } : 1
    return (rows.map { abs($0.difference) }.max() ?? 0) / max(whole, 1)
  }
}

/// The persons of one segment as codes of traits, read back from the columns.
struct PersonCodes {
  private let population: Population
  private let data: SegmentData
  private let persons: [Int]
  private let cohorts: ContiguousArray<UInt8>

  init(_ population: Population, _ data: SegmentData) {
    self.population = population
    self.data = data
    let isParticipant = data.segment == .participant
    persons = population.indices.filter { population.isParticipant[$0] == isParticipant }
    cohorts = ContiguousArray(
      persons.map { person in
        let arrival = Int(population.arrival[person])
        return UInt8(data.cohorts.firstIndex { $0.from <= arrival && arrival <= $0.to } ?? 0)
      })
  }

  func codes(_ trait: Trait) -> ContiguousArray<UInt8> {
    func column<Category: PersonCategory>(_ column: ContiguousArray<Category>) -> ContiguousArray<UInt8> {
      ContiguousArray(persons.map { column[$0].rawValue })
    }
    return switch trait {
    case .cohort: cohorts
    case .period: ContiguousArray(cohorts.map { UInt8(data.cohorts[Int($0)].period) })
    case .country: column(population.country)
    case .reason: column(population.reason)
    case .sex: column(population.sex)
    case .age: ContiguousArray(persons.map { ageBand($0).rawValue })
    case .marital: column(population.marital)
    case .children: column(population.children)
    case .loneParent: column(population.loneParent)
    case .education: column(population.education)
    case .track: column(population.track)
    case .health: column(population.health)
    case .housing: column(population.housing)
    case .studentAid: column(population.studentAid)
    case .priorNav: column(population.priorNav)
    case .need: column(population.needGroup)
    }
  }

  /// At the month that the age margins refer to.
  private func ageBand(_ person: Int) -> AgeBand {
    let arrival = Int(population.arrival[person])
    return population.ageBand(
      person, at: data.segment == .participant ? arrival : max(arrival, PopulationMaker.ageReference))
  }
}
