import PolicyCore

/// What the goal of a search is at each amount of its first condition, on the front of the settings that were tried.
struct FrontPicture {
  var search: Optimisation
  var result: ComparisonResult
  var names: Names
  var style: TextStyle

  private var plan: OptimisationPlan { search.plan }

  /// The settings of the front with their numbers.
  private var points: [(trial: Optimisation.Trial, cost: Estimate, goal: Estimate)] {
    search.front.compactMap { trial in
      guard let cost = trial.conditions.first ?? nil, let goal = trial.objective else { return nil }
      return (trial, cost, goal)
    }
  }

  /// - Returns: `nil` where there is no condition, or no number.
  var svg: String? {
    guard let condition = plan.conditions.first, !points.isEmpty else { return nil }
    let factor = condition.unit.displayFactor
    let positions = points.map { $0.cost.value * factor }
    let scale = ChartScale(holding: positions, start: 0, end: 1)
    let number = NumberFormat(style.language)
    let panel = LinePanel(
      lines: [.init(label: plan.scenario.name, values: points.map { $0.goal })], positions: positions,
      marks: scale.ticks.map { ($0, number.short($0)) }, unit: plan.objective.unit,
      showsPlus: plan.objective.term.other(than: plan.scenario) != nil, title: title(plan.objective),
      top: Double(ChartPage.top), height: 300, language: style.language, ends: (scale.low, scale.high),
      notes: points.map { $0.trial.shown(in: style.language) })
    return ChartPage(
      title: names.outcome(plan.objective.outcome).capitalisedFirst + style.say(nb: " mot ", en: " against ")
        + names.outcome(condition.outcome), subtitle: subtitle, axis: title(condition.measured), panels: [panel],
      result: result, names: names, style: style
    ).svg
  }

  /// The front in signs, for a terminal.
  var text: String? {
    guard let condition = plan.conditions.first, !points.isEmpty else { return nil }
    let cost = EstimateText(condition.unit, style)
    let rows = points.map { point in
      let amount = cost.level(point.cost, symbol: "", showsInterval: false)
      return (label: point.trial.shown(in: style.language) + ": " + amount.number, estimate: Optional(point.goal))
    }
    func short(_ term: MeasuredTerm) -> String {
      names.outcome(term.outcome) + ", " + term.unit.shortSymbol(in: style.language)
    }
    let head = short(plan.objective).capitalisedFirst + style.say(nb: ", ved ", en: ", at ") + short(condition.measured)
    return PlotText(
      title: head, unit: plan.objective.unit, lines: [.init(label: plan.scenario.name, rows: rows)], style: style
    ).text
  }

  private var subtitle: String {
    ([plan.scenario.name] + plan.axes.map { names.lever($0.lever.name) } + names.persons(of: plan.objective.frame))
      .joined(separator: ", ")
  }

  /// `Employed, year 9 since settlement, difference from baseline, percentage points`.
  private func title(_ term: MeasuredTerm) -> String {
    [
      names.outcome(term.outcome).capitalisedFirst, term.clock.inWords(year: term.year)[style.language],
      term.term.other(than: plan.scenario).map {
        style.say(nb: "forskjell fra \($0.name)", en: "difference from \($0.name)")
      }, term.unit.inWords(style.language),
    ].compactMap { $0 }.joined(separator: ", ")
  }
}
