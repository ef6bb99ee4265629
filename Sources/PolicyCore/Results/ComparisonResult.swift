/// What an interval covers.
public enum IntervalKind: String, Hashable, Sendable, Codable, CaseIterable {
  case monteCarlo = "monte_carlo"
  case parameters
  case structure
}

/// A number of a result with its interval.
public struct Estimate: Hashable, Sendable, Codable {
  public var value: Double
  /// Bounds of the 95 % interval; `nil` when there is only one replicate.
  public var low: Double?
  public var high: Double?

  public init(value: Double, low: Double? = nil, high: Double? = nil) {
    self.value = value
    self.low = low
    self.high = high
  }
}

/// One cell of a result: a level, or a paired difference to the reference scenario.
public struct ResultRow: Hashable, Sendable, Codable {
  public var outcome: String
  public var scenario: String
  /// The scenario that was subtracted; `nil` for a level.
  public var base: String?
  /// Category keys by attribute name; empty for all persons.
  public var group: [String: String]
  public var year: Int
  /// The outcome's unit for levels, that unit's `ofDifference` for differences.
  public var unit: Unit
  /// `nil` when the cohort is not followed so far (printed as `..`).
  public var estimate: Estimate?
  /// The value in each replicate, in their order; empty when there is no number.
  ///
  /// What is worked out from several cells takes its interval from these, so that it is paired as differences are.
  public var replicates: [Double]
  /// Weighted persons behind the cell, mean over replicates; 0 when suppressed.
  public var persons: Double
  /// Hidden, because too few persons of own microdata are behind it (printed as `:`).
  public var isSuppressed: Bool

  public init(
    outcome: String, scenario: String, base: String?, group: [String: String], year: Int, unit: Unit,
    estimate: Estimate?, replicates: [Double] = [], persons: Double, isSuppressed: Bool = false
  ) {
    self.outcome = outcome
    self.scenario = scenario
    self.base = base
    self.group = group
    self.year = year
    self.unit = unit
    self.estimate = estimate
    self.replicates = replicates
    self.persons = persons
    self.isSuppressed = isSuppressed
  }
}

/// The share of a difference that rests on one grade of evidence.
public struct EvidenceShare: Hashable, Sendable, Codable {
  public var grade: EvidenceGrade
  public var share: Double
  /// The parameters of this grade that carry it.
  public var parameters: [String]

  public init(grade: EvidenceGrade, share: Double, parameters: [String]) {
    self.grade = grade
    self.share = share
    self.parameters = parameters
  }
}

/// The answer to a `ComparisonPlan`.
public struct ComparisonResult: Hashable, Sendable, Codable {
  public var plan: ComparisonPlan
  public var rows: [ResultRow]
  public var size: RunSize
  public var intervals: [IntervalKind]
  /// How each scenario's difference in the last year of the first outcome divides over grades.
  public var evidence: [String: [EvidenceShare]]
  /// Remarks that belong under the table (moved clock, cohort not followed).
  public var notes: [Label]
  /// The user's own persons that were simulated; `nil` for the synthetic ones.
  public var microdata: MicrodataSource?

  public init(
    plan: ComparisonPlan, rows: [ResultRow], size: RunSize, intervals: [IntervalKind],
    evidence: [String: [EvidenceShare]] = [:], notes: [Label] = [], microdata: MicrodataSource? = nil
  ) {
    self.plan = plan
    self.rows = rows
    self.size = size
    self.intervals = intervals
    self.evidence = evidence
    self.notes = notes
    self.microdata = microdata
  }
}
