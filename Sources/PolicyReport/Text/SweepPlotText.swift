import PolicyCore

/// A picture of a sweep in signs, for a terminal: a row for each value of the lever, `●` with its interval.
public struct SweepPlotText {
  var plot: PlotPlan
  var plan: SweepPlan
  var result: ComparisonResult
  var names: Names
  var style: TextStyle

  public init(
    _ plot: PlotPlan, of plan: SweepPlan, in result: ComparisonResult, catalogue: Catalogue, style: TextStyle
  ) {
    self.plot = plot
    self.plan = plan
    self.result = result
    self.style = style
    names = Names(catalogue: catalogue, language: style.language)
  }

  public var text: String {
    let series = SweepSeries(plot, of: plan, in: result, names)
    let title =
      names.outcome(plot.measure.outcome).capitalisedFirst + ", \(series.unit.inWords(style.language)), "
      + plan.clock.inWords(year: plot.measure.year)[style.language]
    let labels = plan.axes[0].numbers.map { plan.axes[0].lever.shown($0, in: style.language) }
    return PlotText(
      title: title, unit: series.unit,
      lines: series.lines.map { .init(label: $0.label, rows: Array(zip(labels, $0.levels))) }, style: style
    ).text
  }
}
