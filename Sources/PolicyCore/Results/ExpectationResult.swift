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

  public init(
    id: String, place: Place, text: String, status: Status, estimate: Estimate?, unit: Unit, lower: Double?,
    upper: Double?, replicates: Int, replicatesNeeded: Int? = nil
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
  }
}
