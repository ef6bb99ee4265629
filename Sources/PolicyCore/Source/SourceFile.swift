/// A named text with its line table.
///
/// The text is kept as UTF-8 bytes, so that spans are byte offsets into the original.
public final class SourceFile: Sendable, Hashable {
  public let name: String
  public let bytes: [UInt8]
  /// The offset of the first byte of every line.
  let lineStarts: [Int]
  /// Where the first byte stands, both from 1; other than 1 for a part that was cut out of a larger file.
  let firstLine: Int
  let firstColumn: Int

  /// - Parameters:
  ///   - firstLine: The line of the first byte, when the text is only a part of the file.
  ///   - firstColumn: The column of the first byte.
  public init(name: String, bytes: [UInt8], firstLine: Int = 1, firstColumn: Int = 1) {
    self.name = name
    self.bytes = bytes
    self.firstLine = firstLine
    self.firstColumn = firstColumn
    // A byte-order mark belongs to no line.
    var starts = [bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0]
    bytes.withUnsafeBufferPointer { bytes in
      for offset in bytes.indices where bytes[offset] == 0x0A || bytes[offset] == 0x0D {
        // A carriage return ends a line alone, or together with the line feed after it.
        let isPair = bytes[offset] == 0x0D && offset + 1 < bytes.count && bytes[offset + 1] == 0x0A
        if !isPair { starts.append(offset + 1) }
      }
    }
    lineStarts = starts
  }

  public convenience init(name: String, text: String) {
    self.init(name: name, bytes: Array(text.utf8))
  }

  public var lineCount: Int { lineStarts.count }

  /// The text of a span, decoded.
  public func text(of span: Span) -> String {
    let start = min(max(span.start, 0), bytes.count)
    let end = min(max(span.end, start), bytes.count)
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// The line (from 1) that holds a byte offset.
  public func line(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + firstLine
  }

  /// The byte range of a line (from 1) without its line ending.
  public func lineSpan(_ line: Int) -> Span {
    let index = line - firstLine
    let start = lineStarts[index]
    let isLast = index + 1 == lineStarts.count
    var end = isLast ? bytes.count : lineStarts[index + 1] - 1
    if end > start, bytes[end - 1] == 0x0D, !isLast { end -= 1 }
    return Span(start, end)
  }

  public func place(at offset: Int) -> Place {
    let line = line(at: offset)
    let start = lineStarts[line - firstLine]
    let before = line == firstLine ? firstColumn - 1 : 0
    return Place(file: name, line: line, column: before + text(of: Span(start, offset)).count + 1)
  }

  public static func == (left: SourceFile, right: SourceFile) -> Bool {
    left === right
      || (left.name == right.name && left.firstLine == right.firstLine && left.firstColumn == right.firstColumn
        && left.bytes == right.bytes)
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(bytes.count)
  }
}
