import PolicyCore

/// The answer to a question for a terminal, in the form that belongs to the question.
public struct AnswerText {
  var question: AnsweredQuestion
  var catalogue: Catalogue
  var style: TextStyle

  /// The pictures that the question asks for, with the files that they go to.
  public var pictures: [(path: String, svg: String)] {
    guard case .sweep(let plan) = question.form else { return [] }
    return plan.plots.compactMap { plot in
      plot.path.map { path in
        let picture = SweepPicture(
          plot, of: plan, in: question.result, catalogue: catalogue, language: style.language)
        return (path, picture.svg)
      }
    }
  }

  public init(_ question: AnsweredQuestion, catalogue: Catalogue, style: TextStyle) {
    self.question = question
    self.catalogue = catalogue
    self.style = style
  }

  /// How much was simulated and how long it took: `60 000 persons × 8 paired runs, 0.5 s`.
  public var effort: String { RunText(question.result, style).text(seconds: question.seconds) }

  public var text: String { style.isMarkdown ? Markdown.parted(lines) : lines }

  private var lines: String {
    let (result, seconds) = (question.result, question.seconds)
    return switch question.form {
    case .comparison: ComparisonTable(result, seconds: seconds, catalogue: catalogue, style: style).text
    case .sweep(let plan):
      ([SweepTable(result, of: plan, seconds: seconds, catalogue: catalogue, style: style).text]
        + plan.plots.filter { $0.path == nil }.map {
          SweepPlotText($0, of: plan, in: result, catalogue: catalogue, style: style).text
        }).joined(separator: "\n")
    case .solve(let solution):
      SolutionText(solution, result, seconds: seconds, catalogue: catalogue, style: style).text
    case .sensitivity(let sensitivity):
      SensitivityTable(sensitivity, result, seconds: seconds, catalogue: catalogue, style: style).text
    case .trace(let trace):
      TraceTable(trace, result, seconds: seconds, catalogue: catalogue, style: style).text
    case .attribute(let attribution):
      AttributionTable(attribution, result, seconds: seconds, catalogue: catalogue, style: style).text
    }
  }
}
