import PolicyCore

/// An outcome over the values of a lever as an SVG picture: levels above, paired differences from the reference below.
///
/// The two have panels of their own since the differences, on common random numbers, are told apart far better than the
/// bands of the levels suggest.
public struct SweepPicture {
  var plot: PlotPlan
  var plan: SweepPlan
  var result: ComparisonResult
  var names: Names
  var style: TextStyle
  private let series: SweepSeries

  public init(
    _ plot: PlotPlan, of plan: SweepPlan, in result: ComparisonResult, catalogue: Catalogue, language: OutputLanguage
  ) {
    self.plot = plot
    self.plan = plan
    self.result = result
    style = TextStyle(language: language)
    names = Names(catalogue: catalogue, language: language)
    series = SweepSeries(plot, of: plan, in: result, names)
  }

  public var svg: String {
    let levels = LinePanel(
      lines: series.lines.map { .init(label: $0.label, values: $0.levels, reference: $0.reference?.value) },
      positions: plan.axes[0].numbers, marks: marks, unit: series.unit, title: levelTitle, top: Double(ChartPage.top),
      height: 210, language: style.language)
    let differences = LinePanel(
      lines: series.lines.map { .init(label: $0.label, values: $0.differences) }, positions: plan.axes[0].numbers,
      marks: marks, unit: series.unit.ofDifference, showsPlus: true, title: differenceTitle, top: 400, height: 170,
      language: style.language)
    return ChartPage(
      title: title, subtitle: subtitle, axis: leverName, panels: [levels, differences], result: result, names: names,
      style: style
    ).svg
  }

  // MARK: - Words

  private var lever: SweptLever { plan.axes[0].lever }

  private func label(_ lever: SweptLever) -> String { names.lever(lever.name) }

  private var title: String {
    names.outcome(plot.measure.outcome).capitalisedFirst
      + style.say(nb: " etter \(label(lever))", en: " by \(label(lever))")
      + (plan.axes.count > 1 ? style.say(nb: " og ", en: " and ") + label(plan.axes[1].lever) : "")
  }

  private var subtitle: String {
    var parts = [plan.scenario.name, plan.clock.inWords(year: plot.measure.year)[style.language]]
    parts += names.persons(of: plan.frame)
    if plan.axes.count > 1 {
      parts.append(style.say(nb: "linjer: ", en: "lines: ") + label(plan.axes[1].lever))
    }
    return parts.joined(separator: ", ")
  }

  private var levelTitle: String {
    style.say(nb: "Nivå", en: "Level") + ", \(series.unit.inWords(style.language))"
      + style.say(nb: "; prikket: \(plan.reference.name)", en: "; dotted: \(plan.reference.name)")
  }

  private var differenceTitle: String {
    style.say(nb: "Forskjell fra \(plan.reference.name)", en: "Difference from \(plan.reference.name)")
      + ", \(series.unit.ofDifference.inWords(style.language))"
  }

  private var leverName: String {
    let unit = lever.scale.unit.symbol(in: style.language)
    return label(lever).capitalisedFirst + (unit.isEmpty ? "" : ", \(unit)")
  }

  /// The values of the lever that are named on the axis, nine at most.
  private var marks: [(position: Double, text: String)] {
    let numbers = plan.axes[0].numbers
    let step = (numbers.count + 8) / 9
    return stride(from: 0, to: numbers.count, by: step).map { index in
      let number = numbers[index]
      let shown = NumberFormat(style.language).short(number * lever.scale.unit.displayFactor)
      return (number, lever.scale == .weights ? lever.scale.text(number) : shown)
    }
  }
}
