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
    let notes = [result.size.assumptions.remark].compactMap { $0 } + result.notes
    let below = (notes.map { style.wrap($0[style.language]) } + EvidenceText(result, names, style).paragraphs)
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
    let unit = unit(of: outcome)
    let measure = unit == .share ? "" : " (\(unit.inWords(style.language)))"
    var parts = [names.outcome(outcome).capitalisedFirst + measure]
    parts += plan.filters.map { names.category($0.category, of: $0.attribute) }
    if let cohorts = plan.cohorts { parts.append(names.cohorts(cohorts, clock: plan.clock)) }
    parts.append(plan.clock.years[style.language])
    let left = "  " + parts.joined(separator: ", ")
    let number = NumberFormat(style.language)
    let isPaired = plan.scenarios.count > 1
    var right = number.integer(result.size.persons) + style.say(nb: " personer × ", en: " persons × ")
    right += number.integer(result.size.replicates)
    right +=
      result.size.replicates == 1
      ? style.say(nb: " kjøring", en: " run")
      : isPaired ? style.say(nb: " parvise kjøringer", en: " paired runs") : style.say(nb: " kjøringer", en: " runs")
    if let seconds, outcome == plan.outcomes.first { right += ", \(number.fixed(seconds, decimals: 1)) s" }
    let fits = left.count + 3 + right.count <= style.width
    guard fits else { return style.paint(style.wrap(left), .bold) + "\n" + style.wrap(right, indent: 4) }
    return style.paint(left, .bold) + "".padded(to: max(3, min(style.width, 80) - left.count - right.count)) + right
  }

  // MARK: - Under the table

  var intervalRemark: String {
    result.size.replicates > 1 && !result.intervals.isEmpty ? "95 %, " + names.interval(result.intervals) : ""
  }

  private func legend(of outcome: String) -> String {
    let absent = IntervalKind.allCases.filter { !result.intervals.contains($0) }
    let said: String
    if result.size.replicates < 2 || result.intervals.isEmpty {
      said = style.say(nb: "Én kjøring gir ikke noe intervall", en: "One run gives no interval")
    } else if absent.isEmpty {
      said = style.say(nb: "±: 95 %, ", en: "±: 95 %, ") + names.interval(result.intervals)
    } else {
      said =
        style.say(nb: "±: 95 %, ", en: "±: 95 %, ") + names.interval(result.intervals)
        + style.say(nb: "; dekker ikke ", en: "; does not cover ") + names.interval(absent)
    }
    let shown = result.rows.filter { $0.outcome == outcome }
    let isUnfollowed = shown.contains { $0.estimate == nil && !$0.isSuppressed }
    let isZero = shown.contains { $0.base != nil && $0.estimate?.isExactlyZero == true }
    return [
      said,
      isUnfollowed ? style.say(nb: ".. ikke fulgt så langt", en: ".. not followed so far") : "",
      isZero ? style.say(nb: "- nøyaktig null", en: "- exactly zero") : "",
      shown.contains(where: \.isSuppressed) ? style.suppressed : "",
    ].filter { !$0.isEmpty }.joined(separator: " · ")
  }

  private func footnote(_ text: String) -> String { style.paint(style.wrap(text), .dim) }
  private func footnote(nb: String, en: String) -> String { footnote(style.say(nb: nb, en: en)) }
}
