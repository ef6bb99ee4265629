/// The level of one scenario that an expectation names.
public struct TermValue: Hashable, Sendable, Codable {
  public var scenario: String
  /// `nil` when the cohort is not followed so far.
  public var estimate: Estimate?
  /// Hidden, because too few persons of own microdata are behind it.
  public var isSuppressed: Bool

  public init(scenario: String, estimate: Estimate?, isSuppressed: Bool = false) {
    self.scenario = scenario
    self.estimate = estimate
    self.isSuppressed = isSuppressed
  }
}

/// What became of an `expect`.
public struct ExpectationResult: Hashable, Sendable, Codable {
  public enum Status: String, Hashable, Sendable, Codable, CaseIterable { case passed, failed, undecided }

  /// Stable within its file: the ordinal and a slug of the text.
  public var id: String
  public var place: Place
  /// The statement as written, on one line.
  public var text: String
  public var status: Status
  public var estimate: Estimate?
  public var unit: Unit
  /// Inclusive bounds in the unit's stored scale; `nil` is unbounded.
  public var lower: Double?
  public var upper: Double?
  public var replicates: Int
  /// For `undecided`: how many replicates would probably settle it.
  public var replicatesNeeded: Int?
  /// The levels that the term was made of, in the order written.
  public var terms: [TermValue]
  /// A failure of a `(warning)` is reported and does not fail.
  public var isWarning: Bool
  /// Why there is no verdict (one replicate, a cohort that is not followed), when that is so.
  public var remark: Label?
  /// The number is hidden, because too few persons of own microdata are behind it.
  public var isSuppressed: Bool

  public init(
    id: String, place: Place, text: String, status: Status, estimate: Estimate?, unit: Unit, lower: Double?,
    upper: Double?, replicates: Int, replicatesNeeded: Int? = nil,
    terms: [TermValue] = [], isWarning: Bool = false, remark: Label? = nil,
    isSuppressed: Bool = false
  ) {
    self.id = id
    self.place = place
    self.text = text
    self.status = status
    self.estimate = estimate
    self.unit = unit
    self.lower = lower
    self.upper = upper
    self.replicates = replicates
    self.replicatesNeeded = replicatesNeeded
    self.terms = terms
    self.isWarning = isWarning
    self.remark = remark
    self.isSuppressed = isSuppressed
  }

  /// Whether a run with this result may end well.
  public var isAcceptable: Bool { status == .passed || isWarning }
}
