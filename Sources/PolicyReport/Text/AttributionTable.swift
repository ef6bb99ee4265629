import PolicyCore

/// How differences divide over the parts of a reform, as tables: one for each outcome, the parts as rows.
///
/// Every column adds up to its last row: the shares by themselves, the gains alone and last with their interaction.
struct AttributionTable {
  private let attribution: Attribution
  private let result: ComparisonResult
  private let seconds: Double?
  private let names: Names
  private let style: TextStyle

  init(
    _ attribution: Attribution, _ result: ComparisonResult, seconds: Double?, catalogue: Catalogue, style: TextStyle
  ) {
    self.attribution = attribution
    self.result = result
    self.seconds = seconds
    self.style = style
    names = Names(catalogue: catalogue, language: style.language)
  }

  private var plan: AttributionPlan { attribution.plan }

  var text: String {
    let notes = RunText(result, style).notes
    let below =
      [legend, explanation].map { style.wrap($0) } + notes
      + EvidenceText(result, names, style).paragraphs
    return ([heading] + plan.measures.map(table) + below.map { style.paint($0, .dim) }).joined(separator: "\n")
  }

  private var heading: String {
    var left = "  \(plan.scenario.name) " + style.say(nb: "mot", en: "against") + " \(plan.reference.name)"
    left += names.persons(of: plan.frame).map { ", " + $0 }.joined()
    return style.heading(left, RunText(result, style).text(seconds: seconds))
  }

  // MARK: - Words below

  private var legend: String {
    let differences = result.rows.filter { $0.base != nil }
    let shares = attribution.divisions.flatMap(\.shares).flatMap { [$0.share, $0.alone, $0.last] }
    let rests = attribution.divisions.flatMap { [$0.interactionAlone, $0.interactionLast] }
    return RunText(result, style).legend(
      of: differences, names, hasZero: (shares + rests).contains(where: \.isExactlyZero))
  }

  private var explanation: String {
    let reference = plan.reference.name
    let number = NumberFormat(style.language)
    let (nb, en) =
      switch attribution.method {
      case .exact: ("alle rekkefølger", "all orders")
      case .sampled(let orders):
        (
          "\(number.integer(orders)) trukne rekkefølger, hver med sin omvendte,",
          "\(number.integer(orders)) sampled orders, each with its reverse,"
        )
      }
    let sampling =
      isSampled ? style.say(nb: "; trekning: feilen av at ikke alle er med", en: "; sampling: the error of that") : ""
    return style.say(
      nb:
        "andel: det en del legger til dem før seg, i gjennomsnitt over \(nb) delene kan komme i (Shapley)\(sampling); "
        + "alene: lagt til \(reference); sist: lagt til alle de andre; samspill: det delene gir sammen utover det.",
      en: "share: what a part adds to those before it, on average over \(en) in which they can come in (Shapley)"
        + "\(sampling); alone: added to \(reference); last: added to all others; interaction: what the parts give "
        + "together beyond that.")
      + style.say(
        nb: " \(number.integer(attribution.simulated)) scenarioer.",
        en: " \(number.integer(attribution.simulated)) scenarios.")
  }

  private var isSampled: Bool { attribution.method != .exact }

  // MARK: - Tables

  private func table(_ measure: Measure) -> String {
    let rows = result.rows.filter { $0.base != nil && Measure(outcome: $0.outcome, year: $0.year) == measure }
    let level = result.rows.first { $0.base == nil && $0.outcome == measure.outcome }?.unit ?? .share
    let unit = level.ofDifference
    var lines: [Grid.Row] = []
    for row in rows {
      if rows.count > 1 { lines.append(Grid.Row(label: names.group(row.group, by: plan.by), cells: [], ink: .bold)) }
      lines += block(row, measure, unit, margin: rows.count > 1 ? "  " : "")
    }
    let share = style.say(nb: "andel, ", en: "share, ") + unit.shortSymbol(in: style.language)
    let sampling = isSampled ? [style.say(nb: "trekning", en: "sampling")] : []
    let headers = [share] + sampling + [style.say(nb: "alene", en: "alone"), style.say(nb: "sist", en: "last")]
    let grid = Grid(headers: headers, rows: lines)
    let title = "  " + names.title(measure, level, clock: plan.clock)
    return ([style.paint(title, .bold)] + grid.lines(columns: Array(headers.indices), style: style))
      .joined(separator: "\n")
  }

  private func block(_ whole: ResultRow, _ measure: Measure, _ unit: Unit, margin: String) -> [Grid.Row] {
    let text = EstimateText(unit, style)
    let last = margin + style.say(nb: "til sammen", en: "together")
    guard let estimate = whole.estimate, let division = attribution.division(measure, whole.group) else {
      return [Grid.Row(label: last, cells: [Grid.Cell(whole.isSuppressed ? ":" : "..")])]
    }
    let blank = isSampled ? [Grid.Cell("")] : []
    let parts = zip(plan.parts, division.shares).map { part, share in
      Grid.Row(
        label: margin + part.shown(in: style.language),
        cells: [text.difference(share.share)]
          + (isSampled ? [Grid.Cell("", share.samplingError.map(text.plusMinus) ?? "")] : [])
          + [text.difference(share.alone), text.difference(share.last)])
    }
    let interaction = Grid.Row(
      label: margin + style.say(nb: "samspill", en: "interaction"),
      cells: [Grid.Cell("")] + blank
        + [text.difference(division.interactionAlone), text.difference(division.interactionLast)])
    let together = text.difference(estimate)
    return parts + [interaction, Grid.Row(label: last, cells: [together] + blank + [together, together])]
  }
}

extension ReformPart {
  /// As a reader sees it: names are those of the language, what is said of them is in the output's language.
  func shown(in language: OutputLanguage) -> String {
    changes.map { change in
      switch change {
      case .lever(let name): name
      case .targeted(let name): name + (language == .nb ? " for noen" : " for some")
      case .rule(let name): (language == .nb ? "regel " : "rule ") + name
      case .assumption(let name): name + (language == .nb ? ", antatt" : ", assumed")
      }
    }.joined(separator: " + ")
  }
}
