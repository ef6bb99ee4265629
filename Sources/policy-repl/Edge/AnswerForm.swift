import PolicyCore
import PolicyReport

/// Answers in every form that a file or a terminal can take.
struct AnswerForm {
  var workplace: Workplace
  /// What the results belong to: the file, or the session.
  var path: String
  var style: TextStyle

  /// - Parameter isForFile: Whether equal answers are to be equal texts, however long they took.
  func text(
    _ question: AnsweredQuestion, _ catalogue: Catalogue, as form: OutputForm, isForFile: Bool = false
  ) -> String {
    let results = [FileResult(path: path, questions: [question])]
    func page(_ style: TextStyle) -> String {
      AnswerText(question, catalogue: catalogue, style: style, showsDuration: !isForFile).text
    }
    switch form {
    case .table: return page(style)
    case .markdown: return page(style.asMarkdown)
    case .csv:
      return ResultsCSV.solutions(results) ?? ResultsCSV.searches(results) ?? ResultsCSV.traces(results)
        ?? ResultsCSV.text(results)
    case .json:
      let size = question.result.size
      return ResultsJSON.document(results, provenance: workplace.provenance(size, persons: size.persons)).text()
    }
  }

  /// What an `export` writes.
  func text(_ plan: ExportPlan, _ answer: AnsweredQuestion?, _ catalogue: Catalogue) -> String {
    switch plan.content {
    case .answer:
      let form: OutputForm = [.csv: .csv, .json: .json, .markdown: .markdown][plan.format] ?? .table
      let text = answer.map { self.text($0, catalogue, as: form, isForFile: true) } ?? ""
      return text.hasSuffix("\n") ? text : text + "\n"
    case .changes(let changes):
      switch plan.format {
      case .csv: return ChangesPage(changes, style: style).csv
      case .json: return ChangesPage(changes, style: style).json
      case .markdown: return ChangesPage(changes, style: style.asMarkdown).text + "\n"
      }
    }
  }
}
