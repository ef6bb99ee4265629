/// One number that a goal is about: an outcome in a year, of a scenario or of the difference of two.
public struct MeasuredTerm: Framed, Hashable, Sendable, Codable {
  /// Outcome slot.
  public var outcome: String
  public var year: Int
  public var frame: QuestionFrame
  public var term: ExpectationTerm
  /// The outcome's for a level, its `ofDifference` for a difference.
  public var unit: Unit
  /// As written, on one line.
  public var text: String

  public init(
    outcome: String, year: Int, frame: QuestionFrame, term: ExpectationTerm, unit: Unit, text: String
  ) {
    self.outcome = outcome
    self.year = year
    self.frame = frame
    self.term = term
    self.unit = unit
    self.text = text
  }

  public var measure: Measure { Measure(outcome: outcome, year: year) }
}

extension ExpectationPlan {
  /// What is measured, without its bounds.
  public var measured: MeasuredTerm {
    MeasuredTerm(outcome: outcome, year: year, frame: frame, term: term, unit: unit, text: text)
  }
}

extension ExpectationTerm {
  /// The scenario on the other side of the difference from the one that a question moves; `nil` for a level.
  public func other(than moved: ScenarioPlan) -> ScenarioPlan? {
    guard case .difference(let minuend, let subtrahend) = self else { return nil }
    return subtracts(moved) ? minuend : subtrahend
  }

  /// Whether the scenario that a question moves is subtracted.
  public func subtracts(_ moved: ScenarioPlan) -> Bool {
    guard case .difference(_, let subtrahend) = self else { return false }
    return subtrahend.name == moved.name
  }
}
