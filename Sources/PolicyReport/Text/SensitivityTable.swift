import PolicyCore

/// How numbers move with each uncertain parameter, as tables: the widest movement first.
struct SensitivityTable {
  private let sensitivity: Sensitivity
  private let result: ComparisonResult
  private let seconds: Double?
  private let names: Names
  private let style: TextStyle

  init(
    _ sensitivity: Sensitivity, _ result: ComparisonResult, seconds: Double?, catalogue: Catalogue, style: TextStyle
  ) {
    self.sensitivity = sensitivity
    self.result = result
    self.seconds = seconds
    self.style = style
    names = Names(catalogue: catalogue, language: style.language)
  }

  private var plan: SensitivityPlan { sensitivity.plan }
  private var number: NumberFormat { NumberFormat(style.language) }

  var text: String {
    let notes = RunText(result, style).notes
    let below = [legend, explanation].map { style.wrap($0) } + notes
    return ([heading] + plan.measures.map(table) + below.map { style.paint($0, .dim) }).joined(separator: "\n")
  }

  private var heading: String {
    var left = "  \(plan.scenario.name)"
    if let reference = plan.reference { left += style.say(nb: " mot ", en: " against ") + reference.name }
    left += names.persons(of: plan.frame).map { ", " + $0 }.joined()
    return style.heading(left, RunText(result, style).text(seconds: seconds))
  }

  // MARK: - Tables

  private func table(_ measure: Measure) -> String {
    let level = result.rows.first { $0.base == nil && $0.outcome == measure.outcome }
    let head = names.title(measure, level?.unit ?? .share, clock: plan.clock)
    guard let tornado = sensitivity.tornadoes.first(where: { $0.measure == measure }) else {
      return style.paint("  \(head): " + (level?.isSuppressed == true ? ":" : ".."), .bold)
    }
    let text = EstimateText(tornado.unit, style)
    let isDifference = plan.reference != nil
    let symbol = " " + tornado.unit.shortSymbol(in: style.language)
    func cell(_ estimate: Estimate) -> Grid.Cell {
      isDifference ? text.difference(estimate) : text.level(estimate, symbol: symbol, showsInterval: true)
    }
    let central = cell(tornado.central)
    let what = isDifference ? style.say(nb: "forskjell ", en: "difference ") : ""
    let title = "  \(head): " + what + central.number + central.suffix + (isDifference ? symbol : "")
    let shown = tornado.bars.filter { isShown($0, tornado.unit) }
    let rows = shown.map { bar in
      Grid.Row(
        label: bar.parameter.name,
        cells: [
          Grid.Cell(number.significant(bar.parameter.low)), cell(bar.atLow),
          Grid.Cell(number.significant(bar.parameter.high)), cell(bar.atHigh),
        ], remark: bar.parameter.grade.ofLink[style.language])
    }
    let at = style.say(nb: "gir", en: "gives")
    var grid = Grid(
      headers: [style.say(nb: "lav", en: "low"), at, style.say(nb: "høy", en: "high"), at], rows: rows)
    grid.gap = 3
    let still = [style.paint(style.wrap(restWords(tornado, hardly: tornado.bars.count - shown.count)), .dim)]
    let lines = rows.isEmpty ? [] : grid.lines(columns: Array(grid.headers.indices), style: style)
    return ([style.paint(title, .bold)] + lines + still).joined(separator: "\n")
  }

  /// Whether the two ends can be told apart in the digits that are shown.
  private func isShown(_ bar: Sensitivity.Bar, _ unit: Unit) -> Bool {
    bar.width * unit.displayFactor >= Self.leastStep(unit)
  }

  /// One in the last digit that is shown.
  private static func leastStep(_ unit: Unit) -> Double {
    (0..<unit.decimals).reduce(1) { step, _ in step / 10 }
  }

  /// - Parameter hardly: How many parameters move the number by less than one in the last digit.
  private func restWords(_ tornado: Sensitivity.Tornado, hardly: Int) -> String {
    let step =
      number.fixed(Self.leastStep(tornado.unit), decimals: tornado.unit.decimals) + " "
      + tornado.unit.shortSymbol(in: style.language)
    let (few, none) = (number.integer(hardly), number.integer(tornado.still))
    return style.say(
      nb: "Parametre som flytter tallet mindre enn \(step): \(few). Som ikke flytter det i det hele tatt: \(none).",
      en: "Parameters that move it by less than \(step): \(few). That do not move it at all: \(none).")
  }

  // MARK: - Words below

  private var legend: String { RunText(result, style).coverage(names) }

  private var explanation: String {
    let scenarios = number.integer(sensitivity.simulated)
    let inAll = plan.reference == nil ? "" : style.say(nb: " i begge scenarioer", en: " in both scenarios")
    let fixed =
      plan.fixed.isEmpty
      ? ""
      : style.say(
        nb: " Satt av scenarioene selv, og ikke flyttet: ", en: " Set by the scenarios themselves, not moved: ")
        + plan.fixed.joined(separator: ", ") + "."
    let ends =
      plan.parameters.allSatisfy(\.grade.isTakenFromRange)
      ? style.say(nb: "sitt spenn", en: "its range")
      : style.say(
        nb: "sitt spenn, eller to standardfeil hver vei", en: "its range, or two standard errors either way")
    return style.say(
      nb: "Hver parameter for seg\(inAll) ved lav og høy ende av \(ends), alt annet fast. \(scenarios) scenarioer.",
      en:
        "Each parameter by itself\(inAll) at the low and the high end of \(ends), all else held. \(scenarios) scenarios."
    ) + fixed
  }
}
