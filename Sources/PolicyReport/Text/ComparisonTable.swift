import PolicyCore

/// A comparison as a table for a terminal: one block an outcome and group, years as columns.
///
/// Symbols are Statistics Norway's: `..` not followed so far, `:` hidden, `-` exactly zero, `0.0` less than half a unit.
public struct ComparisonTable {
  var result: ComparisonResult
  var seconds: Double?
  var names: Names
  var style: TextStyle
  let cells: [CellKey: Estimate]
  let suppressed: Set<CellKey>

  /// - Parameter seconds: how long the answer took; left out when `nil`.
  public init(_ result: ComparisonResult, seconds: Double? = nil, catalogue: Catalogue, style: TextStyle) {
    self.result = result
    self.seconds = seconds
    self.style = style
    names = Names(catalogue: catalogue, language: style.language)
    var cells: [CellKey: Estimate] = [:]
    for row in result.rows { cells[CellKey(row)] = row.estimate }
    self.cells = cells
    suppressed = Set(result.rows.filter(\.isSuppressed).map { CellKey($0) })
  }

  public var text: String {
    let tables = result.plan.outcomes.map(table)
    let notes = RunText(result, style).notes
    let below = (notes + EvidenceText(result, names, style).paragraphs)
      .map { style.paint($0, .dim) }
    return (tables + below).joined(separator: "\n")
  }

  private func table(of outcome: String) -> String {
    let plan = result.plan
    let (grid, columns) = layout(of: outcome)
    var lines = [title(of: outcome)] + grid.lines(columns: columns, style: style)
    if columns.count < plan.years.count {
      lines.append(
        footnote(nb: "… flere år er regnet ut: se --csv eller --json", en: "… more years: see --csv or --json"))
    }
    lines.append(footnote(legend(of: outcome)))
    return lines.joined(separator: "\n")
  }

  /// How closely a table is set.
  enum Density: CaseIterable {
    case wide, close
    /// Without units behind the levels: the title and the differences' label say them.
    case bare
  }

  /// The widest setting that shows as many years as any.
  private func layout(of outcome: String) -> (grid: Grid, columns: [Int]) {
    let headers = result.plan.years.map { names.year($0, on: result.plan.clock) }
    let isShare = unit(of: outcome) == .share
    let layouts = Density.allCases.filter { !isShare || $0 != .bare }.map { density in
      var grid = Grid(headers: headers, rows: rows(of: outcome, density))
      if density != .wide { grid.gap = 2 }
      return (grid: grid, columns: grid.columnsThatFit(style.width))
    }
    let most = layouts.map(\.columns.count).max()
    return layouts.first { $0.columns.count == most } ?? layouts[0]
  }

  /// The unit of an outcome's levels.
  func unit(of outcome: String) -> Unit {
    result.rows.first { $0.outcome == outcome && $0.base == nil }?.unit ?? .share
  }

  private func title(of outcome: String) -> String {
    let plan = result.plan
    var parts = [names.quantity(outcome, unit(of: outcome))]
    parts += names.persons(of: plan.frame)
    parts.append(plan.clock.years[style.language])
    let left = "  " + parts.joined(separator: ", ")
    let right = RunText(result, style).text(seconds: outcome == plan.outcomes.first ? seconds : nil)
    return style.heading(left, right)
  }

  // MARK: - Under the table

  var intervalRemark: String {
    result.size.replicates > 1 && !result.intervals.isEmpty ? "95 %, " + names.interval(result.intervals) : ""
  }

  private func legend(of outcome: String) -> String {
    RunText(result, style).legend(of: result.rows.filter { $0.outcome == outcome }, names)
  }

  private func footnote(_ text: String) -> String { style.paint(style.wrap(text), .dim) }
  private func footnote(nb: String, en: String) -> String { footnote(style.say(nb: nb, en: en)) }
}
