/// A half-open range of UTF-8 byte offsets into one source file.
public struct Span: Hashable, Sendable, Codable {
  public var start: Int
  public var end: Int

  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = max(start, end)
  }

  /// The smallest span that covers both.
  public func merged(with other: Span) -> Span {
    Span(min(start, other.start), max(end, other.end))
  }

  public static let zero = Span(0, 0)
}
