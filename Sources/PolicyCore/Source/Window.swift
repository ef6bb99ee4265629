/// What fits on the screen of a marked line, and the rows of marks below it.
struct Window {
  let text: String
  private let line: Excerpt.Line
  private let offset: Int
  /// The column of every character, and one more for the end.
  private let columns: [Int]

  /// Cuts a line that is longer than the width so that its first primary mark is in sight.
  init(_ line: Excerpt.Line, width: Int) {
    self.line = line
    let focus = (line.marks.first(where: \.isPrimary) ?? line.marks.first)?.start ?? 0
    let isLong = line.text.count > width
    let start = isLong && focus > width * 2 / 3 ? min(focus - width / 3, line.text.count) : 0
    let end = min(line.text.count, start + width)
    let shown = line.text[start..<end].map(\.shown)
    let prefix = start > 0 ? "…" : ""
    text = prefix + shown.joined() + (end < line.text.count ? "…" : "")
    offset = start
    var column = prefix.count
    columns =
      [column]
      + shown.map { character in
        column += character.columns
        return column
      }
  }

  /// The marks, the first with its words beside it, the others' words in rows of their own below, from the right.
  func rows(hue: DiagnosticRenderer.Hue, paint: (String, DiagnosticRenderer.Hue) -> String) -> [String] {
    let marks = line.marks.filter { $0.start - offset >= 0 && $0.start - offset < columns.count }
    guard let last = marks.max(by: { $0.start < $1.start }) else { return [] }
    var row = ""
    var end = 0
    for mark in marks.sorted(by: { $0.start < $1.start }) where end <= column(mark.start) {
      let start = column(mark.start)
      let width = max(1, column(mark.start + mark.length) - start)
      row += String(repeating: " ", count: start - end)
      row += paint(String(repeating: mark.isPrimary ? "^" : "-", count: width), mark.isPrimary ? hue : .secondary)
      end = start + width
    }
    if !last.text.isEmpty { row += " " + paint(last.text, last.isPrimary ? hue : .secondary) }
    let others = marks.filter { $0.start != last.start && !$0.text.isEmpty }.sorted { $0.start > $1.start }
    return [row]
      + others.map { mark in
        String(repeating: " ", count: column(mark.start)) + paint(mark.text, mark.isPrimary ? hue : .secondary)
      }
  }

  private func column(_ character: Int) -> Int { columns[min(max(character - offset, 0), columns.count - 1)] }
}

extension Character {
  /// What is printed for it: nothing that would move or colour the cursor, or turn the direction of writing.
  var shown: String {
    let isControl = unicodeScalars.contains { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) }
    if isControl { return " " }
    guard unicodeScalars.count == 1, let scalar = unicodeScalars.first, scalar.value >= 0x80 else {
      return String(self)
    }
    switch scalar.properties.generalCategory {
    case .format, .lineSeparator, .paragraphSeparator: return "\u{FFFD}"
    default: return String(self)
    }
  }
}

extension String {
  /// How many columns a terminal gives it.
  fileprivate var columns: Int {
    guard let scalar = unicodeScalars.first, scalar.value >= 0x1100 else { return 1 }
    let isWide =
      scalar.properties.isEmojiPresentation
      || [
        0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
        0x20000...0x3FFFD,
      ]
      .contains { $0.contains(scalar.value) }
    return isWide ? 2 : 1
  }
}
