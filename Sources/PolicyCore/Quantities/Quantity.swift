/// A number with its unit, in the unit's stored scale.
public struct Quantity: Hashable, Sendable, Codable {
  public var value: Double
  public var unit: Unit

  public init(_ value: Double, _ unit: Unit) {
    self.value = value
    self.unit = unit
  }
}
