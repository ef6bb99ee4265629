import PolicyCore
import PolicyReport
import PolicySession

extension Repl {
  /// Shows all settings or one of them, or changes one.
  func set(_ argument: String) throws -> Next {
    let shown: [Setting]
    let name = argument.prefix { !$0.isWhitespace && $0 != "=" }
    let value = argument.dropFirst(name.count).drop { $0.isWhitespace || $0 == "=" }
    do throws(Setting.Refusal) {
      let setting = try argument.isEmpty ? nil : Setting.named(String(name))
      if let setting, !value.isEmpty {
        apply(try setting.change(to: String(value)))
        return .goOn
      }
      shown = setting.map { [$0] } ?? Setting.allCases
    } catch {
      return refuse(error.message)
    }
    try printPaged(lines(shown).joined(separator: "\n"))
    return .goOn
  }

  private func apply(_ change: Setting.Change) {
    switch change {
    case .language(let language): console.language = language
    case .output(let form): output = form
    case .pager(let choice): pages = choice
    case .persons(let persons): session.size.persons = min(persons, workplace.microdata?.persons ?? .max)
    case .replicates(let replicates): session.size.replicates = replicates
    }
  }

  private func lines(_ settings: [Setting]) -> [String] {
    settings.map { setting in
      let value =
        switch setting {
        case .lang: console.language.rawValue
        case .output: output.rawValue
        case .pager: pages.rawValue
        case .persons: "\(session.size.persons)"
        case .replicates: "\(session.size.replicates)"
        }
      return "  " + setting.rawValue.padded(to: 12) + value.padded(to: 10) + setting.summary[console.language]
    }
  }

  // MARK: - The last answer

  /// An answer in the form that is set.
  func text(of answer: LastAnswer) -> String {
    let question = answer.question
    let results = [FileResult(path: record.path, questions: [question])]
    switch output {
    case .table: return AnswerText(question, catalogue: answer.catalogue, style: console.outputStyle).text
    case .markdown:
      return AnswerText(question, catalogue: answer.catalogue, style: console.outputStyle.asMarkdown).text
    case .csv:
      return ResultsCSV.traces(results) ?? ResultsCSV.solutions(results) ?? ResultsCSV.text(results)
    case .json:
      let size = question.result.size
      return ResultsJSON.document(results, provenance: workplace.provenance(size, persons: size.persons)).text()
    }
  }

  func showLast() throws -> Next {
    guard let last else { return refuse(Self.nothingAsked) }
    try printPaged(text(of: last))
    return .goOn
  }

  /// Says how long the last question took.
  func showTime() throws -> Next {
    guard let last else { return refuse(Self.nothingAsked) }
    let answer = AnswerText(last.question, catalogue: last.catalogue, style: console.outputStyle)
    try printPaged("  \(last.question.text)\n  \(answer.effort)")
    return .goOn
  }

  private static let nothingAsked = Label(
    nb: "Ingen spørsmål er besvart ennå.", en: "No question has been answered yet.")
}

/// The last answer, with what its names meant then.
struct LastAnswer {
  var question: AnsweredQuestion
  var catalogue: Catalogue
}
