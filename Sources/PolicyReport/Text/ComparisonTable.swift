import PolicyCore

/// A comparison as a table for a terminal: one block an outcome and group, years as columns.
///
/// Symbols are Statistics Norway's: `..` not followed so far, `-` exactly zero, `0.0` less than half a unit.
public struct ComparisonTable {
  var result: ComparisonResult
  var seconds: Double?
  var names: Names
  var style: TextStyle
  private let cells: [CellKey: Estimate]

  /// - Parameter seconds: how long the answer took; left out when `nil`.
  public init(_ result: ComparisonResult, seconds: Double? = nil, catalogue: Catalogue, style: TextStyle) {
    self.result = result
    self.seconds = seconds
    self.style = style
    names = Names(catalogue: catalogue, language: style.language)
    var cells: [CellKey: Estimate] = [:]
    for row in result.rows { cells[CellKey(row)] = row.estimate }
    self.cells = cells
  }

  public var text: String {
    let tables = result.plan.outcomes.map(table)
    let below = (result.notes.map { style.wrap($0[style.language]) } + EvidenceText(result, names, style).paragraphs)
      .map { style.paint($0, .dim) }
    return (tables + below).joined(separator: "\n")
  }

  // MARK: - One outcome

  private func table(of outcome: String) -> String {
    let plan = result.plan
    let grid = Grid(headers: plan.years.map { names.year($0, on: plan.clock) }, rows: rows(of: outcome))
    let columns = grid.columnsThatFit(style.width)
    var lines = [title(of: outcome)] + grid.lines(columns: columns, style: style)
    if columns.count < plan.years.count {
      lines.append(
        footnote(nb: "… flere år er regnet ut: se --csv eller --json", en: "… more years: see --csv or --json"))
    }
    lines.append(footnote(legend(of: outcome)))
    return lines.joined(separator: "\n")
  }

  private func title(of outcome: String) -> String {
    let plan = result.plan
    var parts = [names.outcome(outcome).capitalisedFirst]
    parts += plan.filters.map { names.category($0.category, of: $0.attribute) }
    if let cohorts = plan.cohorts { parts.append(names.cohorts(cohorts, clock: plan.clock)) }
    parts.append(names.clock(plan.clock))
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

  private func rows(of outcome: String) -> [Grid.Row] {
    let plan = result.plan
    guard plan.scenarios.indices.contains(plan.reference) else { return [] }
    let reference = plan.scenarios[plan.reference].name
    let others = plan.scenarios.indices.filter { $0 != plan.reference }.map { plan.scenarios[$0].name }
    var rows: [Grid.Row] = []
    let groups = groups(of: outcome)
    let isGrouped = groups != [[:]]
    for group in groups {
      let margin = isGrouped ? "  " : ""
      if isGrouped { rows.append(Grid.Row(label: names.group(group, by: plan.by), cells: [], ink: .bold)) }
      rows.append(level(outcome, reference, group, margin: margin, isAlone: others.isEmpty))
      for other in others {
        rows.append(level(outcome, other, group, margin: margin, isAlone: false))
        var row = difference(outcome, other, reference, group)
        row.label = margin + style.say(nb: "forskjell, pp", en: "difference, pp")
        if !rows.contains(where: { !$0.remark.isEmpty }) { row.remark = intervalRemark }
        rows.append(row)
      }
    }
    return rows
  }

  private func groups(of outcome: String) -> [[String: String]] {
    var groups: [[String: String]] = []
    for row in result.rows where row.outcome == outcome && !groups.contains(row.group) { groups.append(row.group) }
    return groups.isEmpty ? [[:]] : groups
  }

  private func level(
    _ outcome: String, _ scenario: String, _ group: [String: String], margin: String, isAlone: Bool
  ) -> Grid.Row {
    let number = NumberFormat(style.language)
    let cells = result.plan.years.map { year -> Grid.Cell in
      guard let estimate = estimate(outcome, scenario, nil, group, year) else { return Grid.Cell("..") }
      let shown = number.fixed(estimate.value * 100, decimals: 1)
      return Grid.Cell(shown, isAlone ? " %" + plusMinus(estimate) : " %")
    }
    return Grid.Row(label: margin + scenario, cells: cells)
  }

  private func difference(
    _ outcome: String, _ scenario: String, _ base: String, _ group: [String: String]
  ) -> Grid.Row {
    let number = NumberFormat(style.language)
    let estimates = result.plan.years.map { estimate(outcome, scenario, base, group, $0) }
    let cells = estimates.map { estimate -> Grid.Cell in
      guard let estimate else { return Grid.Cell("..") }
      if estimate.isExactlyZero { return Grid.Cell("-") }
      return Grid.Cell(number.fixed(estimate.value * 100, decimals: 1, showsPlus: true), plusMinus(estimate))
    }
    let coversZero = estimates.allSatisfy { estimate in
      guard let low = estimate?.low, let high = estimate?.high else { return true }
      return low <= 0 && high >= 0
    }
    return Grid.Row(label: "", cells: cells, ink: coversZero ? .dim : nil)
  }

  private func estimate(
    _ outcome: String, _ scenario: String, _ base: String?, _ group: [String: String], _ year: Int
  ) -> Estimate? {
    cells[CellKey(outcome: outcome, scenario: scenario, base: base, group: group, year: year)]
  }

  private func plusMinus(_ estimate: Estimate) -> String {
    guard let low = estimate.low, let high = estimate.high else { return "" }
    return " ±" + NumberFormat(style.language).fixed((high - low) / 2 * 100, decimals: 1)
  }

  // MARK: - Under the table

  private var intervalRemark: String {
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
    let isUnfollowed = shown.contains { $0.estimate == nil }
    let isZero = shown.contains { $0.base != nil && $0.estimate?.isExactlyZero == true }
    return [
      said,
      isUnfollowed ? style.say(nb: ".. ikke fulgt så langt", en: ".. not followed so far") : "",
      isZero ? style.say(nb: "- nøyaktig null", en: "- exactly zero") : "",
    ].filter { !$0.isEmpty }.joined(separator: " · ")
  }

  private func footnote(_ text: String) -> String { style.paint(style.wrap(text), .dim) }
  private func footnote(nb: String, en: String) -> String { footnote(style.say(nb: nb, en: en)) }
}

/// What identifies a cell of a result.
private struct CellKey: Hashable {
  var outcome: String
  var scenario: String
  var base: String?
  var group: [String: String]
  var year: Int
}

extension CellKey {
  init(_ row: ResultRow) {
    self.init(outcome: row.outcome, scenario: row.scenario, base: row.base, group: row.group, year: row.year)
  }
}

extension Estimate {
  /// Zero in every replicate, as a lever that does nothing gives.
  var isExactlyZero: Bool { value == 0 && (low ?? 0) == 0 && (high ?? 0) == 0 }
}
