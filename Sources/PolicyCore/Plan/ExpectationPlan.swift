/// What an expectation measures: a scenario's level, or a paired difference of two.
public enum ExpectationTerm: Hashable, Sendable, Codable {
  case level(ScenarioPlan)
  /// `minuend - subtrahend`.
  case difference(ScenarioPlan, ScenarioPlan)
}

/// Years that an expectation takes together: one number for all of them.
public struct YearSpan: Hashable, Sendable, Codable {
  public enum Total: String, Hashable, Sendable, Codable {
    /// Of shares and of counts.
    case mean
    /// Of what is earned, spent or counted in months within a year.
    case sum
  }

  public var first: Int
  public var total: Total

  public init(first: Int, total: Total) {
    self.first = first
    self.total = total
  }
}

/// A checked `expect`: one number and the bounds that it must lie in.
public struct ExpectationPlan: Framed, Hashable, Sendable, Codable {
  /// Outcome slot.
  public var outcome: String
  /// The year that is measured, or the last of several.
  public var year: Int
  /// `nil` for one year.
  public var span: YearSpan?
  public var frame: QuestionFrame
  public var term: ExpectationTerm
  /// Inclusive unless `isStrict`; stored scale; `nil` is unbounded.
  public var lower: Double?
  public var upper: Double?
  /// `more than` and `less than` exclude the bound itself.
  public var isStrict: Bool
  /// The unit of the bounds: the outcome's for a level, its `ofDifference` for a difference.
  public var unit: Unit
  /// The statement as written, on one line.
  public var text: String
  public var place: Place
  /// A failure of a `(warning)` is reported and does not fail.
  public var isWarning: Bool

  /// How the outcome is made, when it is not the model's own.
  public var formula: OutcomeFormula? { frame.formulas[outcome] }

  public var years: ClosedRange<Int> { (span?.first ?? year)...year }

  public init(
    outcome: String, year: Int, span: YearSpan? = nil, frame: QuestionFrame, term: ExpectationTerm, lower: Double?,
    upper: Double?, isStrict: Bool = false, unit: Unit, text: String, place: Place, isWarning: Bool = false
  ) {
    self.outcome = outcome
    self.year = year
    self.span = span
    self.frame = frame
    self.term = term
    self.lower = lower
    self.upper = upper
    self.isStrict = isStrict
    self.unit = unit
    self.text = text
    self.place = place
    self.isWarning = isWarning
  }

  /// Whether an interval lies within the bounds, beyond them, or across one.
  public func status(of estimate: Estimate) -> ExpectationResult.Status {
    let (low, high) = (estimate.low ?? estimate.value, estimate.high ?? estimate.value)
    let isLowInside = lower.map { isStrict ? low > $0 : low >= $0 } ?? true
    let isHighInside = upper.map { isStrict ? high < $0 : high <= $0 } ?? true
    let isBelow = lower.map { isStrict ? high <= $0 : high < $0 } ?? false
    let isAbove = upper.map { isStrict ? low >= $0 : low > $0 } ?? false
    return isLowInside && isHighInside ? .passed : isBelow || isAbove ? .failed : .undecided
  }
}
