import PolicyCore

/// An outcome over the years as a picture: levels of all scenarios above, paired differences from the first below.
struct YearsPicture {
  struct Line {
    var label: String
    /// By the position of the year; `nil` where there is no number.
    var levels: [Estimate?]
    /// `nil` for the reference itself.
    var differences: [Estimate?]?
  }

  private var plot: YearsPlot
  private var result: ComparisonResult
  private var names: Names
  private var style: TextStyle
  private var lines: [Line]
  private var unit: Unit

  init(_ plot: YearsPlot, of result: ComparisonResult, _ names: Names, _ style: TextStyle) {
    self.plot = plot
    self.result = result
    self.names = names
    self.style = style
    let plan = result.plan
    let rows = result.rows.filter { $0.outcome == plot.outcome }
    unit = rows.first { $0.base == nil }?.unit ?? .share
    let groups = plot.by.map { by in rows.map(\.group).unique.filter { Set($0.keys) == [by] } } ?? [[:]]
    let reference = plan.scenarios[plan.reference].name
    lines = groups.flatMap { group in
      plan.scenarios.map { scenario in
        func estimates(_ base: String?) -> [Estimate?] {
          let own = rows.filter { $0.scenario == scenario.name && $0.base == base && $0.group == group }
          return plan.years.map { year in own.first { $0.year == year }?.estimate }
        }
        let whom = plot.by.map { names.group(group, by: [$0]) }
        return Line(
          label: [scenario.name, whom].compactMap { $0 }.joined(separator: ", "), levels: estimates(nil),
          differences: scenario.name == reference ? nil : estimates(reference))
      }
    }
  }

  private var plan: ComparisonPlan { result.plan }

  var svg: String {
    let isCompared = plan.scenarios.count > 1
    let levels = LinePanel(
      lines: lines.map { .init(label: $0.label, values: $0.levels) }, positions: plan.years.map(Double.init),
      marks: marks, unit: unit, title: style.say(nb: "Nivå", en: "Level") + ", \(unit.inWords(style.language))",
      top: Double(ChartPage.top), height: isCompared ? 210 : 300, language: style.language)
    // The reference has a place without numbers, so that each scenario has the same ink in both panels.
    let differences = LinePanel(
      lines: lines.map { line in
        .init(label: line.label, values: line.differences ?? plan.years.map { _ in nil })
      }, positions: plan.years.map(Double.init), marks: marks, unit: unit.ofDifference, showsPlus: true,
      title: differenceTitle, top: 400, height: 170, language: style.language)
    return ChartPage(
      title: names.outcome(plot.outcome).capitalisedFirst, subtitle: subtitle,
      axis: plan.clock.years[style.language].capitalisedFirst, panels: isCompared ? [levels, differences] : [levels],
      result: result, names: names, style: style
    ).svg
  }

  /// The levels in signs, for a terminal.
  var text: String {
    let labels = plan.years.map { names.year($0, on: plan.clock) }
    let title = [
      names.outcome(plot.outcome).capitalisedFirst, unit.inWords(style.language), plan.clock.years[style.language],
    ].joined(separator: ", ")
    return PlotText(
      title: title, unit: unit, lines: lines.map { .init(label: $0.label, rows: Array(zip(labels, $0.levels))) },
      style: style
    ).text
  }

  private var subtitle: String {
    (plan.scenarios.map(\.name) + names.persons(of: plan.frame)).joined(separator: ", ")
  }

  private var differenceTitle: String {
    let reference = plan.scenarios[plan.reference].name
    return style.say(nb: "Forskjell fra \(reference)", en: "Difference from \(reference)")
      + ", \(unit.ofDifference.inWords(style.language))"
  }

  /// The years that are named on the axis, ten at most.
  private var marks: [(position: Double, text: String)] {
    let step = (plan.years.count + 9) / 10
    return stride(from: 0, to: plan.years.count, by: step).map { (Double(plan.years[$0]), "\(plan.years[$0])") }
  }
}
