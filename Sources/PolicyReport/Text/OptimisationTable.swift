import PolicyCore

/// What was tried as a table: the front of goal and conditions, or without conditions the settings from the best on.
struct OptimisationTable {
  private var search: Optimisation
  private var names: Names
  private var style: TextStyle

  /// More rows are left to the files.
  private static let mostRows = 25

  init(_ search: Optimisation, _ names: Names, _ style: TextStyle) {
    self.search = search
    self.names = names
    self.style = style
  }

  private var plan: OptimisationPlan { search.plan }

  var lines: [String] {
    let trials = rows
    guard !trials.isEmpty else { return [] }
    let shown = Array(trials.prefix(Self.mostRows))
    var grid = Grid(headers: headers, rows: shown.map(row))
    grid.gap = 3
    var lines = [style.title("  " + title)] + grid.lines(columns: Array(headers.indices), style: style)
    if shown.count < trials.count {
      let more = NumberFormat(style.language).integer(trials.count - shown.count)
      lines.append(
        style.wrap(
          style.say(
            nb: "… \(more) innstillinger til: se --csv eller --json", en: "… \(more) more settings: see --csv or --json"
          )))
    }
    return lines
  }

  /// What the marks of the table mean.
  var legend: [String] {
    let isMarked = plan.conditions.isEmpty ? false : search.front.contains { !$0.isToldFromCheaper }
    return [
      search.best == nil ? "" : style.say(nb: "* best", en: "* best"),
      isMarked
        ? style.say(nb: "~ målet kan ikke skilles fra raden over", en: "~ its goal cannot be told from the row above")
        : "",
    ].filter { !$0.isEmpty }
  }

  private var title: String {
    plan.conditions.isEmpty
      ? style.say(nb: "Innstillingene som er prøvd, de beste først", en: "The settings tried, the best first")
      : style.say(
        nb: "Det beste for hvert nivå av vilkårene: ingen innstilling som er prøvd, er bedre i alt",
        en: "The best at each level of the conditions: no setting tried is better in everything")
  }

  private var rows: [Optimisation.Trial] {
    if !plan.conditions.isEmpty { return search.front }
    let known = search.trials.filter { $0.objective != nil }
    let sign: Double = plan.aim == .maximise ? -1 : 1
    return known.enumerated().sorted { left, right in
      (sign * (left.element.objective?.value ?? 0), left.offset)
        < (sign * (right.element.objective?.value ?? 0), right.offset)
    }.map(\.element)
  }

  private var headers: [String] {
    let terms = plan.terms.map { header($0) }
    return plan.conditions.isEmpty
      ? terms + [style.say(nb: "fra den beste", en: "from the best")]
      : terms + [style.say(nb: "vilkår", en: "conditions")]
  }

  /// `employed, pp`: an outcome with the unit of its differences, or of what is no share.
  private func header(_ term: MeasuredTerm) -> String {
    let isShare = term.unit == .share
    return names.outcome(term.outcome).capitalisedFirst
      + (isShare ? "" : ", " + term.unit.shortSymbol(in: style.language))
  }

  private func row(_ trial: Optimisation.Trial) -> Grid.Row {
    let isBest = trial.point == search.best?.point
    var cells = zip(plan.terms, [trial.objective] + trial.conditions).map { cell($1, $0) }
    if plan.conditions.isEmpty {
      cells.append(
        isBest
          ? Grid.Cell("")
          : trial.fromBest.map { EstimateText(plan.objective.unit.ofDifference, style).difference($0) }
            ?? Grid.Cell(".."))
    } else {
      if !trial.isToldFromCheaper { cells[0].suffix += " ~" }
      cells.append(Grid.Cell("", standing(trial)))
    }
    return Grid.Row(
      label: (isBest ? "* " : "  ") + trial.shown(in: style.language), cells: cells, ink: isBest ? .bold : nil)
  }

  private func cell(_ estimate: Estimate?, _ term: MeasuredTerm) -> Grid.Cell {
    guard let estimate else { return Grid.Cell("..") }
    let text = EstimateText(term.unit, style)
    if term.term.other(than: plan.scenario) != nil { return text.difference(estimate) }
    let symbol = term.unit == .share ? " " + term.unit.shortSymbol(in: style.language) : ""
    return text.level(estimate, symbol: symbol, showsInterval: true)
  }

  private func standing(_ trial: Optimisation.Trial) -> String {
    switch trial.standing {
    case .holds: style.say(nb: "holder", en: "met")
    case .open: style.say(nb: "usikkert", en: "uncertain")
    case .fails: style.say(nb: "brutt", en: "missed")
    }
  }
}
