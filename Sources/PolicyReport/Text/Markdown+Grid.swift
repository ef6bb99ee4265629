extension Markdown {
  /// The rows of a grid as a table; headings of blocks are bold.
  static func grid(headers: [String], _ rows: [(row: Grid.Row, columns: [Int])]) -> [String] {
    func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
    let head = [line([""] + headers.map(escaped)), "|---|" + headers.map { _ in "---:|" }.joined()]
    return head
      + rows.map { row, columns in
        let label = escaped(String(row.label.drop { $0 == " " }))
        if row.cells.isEmpty { return line(["**\(label)**"] + columns.map { _ in "" }) }
        return line([label] + columns.map { $0 < row.cells.count ? escaped(row.cells[$0].text) : "" })
      }
  }

  /// Lines that are a paragraph each, tables and code, with empty lines between them.
  static func parted(_ text: String) -> String {
    enum Block { case paragraph, table, code }
    var parts: [String] = []
    var previous = Block.paragraph
    var isCode = false
    for line in text.split(separator: "\n") {
      let isFence = line.hasPrefix("```")
      let block: Block = isCode || isFence ? .code : line.hasPrefix("|") ? .table : .paragraph
      let goesOn = block == previous && block != .paragraph && !(isFence && !isCode)
      if !parts.isEmpty, !goesOn { parts.append("") }
      parts.append(String(line))
      if isFence { isCode.toggle() }
      previous = block
    }
    return parts.joined(separator: "\n")
  }
}

extension Grid.Cell {
  fileprivate var text: String { number + suffix }
}
