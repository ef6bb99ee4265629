import PolicyCore

/// Reads the rows of one segment from the data files and refuses what it does not know.
struct SegmentReader {
  let segment: Segment
  private(set) var cohorts: [Cohort] = []
  private(set) var periods: [String] = []
  private static let mostPersons = 5_000_000

  init(_ segment: Segment, arrivals: String) throws {
    self.segment = segment
    let table = try CSVTable(name: "data/population_arrivals.csv", text: arrivals)
    for row in table.rows.indices where try isOurs(table, row) {
      let period = try table.text(row, "period")
      if !periods.contains(period) { periods.append(period) }
      let persons = min(max(try table.number(row, "persons"), -1), Double(Self.mostPersons))
      let cohort = Cohort(
        name: try table.text(row, "cohort"), period: periods.firstIndex(of: period) ?? 0,
        from: try Self.month(table, row, "from"), to: try Self.month(table, row, "to"), persons: Int(persons),
        line: try Self.line(table, row), reason: try table.text(row, "reason"))
      guard cohort.from <= cohort.to, cohort.persons >= 0 else {
        throw DataError(file: table.name, row: row + 2, problem: "no possible months or number of persons")
      }
      cohorts.append(cohort)
    }
    guard cohorts.count < 255, (1..<Self.mostPersons).contains(cohorts.reduce(0) { $0 + $1.persons }) else {
      throw DataError(file: table.name, row: 0, problem: "no usable arrivals of segment `\(segment.rawValue)`")
    }
  }

  func margins(_ text: String) throws -> [TargetMargin] {
    let table = try CSVTable(name: "data/population_margins.csv", text: text)
    var margins: [TargetMargin] = []
    for row in table.rows.indices where try isOurs(table, row) {
      let trait = try trait(table, row, "attribute")
      let condition = try condition(table, row)
      let category = try code(trait, try table.text(row, "category"), table, row)
      let target = try table.number(row, "target")
      guard target >= 0 else { throw DataError(file: table.name, row: row + 2, problem: "a target below zero") }
      let index =
        margins.firstIndex { $0.trait == trait && $0.condition == condition }
        ?? {
          let count = keys(trait).count
          margins.append(
            TargetMargin(
              trait: trait, condition: condition, shares: Array(repeating: 0, count: count),
              lines: Array(repeating: nil, count: count), reasons: Array(repeating: "", count: count)))
          return margins.count - 1
        }()
      margins[index].shares[Int(category)] = target
      margins[index].lines[Int(category)] = try Self.line(table, row)
      margins[index].reasons[Int(category)] = try table.text(row, "reason")
    }
    margins.append(
      TargetMargin(
        trait: .cohort, condition: nil, shares: cohorts.map { Double($0.persons) }, lines: cohorts.map(\.line),
        reasons: cohorts.map(\.reason)))
    for index in margins.indices {
      let sum = margins[index].shares.reduce(0, +)
      guard sum > 0 else {
        let trait = margins[index].trait.name
        throw DataError(file: table.name, row: 0, problem: "the targets of `\(trait)` are all zero")
      }
      margins[index].shares = margins[index].shares.map { $0 / sum }
    }
    return margins
  }

  func odds(_ text: String) throws -> [SeedOdds] {
    let table = try CSVTable(name: "data/population_odds.csv", text: text)
    var odds: [SeedOdds] = []
    for row in table.rows.indices where try isOurs(table, row) {
      let given = try trait(table, row, "given")
      let trait = try trait(table, row, "attribute")
      guard given.ordinal < trait.ordinal else {
        let problem = "`\(trait.name)` is drawn before `\(given.name)`"
        throw DataError(file: table.name, row: row + 2, problem: problem)
      }
      let factor = try table.number(row, "odds")
      guard factor >= 0 else { throw DataError(file: table.name, row: row + 2, problem: "odds below zero") }
      let index =
        odds.firstIndex { $0.given == given && $0.trait == trait }
        ?? {
          let ones = Array(repeating: 1.0, count: keys(trait).count)
          odds.append(
            SeedOdds(given: given, trait: trait, factors: Array(repeating: ones, count: keys(given).count)))
          return odds.count - 1
        }()
      let from = try code(given, try table.text(row, "given_category"), table, row)
      let to = try code(trait, try table.text(row, "category"), table, row)
      odds[index].factors[Int(from)][Int(to)] = factor
    }
    return odds
  }

  private func isOurs(_ table: CSVTable, _ row: Int) throws -> Bool {
    let name = try table.text(row, "segment")
    guard name.isEmpty || Segment(rawValue: name) != nil else {
      throw DataError(file: table.name, row: row + 2, problem: "no segment `\(name)`")
    }
    return name.isEmpty || name == segment.rawValue
  }

  private func keys(_ trait: Trait) -> [String] {
    switch trait {
    case .cohort: cohorts.map(\.name)
    case .period: periods
    default: trait.keys ?? []
    }
  }

  private func trait(_ table: CSVTable, _ row: Int, _ column: String) throws -> Trait {
    let name = try table.text(row, column)
    guard let trait = Trait(name: name) else {
      throw DataError(file: table.name, row: row + 2, problem: "no attribute `\(name)`")
    }
    return trait
  }

  private func code(_ trait: Trait, _ key: String, _ table: CSVTable, _ row: Int) throws -> UInt8 {
    guard let code = keys(trait).firstIndex(of: key) else {
      throw DataError(file: table.name, row: row + 2, problem: "`\(trait.name)` has no category `\(key)`")
    }
    return UInt8(code)
  }

  /// `attribute=category` or `attribute=category|category`.
  private func condition(_ table: CSVTable, _ row: Int) throws -> TargetMargin.Condition? {
    let text = try table.text(row, "within")
    guard !text.isEmpty else { return nil }
    let parts = text.split(separator: "=", omittingEmptySubsequences: false)
    guard parts.count == 2, let trait = Trait(name: String(parts[0])) else {
      throw DataError(file: table.name, row: row + 2, problem: "`\(text)` is no condition `attribute=category`")
    }
    let codes = try parts[1].split(separator: "|").map { try code(trait, String($0), table, row) }
    return TargetMargin.Condition(trait: trait, codes: codes, text: text)
  }

  private static func line(_ table: CSVTable, _ row: Int) throws -> Int? {
    let text = try table.text(row, "line")
    guard !text.isEmpty else { return nil }
    guard let line = Int(text) else { throw DataError(file: table.name, row: row + 2, problem: "`\(text)` is no line") }
    return line
  }

  /// Months since January 2003 of a date written `2010-01`.
  private static func month(_ table: CSVTable, _ row: Int, _ column: String) throws -> Int {
    let text = try table.text(row, column)
    let parts = text.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 2, (1900...2100).contains(parts[0]), (1...12).contains(parts[1]) else {
      throw DataError(file: table.name, row: row + 2, problem: "`\(text)` is no month")
    }
    return Month(year: parts[0], month: parts[1]) - Population.start
  }
}
