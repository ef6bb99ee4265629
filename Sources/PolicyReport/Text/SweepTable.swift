import PolicyCore

/// A sweep as tables for a terminal: one for each outcome, the lever's values as rows.
///
/// A sweep of two levers has their values as rows and columns, and a table for levels and one for differences.
public struct SweepTable {
  var result: ComparisonResult
  var plan: SweepPlan
  var seconds: Double?
  var names: Names
  var style: TextStyle
  private let cells: [CellKey: ResultRow]

  /// - Parameter seconds: how long the answer took; left out when `nil`.
  public init(
    _ result: ComparisonResult, of plan: SweepPlan, seconds: Double? = nil, catalogue: Catalogue, style: TextStyle
  ) {
    self.result = result
    self.plan = plan
    self.seconds = seconds
    self.style = style
    names = Names(catalogue: catalogue, language: style.language)
    cells = Dictionary(result.rows.map { (CellKey($0), $0) }, uniquingKeysWith: { first, _ in first })
  }

  public var text: String {
    // Who only draws still sees the numbers that are drawn.
    let measures = plan.measures.isEmpty ? plan.allMeasures : plan.measures
    let tables = measures.map { plan.axes.count > 1 ? gridTables($0) : table($0) }
    let notes = RunText(result, style).notes
    let evidence = EvidenceText(result, names, style, head: evidenceHead).paragraphs
    let below = (notes + evidence).map { style.paint($0, .dim) }
    return ([heading] + tables + [style.paint(style.wrap(legend), .dim)] + below).joined(separator: "\n")
  }

  private var heading: String {
    let levers = plan.axes.map(\.lever.name).joined(separator: style.say(nb: " og ", en: " and "))
    var left = "  \(levers) " + style.say(nb: "i", en: "of") + " \(plan.scenario.name)"
    left += names.persons(of: plan.frame).map { ", " + $0 }.joined()
    return style.heading(left, RunText(result, style).text(seconds: seconds))
  }

  private var legend: String {
    RunText(result, style).legend(of: result.rows, names)
      + style.say(nb: " · forskjellene er fra ", en: " · differences are from ") + plan.reference.name
  }

  /// The point that the evidence is about; the others run through the same links.
  private var evidenceHead: String? {
    guard let name = result.evidence.keys.first, let measure = plan.allMeasures.first,
      let point = plan.points.first(where: { $0.name == name })
    else { return nil }
    return [point.shown(in: style.language), plan.allMeasures.count > 1 ? names.outcome(measure.outcome) : nil]
      .compactMap { $0 }.joined(separator: ", ") + ", " + names.year(measure.year, on: plan.clock)
  }

  // MARK: - Cells

  private func row(_ measure: Measure, _ scenario: String, _ base: String?, _ group: [String: String]) -> ResultRow? {
    cells[CellKey(outcome: measure.outcome, scenario: scenario, base: base, group: group, year: measure.year)]
  }

  private func unit(of measure: Measure) -> Unit {
    result.rows.first { $0.outcome == measure.outcome && $0.base == nil }?.unit ?? .share
  }

  /// `Employed, year 9 since settlement`, with the unit of what is no share.
  private func title(_ measure: Measure) -> String {
    "  " + names.title(measure, unit(of: measure), clock: plan.clock)
  }

  private func cell(_ row: ResultRow?, _ unit: Unit, showsInterval: Bool) -> Grid.Cell {
    guard let row, let estimate = row.estimate else { return Grid.Cell(row?.isSuppressed == true ? ":" : "..") }
    let text = EstimateText(unit, style)
    if row.base != nil { return text.difference(estimate) }
    return text.level(estimate, symbol: " " + unit.shortSymbol(in: style.language), showsInterval: showsInterval)
  }

  private func groups(of measure: Measure) -> [[String: String]] {
    var groups: [[String: String]] = []
    for row in result.rows where row.outcome == measure.outcome && row.year == measure.year {
      let isOfTable = row.group.isEmpty || Set(row.group.keys) == Set(plan.by)
      if isOfTable, !groups.contains(row.group) { groups.append(row.group) }
    }
    return groups.isEmpty ? [[:]] : groups
  }

  // MARK: - One lever

