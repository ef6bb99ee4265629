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

  private static let width = 760
  private static let height = 684

  public var svg: String {
    let levels = LinePanel(
      lines: series.lines.map { .init(label: $0.label, values: $0.levels, reference: $0.reference?.value) },
      positions: plan.axes[0].numbers, marks: marks, unit: series.unit, title: levelTitle, top: 120, height: 210,
      language: style.language)
    let differences = LinePanel(
      lines: series.lines.map { .init(label: $0.label, values: $0.differences) }, positions: plan.axes[0].numbers,
      marks: marks, unit: series.unit.ofDifference, showsPlus: true, title: differenceTitle, top: 400, height: 170,
      language: style.language)
    let parts =
      [
        SVG.text(title, x: 24, y: 34, class: "title"), SVG.text(subtitle, x: 24, y: 58, class: "small"),
      ] + levels.svg + differences.svg + [SVG.text(leverName, x: 346, y: 610, class: "middle")]
      + source.enumerated().map { SVG.text($1, x: 24, y: 644 + 17 * $0, class: "small") }
    return """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(Self.width) \(Self.height)" role="img" \
      lang="\(style.language.rawValue)">
      <title>\(SVG.escaped(title))</title>
      <desc>\(SVG.escaped(([subtitle + "."] + source).joined(separator: " ")))</desc>
      <style>\(Self.css)</style>
      <rect width="\(Self.width)" height="\(Self.height)" fill="#ffffff"/>
      \(parts.joined(separator: "\n"))
      </svg>

      """
  }

  // MARK: - Words

  private var lever: SweptLever { plan.axes[0].lever }

  private func label(_ lever: SweptLever) -> String {
    names.catalogue.lever(lever.name)?.label[style.language] ?? lever.name
  }

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

  private var source: [String] {
    let run = RunText(result, style)
    let made =
      style.say(nb: "Modellberegning, ikke prognose: ", en: "A model's calculation, no forecast: ")
      + run.text(seconds: nil) + style.say(nb: ", frø ", en: ", seed ") + "\(result.size.seed)."
    let band = run.coverage(names).replacing("±", with: style.say(nb: "Bånd", en: "Band")) + "."
    return [made, band] + (result.size.assumptions.remark.map { [$0[style.language]] } ?? [])
  }

  private static let css: String = {
    let inks = SVG.inks.enumerated().map { index, ink in
      ".i\(index) { stroke: \(ink); } .b\(index) { fill: \(ink); }"
    }
    return """

      text { font-family: "Liberation Sans", Arial, Helvetica, sans-serif; font-size: 12px; fill: #1b1b1b; }
      .title { font-size: 19px; font-weight: bold; }
      .panel { font-size: 13px; font-weight: bold; }
      .small { fill: #444444; }
      .ends { text-anchor: end; }
      .middle { text-anchor: middle; }
      .grid { stroke: #dddddd; stroke-width: 1; fill: none; }
      .axis { stroke: #555555; stroke-width: 1; fill: none; }
      .line { stroke-width: 2; fill: none; }
      .reference { stroke-width: 1.2; fill: none; stroke-dasharray: 2 4; }
      .bar { stroke-width: 6; stroke-opacity: 0.25; }
      .band { fill-opacity: 0.18; }
      .d1 { stroke-dasharray: 8 3; }
      .d2 { stroke-dasharray: 3 3; }
      .d3 { stroke-dasharray: 9 3 2 3; }
      \(inks.joined(separator: "\n"))

      """
  }()
}
