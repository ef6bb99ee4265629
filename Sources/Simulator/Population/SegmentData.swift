import PolicyCore

/// Persons of a segment who arrived in the same months.
struct Cohort {
  var name: String
  /// Index of a named period of cohorts, which margins can be limited to.
  var period: Int
  /// First and last month of arrival, since January 2003.
  var from: Int
  var to: Int
  var persons: Int
  var line: Int?
  var reason: String
}

/// Target shares of one trait, perhaps only among those of some categories of another.
struct TargetMargin {
  struct Condition: Equatable {
    var trait: Trait
    var codes: [UInt8]
    var text: String
  }

  var trait: Trait
  var condition: Condition?
  /// Of the covered persons, by category; they sum to 1.
  var shares: [Double]
  var lines: [Int?]
  var reasons: [String]

  /// The trait and the condition, as `sex, country=palestine`.
  var name: String { trait.name + (condition.map { ", \($0.text)" } ?? "") }

  func covers(_ code: (Trait) -> UInt8) -> Bool {
    guard let condition else { return true }
    return condition.codes.contains(code(condition.trait))
  }
}

/// How much more or less often categories of a trait occur, given a category of an earlier one, before raking.
struct SeedOdds {
  var given: Trait
  var trait: Trait
  /// By code of the given trait, then by code of the trait.
  var factors: [[Double]]
}

/// What one segment's persons are drawn from and raked to.
struct SegmentData {
  let segment: Segment
  let cohorts: [Cohort]
  let periods: [String]
  /// Those of the file, then the arrivals themselves.
  let margins: [TargetMargin]
  let odds: [SeedOdds]

  var persons: Int { cohorts.reduce(0) { $0 + $1.persons } }

  init(_ segment: Segment, texts: PopulationTexts) throws {
    self.segment = segment
    let reader = try SegmentReader(segment, arrivals: texts.arrivals)
    cohorts = reader.cohorts
    periods = reader.periods
    margins = try reader.margins(texts.margins)
    odds = try reader.odds(texts.odds)
  }

  func keys(_ trait: Trait) -> [String] {
    switch trait {
    case .cohort: cohorts.map(\.name)
    case .period: periods
    default: trait.keys ?? []
    }
  }
}