  private func table(_ measure: Measure) -> String {
    let unit = unit(of: measure)
    let groups = groups(of: measure)
    let difference =
      style.say(nb: "forskjell, ", en: "difference, ") + unit.ofDifference.shortSymbol(in: style.language)
    var rows: [Grid.Row] = []
    for group in groups {
      let margin = groups.count > 1 ? "  " : ""
      if groups.count > 1 { rows.append(Grid.Row(label: names.group(group, by: plan.by), cells: [], ink: .bold)) }
      rows.append(
        Grid.Row(
          label: margin + plan.reference.name,
          cells: [cell(row(measure, plan.reference.name, nil, group), unit, showsInterval: true)]))
      for point in plan.points {
        rows.append(
          Grid.Row(
            label: margin + point.settings[0].shown(in: style.language),
            cells: [
              cell(row(measure, point.name, nil, group), unit, showsInterval: true),
              cell(row(measure, point.name, plan.reference.name, group), unit.ofDifference, showsInterval: true),
            ]))
      }
    }
    let grid = Grid(headers: [style.say(nb: "nivå", en: "level"), difference], rows: rows)
    return ([style.title(title(measure))] + grid.lines(columns: [0, 1], style: style)).joined(separator: "\n")
  }

  // MARK: - Two levers

  /// A table of levels and one of differences for each group, the second lever's values as columns.
  private func gridTables(_ measure: Measure) -> String {
    let unit = unit(of: measure)
    let groups = groups(of: measure)
    return groups.flatMap { group -> [String] in
      let whom = groups.count > 1 ? ", " + names.group(group, by: plan.by) : ""
      let difference =
        style.say(nb: "forskjell, ", en: "difference, ") + unit.ofDifference.shortSymbol(in: style.language)
      let level = cell(row(measure, plan.reference.name, nil, group), unit, showsInterval: true)
      return [
        style.title(title(measure) + whom),
        style.wrap("\(plan.reference.name): \(level.number)\(level.suffix)"),
        matrix(style.say(nb: "nivå", en: "level"), measure, base: nil, group, unit),
        matrix(difference, measure, base: plan.reference.name, group, unit.ofDifference),
      ]
    }.joined(separator: "\n")
  }

  private func matrix(
    _ corner: String, _ measure: Measure, base: String?, _ group: [String: String], _ unit: Unit
  ) -> String {
    let (outer, inner) = (plan.axes[0], plan.axes[1])
    let heads = inner.numbers.map { inner.lever.shown($0, in: style.language) }
    let points = plan.points
    let rows = outer.numbers.indices.map { index in
      Grid.Row(
        label: outer.lever.shown(outer.numbers[index], in: style.language),
        cells: points[(index * heads.count)..<((index + 1) * heads.count)].map {
          cell(row(measure, $0.name, base, group), unit, showsInterval: base != nil)
        })
    }
    var grid = Grid(headers: heads, rows: rows)
    grid.gap = 3
    let columns = grid.columnsThatFit(style.width)
    var lines = [style.wrap(corner + ": \(outer.lever.name) ↓  \(inner.lever.name) →")]
    lines += grid.lines(columns: columns, style: style)
    if columns.count < heads.count {
      let more = style.say(
        nb: "… flere verdier er regnet ut: se --csv eller --json", en: "… more values: see --csv or --json")
      lines.append(style.paint(style.wrap(more), .dim))
    }
    return lines.joined(separator: "\n")
  }
}

extension SweptLever {
  /// A number of the lever as a reader of the output's language sees it: `36 months`, `60/40`.
  func shown(_ number: Double, in language: OutputLanguage) -> String {
    scale == .weights ? scale.text(number) : NumberFormat(language).quantity(number, scale.unit)
  }
}

extension LeverPoint.Setting {
  func shown(in language: OutputLanguage) -> String { lever.shown(number, in: language) }
}

extension LeverPoint {
  /// `programme.length = 36 months`.
  func shown(in language: OutputLanguage) -> String {
    settings.map { "\($0.lever.name) = \($0.shown(in: language))" }.joined(separator: ", ")
  }
}

extension Clock {
  /// One year on the clock: `year 9 since settlement`, `2016`.
  func inWords(year: Int) -> Label {
    switch self {
    case .settlement: Label(nb: "år \(year) etter bosetting", en: "year \(year) since settlement")
    case .arrival: Label(nb: "år \(year) etter ankomst", en: "year \(year) since arrival")
    case .programmeExit:
      Label(nb: "år \(year) etter introduksjonsprogrammet", en: "year \(year) since the introduction programme")
    case .calendar: Label(nb: "\(year)", en: "\(year)")
    }
  }
}
