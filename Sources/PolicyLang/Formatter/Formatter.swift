import PolicyCore

/// Puts the items of a file below each other.
struct Formatter {
  private let items: [LayoutItem]
  private let spacing: Spacing
  private var lines: [String] = []

  /// - Parameter file: Without errors of syntax.
  init(_ file: SourceFile) {
    items = LayoutItem.items(of: SourceLine.lines(of: file))
    spacing = Spacing(file: file)
  }

  /// The whole text, with a line end after its last line.
  var text: String {
    var copy = self
    copy.write()
    return copy.lines.map { $0 + "\n" }.joined()
  }

  private mutating func write() {
    let rows = items.map { Columns.Row($0, spacing: spacing) }
    var table: Range<Int> = 0..<0
    var columns = Columns([])
    for index in items.indices {
      if items[index].followsBlankLine { lines.append("") }
      if index >= table.upperBound {
        table = index..<endOfTable(from: index, rows)
        columns = Columns(rows[table].compactMap { $0 })
      }
      write(items[index], row: rows[index], columns)
    }
  }

  /// Where the lines end that have their columns together; comments between them do not divide them.
  private func endOfTable(from start: Int, _ rows: [Columns.Row?]) -> Int {
    var end = start + 1
    guard let kind = rows[start]?.kind else { return end }
    while end < items.count, !items[end].followsBlankLine, items[end].isComment || rows[end]?.kind == kind { end += 1 }
    return end
  }

  private mutating func write(_ item: LayoutItem, row: Columns.Row?, _ columns: Columns) {
    let indent = 2 * item.depth
    let first = item.lines[0]
    append(row.map(columns.text) ?? plain(first), indent: indent)
    // What goes on below stands one level deeper, the value of a property under its beginning.
    let hanging = row.map { $0.kind.isAssignment ? 2 : columns.valueColumn } ?? 2
    for line in item.lines.dropFirst() { append(plain(line), indent: indent + hanging) }
  }

  private func plain(_ line: SourceLine) -> String {
    [spacing.text(line.tokens[...]), line.comment ?? ""].filter { !$0.isEmpty }.joined(separator: "  ")
  }

  private mutating func append(_ text: String, indent: Int) {
    lines.append(String(repeating: " ", count: indent) + text)
  }
}
