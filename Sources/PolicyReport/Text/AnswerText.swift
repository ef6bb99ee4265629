import PolicyCore

/// The answer to a question for a terminal, in the form that belongs to the question.
public struct AnswerText {
  var question: AnsweredQuestion
  var catalogue: Catalogue
  var style: TextStyle
  /// Whether it says how long the answer took, which no file should hold.
  var showsDuration = true

  /// The pictures that the question asks for, with the files that they go to.
  public var pictures: [(path: String, svg: String)] {
    switch question.form {
    case .comparison(let plots):
      plots.compactMap { plot in plot.path.map { ($0, picture(plot).svg) } }
    case .solve, .attribute, .sensitivity, .trace: []
    case .sweep(let plan):
      plan.plots.compactMap { plot in
        plot.path.map { path in
          let picture = SweepPicture(
            plot, of: plan, in: question.result, catalogue: catalogue, language: style.language)
          return (path, picture.svg)
        }
      }
    case .optimise(let search):
      search.plan.plots.compactMap { plot in
        plot.path.flatMap { path in front(search).svg.map { (path, $0) } }
      }
    }
  }

  private func picture(_ plot: YearsPlot) -> YearsPicture {
    YearsPicture(plot, of: question.result, Names(catalogue: catalogue, language: style.language), style)
  }

  private func front(_ search: Optimisation) -> FrontPicture {
    FrontPicture(
      search: search, result: question.result, names: Names(catalogue: catalogue, language: style.language),
      style: style)
  }

  public init(_ question: AnsweredQuestion, catalogue: Catalogue, style: TextStyle, showsDuration: Bool = true) {
    self.question = question
    self.catalogue = catalogue
    self.style = style
    self.showsDuration = showsDuration
  }

  /// How much was simulated and how long it took: `60 000 persons × 8 paired runs, 0.5 s`.
  public var effort: String { RunText(question.result, style).text(seconds: question.seconds) }

  public var text: String { style.isMarkdown ? Markdown.parted(lines) : lines }

  private var lines: String {
    let result = question.result
    let seconds = showsDuration ? question.seconds : nil
    return switch question.form {
    case .comparison(let plots):
      ([ComparisonTable(result, seconds: seconds, catalogue: catalogue, style: style).text]
        + plots.filter { $0.path == nil }.map { picture($0).text }).joined(separator: "\n")
    case .sweep(let plan):
      ([SweepTable(result, of: plan, seconds: seconds, catalogue: catalogue, style: style).text]
        + plan.plots.filter { $0.path == nil }.map {
          SweepPlotText($0, of: plan, in: result, catalogue: catalogue, style: style).text
        }).joined(separator: "\n")
    case .solve(let solution):
      SolutionText(solution, result, seconds: seconds, catalogue: catalogue, style: style).text
    case .optimise(let search):
      ([OptimisationText(search, result, seconds: seconds, catalogue: catalogue, style: style).text]
        + search.plan.plots.filter { $0.path == nil }.compactMap { _ in front(search).text }).joined(separator: "\n")
    case .sensitivity(let sensitivity):
      SensitivityTable(sensitivity, result, seconds: seconds, catalogue: catalogue, style: style).text
    case .trace(let trace):
      TraceTable(trace, result, seconds: seconds, catalogue: catalogue, style: style).text
    case .attribute(let attribution):
      AttributionTable(attribution, result, seconds: seconds, catalogue: catalogue, style: style).text
    }
  }
}
