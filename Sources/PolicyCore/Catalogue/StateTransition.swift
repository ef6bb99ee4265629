/// A transition that the model has, from one state of a person to another.
public struct StateTransition: Hashable, Sendable {
  public let from: String
  public let to: String
  /// What governs it, for the reader.
  public let by: Label

  public init(from: String, to: String, by: Label) {
    self.from = from
    self.to = to
    self.by = by
  }
}
