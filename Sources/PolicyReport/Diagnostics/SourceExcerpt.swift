import PolicyCore

/// Lines of a file with places underlined: `^` for what the finding is about, `-` for what belongs to it.
struct SourceExcerpt {
  private struct Mark {
    var start: Int
    var end: Int
    var text: String
    var isPrimary: Bool
  }

  var file: SourceFile
  var style: TextStyle
  var ink: TextStyle.Ink
  private var marks: [Int: [Mark]] = [:]
  private var place = ""

  init(file: SourceFile, style: TextStyle, ink: TextStyle.Ink) {
    self.file = file
    self.style = style
    self.ink = ink
  }

  mutating func mark(_ label: Diagnostic.Label, isPrimary: Bool) {
    let line = file.line(at: label.span.start)
    let span = file.lineSpan(line)
    let start = file.text(of: Span(span.start, label.span.start)).count
    let length = file.text(of: Span(label.span.start, min(label.span.end, max(span.end, label.span.start)))).count
    if place.isEmpty { place = "\(file.place(at: label.span.start))" }
    marks[line, default: []].append(
      Mark(start: start, end: start + max(length, 1), text: label.text, isPrimary: isPrimary))
  }

  var lines: [String] {
    let numbers = marks.keys.sorted()
    let gutter = "\(numbers.last ?? 1)".count
    let blank = String(repeating: " ", count: gutter)
    var lines = ["\(blank) ┌─ \(place)"]
    for number in numbers {
      let (text, shift) = excerpt(number, width: max(style.width - gutter - 4, 30))
      lines.append("\("\(number)".indented(to: gutter)) │ \(text)".trimmedEnd)
      lines += underlines(marks[number] ?? [], shift: shift, width: text.count).map { "\(blank) │ \($0)".trimmedEnd }
    }
    return lines
  }

  /// The line as shown, and by how many characters its places have moved to the left.
  private func excerpt(_ number: Int, width: Int) -> (text: String, shift: Int) {
    let whole = file.text(of: file.lineSpan(number)).map { Self.isShown($0) ? $0 : $0 == "\t" ? " " : "\u{FFFD}" }
    guard whole.count > width else { return (String(whole), 0) }
    let focus = (marks[number] ?? []).first { $0.isPrimary }?.start ?? marks[number]?.first?.start ?? 0
    let start = max(0, min(focus - width / 3, whole.count - width))
    let end = min(whole.count, start + width)
    var shown = Array(whole[start..<end])
    if start > 0 { shown[0] = "…" }
    if end < whole.count { shown[shown.count - 1] = "…" }
    return (String(shown), start)
  }

  private static func isShown(_ character: Character) -> Bool {
    character.unicodeScalars.allSatisfy { scalar in
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator, .surrogate: false
      default: true
      }
    }
  }

  /// One line with all underlines and the last one's words, then a line for the words of each of the others.
  private func underlines(_ marks: [Mark], shift: Int, width: Int) -> [String] {
    let ordered = marks.sorted { ($0.start, $0.end) < ($1.start, $1.end) }
    var row: [Character] = []
    for mark in ordered.sorted(by: { !$0.isPrimary && $1.isPrimary }) {
      let start = max(mark.start - shift, 0)
      let end = max(min(mark.end - shift, width), start + 1)
      while row.count < end { row.append(" ") }
      for column in start..<end { row[column] = mark.isPrimary ? "^" : "-" }
    }
    var rows = [style.paint(String(row), ink)]
    guard let last = ordered.last else { return [] }
    if !last.text.isEmpty { rows[0] += " " + style.paint(last.text, ink) }
    for mark in ordered.dropLast().reversed() where !mark.text.isEmpty {
      rows.append(String(repeating: " ", count: max(mark.start - shift, 0)) + mark.text)
    }
    return rows
  }
}
