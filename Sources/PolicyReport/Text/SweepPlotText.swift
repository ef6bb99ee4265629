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
      "  " + names.outcome(plot.measure.outcome).capitalisedFirst + ", \(series.unit.inWords(style.language)), "
      + plan.clock.inWords(year: plot.measure.year)[style.language]
    let labels = plan.axes[0].numbers.map { plan.axes[0].lever.shown($0, in: style.language) }
    let margin = (labels.map(\.count).max() ?? 0) + 4
    let factor = series.unit.displayFactor
    let estimates = series.lines.flatMap { $0.levels.compactMap { $0 } }
    let values = estimates.flatMap { [$0.value, $0.low ?? $0.value, $0.high ?? $0.value] }.map { $0 * factor }
    let scale = ChartScale(holding: values, start: 0, end: Double(min(style.width, 90) - margin - 2))
    var lines = [style.title(title)] + fence
    for line in series.lines {
      if series.lines.count > 1 { lines.append("  " + line.label) }
      for (label, estimate) in zip(labels, line.levels) {
        lines.append(("  " + label.padded(to: margin - 2) + row(estimate, scale, factor)).trimmedEnd)
      }
    }
    return (lines + [axis(scale, margin)] + fence).joined(separator: "\n")
  }

  /// Signs that stand under each other are code in Markdown.
  private var fence: [String] { style.isMarkdown ? ["```"] : [] }

  private func row(_ estimate: Estimate?, _ scale: ChartScale, _ factor: Double) -> String {
    guard let estimate else { return ".." }
    var signs = [Character](repeating: " ", count: Int(scale.end) + 1)
    func column(_ value: Double) -> Int { min(max(Int(scale.position(value * factor).rounded()), 0), signs.count - 1) }
    if let low = estimate.low, let high = estimate.high {
      for index in column(low)...max(column(low), column(high)) { signs[index] = "─" }
    }
    signs[column(estimate.value)] = "●"
    return String(signs)
  }

  private func axis(_ scale: ChartScale, _ margin: Int) -> String {
    let number = NumberFormat(style.language)
    var text = ""
    for tick in scale.ticks {
      let column = margin + Int(scale.position(tick).rounded())
      let shown = number.short(tick)
      guard column - shown.count / 2 > text.count || text.isEmpty else { continue }
      text = text.padded(to: column - shown.count / 2) + shown
    }
    return text
  }
}
