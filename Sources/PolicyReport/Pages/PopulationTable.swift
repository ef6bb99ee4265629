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
      style.say(nb: "forskjell", en: "difference"), style.say(nb: "linje", en: "line"),
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
    let symbol = row.unit.symbol.isEmpty ? "" : " " + row.unit.symbol
    return [
      Grid.Cell(number(row.target, row.unit), symbol),
      Grid.Cell(number(row.simulated, row.unit), symbol),
      Grid.Cell(number(row.difference, row.unit, showsPlus: true), Self.differenceSymbol(row.unit)),
      Grid.Cell(row.line.map(String.init) ?? ""),
    ]
  }

  private func number(_ value: Double, _ unit: Unit, showsPlus: Bool = false) -> String {
    NumberFormat(style.language).fixed(value * unit.displayFactor, decimals: 2, showsPlus: showsPlus)
  }

  private static func differenceSymbol(_ unit: Unit) -> String {
    unit == .share ? " pp" : unit.symbol.isEmpty ? "" : " " + unit.symbol
  }

  private var worst: String? {
    // Only shares can be ranked against each other.
    guard let row = rows.filter({ $0.unit == .share }).max(by: { abs($0.difference) < abs($1.difference) }) else {
      return nil
    }
    let misfit = number(row.difference, row.unit, showsPlus: true) + Self.differenceSymbol(row.unit)
    return style.wrap(
      style.say(
        nb: "Største avvik: \(row.margin), \(row.category): \(misfit)",
        en: "Worst misfit: \(row.margin), \(row.category): \(misfit)"))
  }
}
