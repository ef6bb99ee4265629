import PolicyCore
import PolicyLang
import PolicyReport
import PolicySession

/// Progress of one command, and outputs that are not written into its line.
struct Display {
  let console: Console
  let progress: ProgressLine

  init(_ console: Console) {
    self.console = console
    progress = ProgressLine(console: console)
  }

  /// Shows one output: data on standard output, the rest on standard error.
  ///
  /// - Parameter print: Writes data; to standard output unless another way is given.
  func show(
    _ output: SessionOutput, in environment: Environment, print: ((String) throws -> Void)? = nil
  ) throws {
    progress.finish()
    let print = print ?? console.print
    let catalogue = environment.catalogue
    let style = console.outputStyle
    switch output {
    case .diagnostics(let diagnostics): console.note(diagnostics)
    // A run that was stopped is said by whoever ends with it.
    case .used, .defined, .interrupted, .export: break
    case .answer(let question):
      try print(AnswerText(question, catalogue: catalogue, style: style).text)
    case .expectation(let result): try print(ExpectationText(result, style: style).text)
    case .snapshot(let result): try print(SnapshotText(result, style: style).text)
    case .value(let quantity): try print(NumberFormat(style.language).quantity(quantity.value, quantity.unit))
    case .schedule(let lever, let schedule):
      try print("\(lever.name) = \(ScenarioPage(style: style).schedule(schedule))")
    case .explanation(let name):
      let page = Documentation(environment: environment, catalogue: catalogue, style: style).explanation(of: name)
      if let page { try print(page) }
    case .assumptions(let report): try print(AssumptionPage(report, style: style).text)
    case .changes(let changes): try print(ChangesPage(changes, style: style).text)
    case .failure(let message): console.complain(message)
    }
  }

  /// Writes the pictures that a question asks for and what is exported, each file whole or not at all.
  ///
  /// - Parameter source: What results belong to: the file, or the session.
  /// - Throws: `Stop` when one cannot be written.
  func write(_ output: SessionOutput, of source: String, catalogue: Catalogue, workplace: Workplace) throws {
    switch output {
    case .answer(let question):
      for picture in AnswerText(question, catalogue: catalogue, style: console.outputStyle).pictures {
        try write(picture.svg, to: picture.path)
      }
    case .export(let plan, let answer):
      let form = AnswerForm(workplace: workplace, path: source, style: console.outputStyle)
      try write(form.text(plan, answer, catalogue), to: plan.path)
    default: break
    }
  }

  private func write(_ text: String, to path: String) throws {
    try OutputFile(path).write(text)
    console.remark(Label(nb: "Skrev \(path).", en: "Wrote \(path)."))
  }
}
