/// A checked `expect compare … matches snapshot`: a whole answer that must be the one on record.
public struct SnapshotPlan: Hashable, Sendable, Codable {
  public var question: ComparisonPlan
  /// How far a number may be from the recorded one, by outcome slot in its unit as written; empty for the same numbers.
  public var tolerances: [String: Double]
  /// The statement as written, on one line: by which the record is found.
  public var text: String
  public var place: Place
  /// A difference of a `(warning)` is reported and does not fail.
  public var isWarning: Bool

  public init(
    question: ComparisonPlan, tolerances: [String: Double] = [:], text: String, place: Place, isWarning: Bool = false
  ) {
    self.question = question
    self.tolerances = tolerances
    self.text = text
    self.place = place
    self.isWarning = isWarning
  }
}
