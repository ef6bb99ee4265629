import PolicyCore

/// Every margin and conditional share of the population beside its target, the worst misfit last.
public struct PopulationTable {
  var rows: [MarginRow]
  var style: TextStyle

  public init(_ rows: [MarginRow], style: TextStyle) {
    self.rows = rows
    self.style = style
  }

  public var text: String {
    let headers = [
      style.say(nb: "mål", en: "target"), style.say(nb: "simulert", en: "simulated"),
      style.say(nb: "forskjell, pp", en: "difference, pp"), style.say(nb: "linje", en: "line"),
    ]
    var gridRows: [Grid.Row] = []
    var margin: String?
    for row in rows {
      if row.margin != margin { gridRows.append(Grid.Row(label: row.margin, cells: [], ink: .bold)) }
      margin = row.margin
      gridRows.append(Grid.Row(label: "  " + row.category, cells: cells(row)))
    }
    let grid = Grid(headers: headers, rows: gridRows, gap: 3)
    return (grid.lines(columns: Array(headers.indices), style: style) + [worst].compactMap { $0 }).joined(
      separator: "\n")
  }

  private func cells(_ row: MarginRow) -> [Grid.Cell] {
    let number = NumberFormat(style.language)
    return [
      Grid.Cell(number.fixed(row.target * 100, decimals: 2), " %"),
      Grid.Cell(number.fixed(row.simulated * 100, decimals: 2), " %"),
      Grid.Cell(number.fixed(row.difference * 100, decimals: 2, showsPlus: true)),
      Grid.Cell(row.line.map(String.init) ?? ""),
    ]
  }

  private var worst: String? {
    guard let row = rows.max(by: { abs($0.difference) < abs($1.difference) }) else { return nil }
    let points = NumberFormat(style.language).fixed(row.difference * 100, decimals: 2, showsPlus: true)
    return style.wrap(
      style.say(
        nb: "Største avvik: \(row.margin), \(row.category): \(points) pp",
        en: "Worst misfit: \(row.margin), \(row.category): \(points) pp"))
  }
}
