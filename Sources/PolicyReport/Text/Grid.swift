/// Rows under headed columns; numbers stand with their last digits under each other, what follows them to the right.
struct Grid {
  /// A number and what follows it (` %`, ` ±0.3`).
  struct Cell: Hashable {
    var number: String
    var suffix = ""

    init(_ number: String, _ suffix: String = "") {
      self.number = number
      self.suffix = suffix
    }
  }

  struct Row {
    var label: String
    var cells: [Cell]
    var ink: TextStyle.Ink?
    /// Written behind the last column when there is room.
    var remark = ""
  }

  var headers: [String]
  var rows: [Row]
  var indent = 2
  var gap = 4

  /// Headings stand alone on their line and may be longer.
  private var labelWidth: Int { rows.filter { !$0.cells.isEmpty }.map(\.label.count).max() ?? 0 }

  private func widths(_ column: Int) -> (number: Int, whole: Int) {
    let cells = rows.compactMap { column < $0.cells.count ? $0.cells[column] : nil }
    let number = cells.map(\.number.count).max() ?? 0
    let suffix = cells.map(\.suffix.count).max() ?? 0
    return (number, max(number + suffix, headers[column].count))
  }

  /// The columns that fit: the last one and every k-th before it, with the smallest k for which they do.
  func columnsThatFit(_ width: Int) -> [Int] {
    guard let last = headers.indices.last else { return [] }
    for step in 1...headers.count {
      let columns = Array(stride(from: last, through: 0, by: -step).reversed())
      let total = columns.reduce(indent + labelWidth) { $0 + gap + widths($1).whole }
      if total <= width { return columns }
    }
    return [last]
  }

  func lines(columns: [Int], style: TextStyle) -> [String] {
    if style.isMarkdown { return Markdown.grid(headers: columns.map { headers[$0] }, rows.map { ($0, columns) }) }
    let margin = String(repeating: " ", count: indent)
    let space = String(repeating: " ", count: gap)
    let heads = columns.map { space + headers[$0].padded(to: widths($0).whole) }.joined()
    var lines = [(margin + "".padded(to: labelWidth) + heads).trimmedEnd]
    for row in rows {
      var text = margin + row.label.padded(to: labelWidth)
      for column in columns where column < row.cells.count {
        let (number, whole) = widths(column)
        let cell = row.cells[column]
        text += space + (cell.number.indented(to: number) + cell.suffix).padded(to: whole)
      }
      if !row.remark.isEmpty, text.count + gap + row.remark.count <= style.width { text += space + row.remark }
      text = text.trimmedEnd
      lines.append(row.ink.map { style.paint(text, $0) } ?? text)
    }
    return lines
  }
}

extension String {
  var trimmedEnd: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
