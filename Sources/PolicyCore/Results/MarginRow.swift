/// One category of a margin or conditional share: what the data ask for and what the persons give.
public struct MarginRow: Hashable, Sendable, Codable {
  /// The attribute, with its segment and condition (`participants: sex where country is palestine`).
  public var margin: String
  public var category: String
  /// In the stored scale of the unit.
  public var target: Double
  public var simulated: Double
  public var unit: Unit
  /// Line of the report's text; `nil` for an assumption.
  public var line: Int?
  /// Where the target comes from, or why it was assumed.
  public var note: String

  public var difference: Double { simulated - target }

  public init(
    margin: String, category: String, target: Double, simulated: Double, unit: Unit, line: Int?, note: String
  ) {
    self.margin = margin
    self.category = category
    self.target = target
    self.simulated = simulated
    self.unit = unit
    self.line = line
    self.note = note
  }
}
