import PolicyCore

/// A way to go on typing.
public struct Completion: Hashable, Sendable {
  /// What to put in the place of `replaced`.
  public var text: String
  /// A few words about it: a lever's unit and range, a name's label.
  public var detail: String
  /// The bytes of the beginning that was typed.
  public var replaced: Span

  public init(text: String, detail: String, replaced: Span) {
    self.text = text
    self.detail = detail
    self.replaced = replaced
  }
}
