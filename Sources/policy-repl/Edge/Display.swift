import PolicyCore
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
  func show(_ output: SessionOutput, catalogue: Catalogue) throws {
    progress.finish()
    let style = console.outputStyle
    switch output {
    case .diagnostics(let diagnostics): console.note(diagnostics)
    // A run that was stopped is said by whoever ends with it.
    case .used, .defined, .interrupted: break
    case .answer(let question):
      try console.print(AnswerText(question, catalogue: catalogue, style: style).text)
    case .expectation(let result): try console.print(ExpectationText(result, style: style).text)
    case .snapshot(let result): try console.print(SnapshotText(result, style: style).text)
    case .value(let quantity): try console.print(NumberFormat(style.language).quantity(quantity.value, quantity.unit))
    case .schedule(let lever, let schedule):
      try console.print("\(lever.name) = \(ScenarioPage(style: style).schedule(schedule))")
    case .failure(let message): console.complain(message)
    }
  }

  /// Writes the pictures that a question asks for, each whole or not at all.
  ///
  /// - Throws: `Stop` when one cannot be written.
  func draw(_ output: SessionOutput, catalogue: Catalogue) throws {
    guard case .answer(let question) = output else { return }
    for picture in AnswerText(question, catalogue: catalogue, style: console.outputStyle).pictures {
      try OutputFile(picture.path).write(picture.svg)
      console.remark(Label(nb: "Skrev \(picture.path).", en: "Wrote \(picture.path)."))
    }
  }
}
