import PolicyCore
import PolicyLang
import PolicyReport
import PolicySession
import Simulator

/// What commands work with: the library, and sessions whose engine is made at the first question.
struct Workplace {
  let library: Library
  let console: Console
  let fitted: [String: FittedValue]

  init(_ options: SharedOptions, console: Console) throws {
    library = try Library(folder: options.library)
    self.console = console
    fitted = try library.fittedValues()
  }

  func session(size: RunSize) -> Session {
    Session(loader: library, moduleNames: library.moduleNames, fitted: fitted, size: size) { [library] catalogue in
      try library.engine(for: catalogue)
    }
  }
}

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
    case .used, .defined: break
    case .answer(let question):
      let table = ComparisonTable(question.result, seconds: question.seconds, catalogue: catalogue, style: style)
      try console.print(table.text)
    case .expectation(let result): try console.print(ExpectationText(result, style: style).text)
    case .value(let quantity): try console.print(NumberFormat(style.language).quantity(quantity.value, quantity.unit))
    case .schedule(let lever, let schedule):
      try console.print("\(lever.name) = \(ScenarioPage(style: style).schedule(schedule))")
    case .failure(let message): console.complain(message)
    case .interrupted: console.complain(Stop.interrupted)
    }
  }
}
