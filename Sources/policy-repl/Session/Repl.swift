import ErrorPages
import LineEditor
import PolicyCore
import PolicyLang
import PolicyReport
import PolicySession

/// The loop of a session: blocks in, outputs out.
///
/// Who types goes on after an error; a pipe stops at its first.
final class Repl {
  var session: Session
  let isTyped: Bool
  /// Everything that was answered, for result files.
  private(set) var record: FileResult
  let workplace: Workplace
  private(set) var display: Display
  /// How answers are written.
  var output = OutputForm.table
  /// Whether what is longer than the screen is shown page by page.
  var pages = OnOff.on
  private(set) var last: LastAnswer?
  /// The policy files that it wrote and took in.
  var files = SessionFiles()
  /// Lines that a pipe has given so far, so that places are those of the piped text.
  private var lineCount = 0
  /// Ids of messages whose pages were pointed at.
  private var explained: Set<String> = []
  /// What `use introduction_programme` would bring.
  private(set) lazy var prelude = (try? Prelude(workplace).catalogue) ?? Catalogue()

  var console: Console {
    didSet { display = Display(console) }
  }

  init(_ workplace: Workplace, size: RunSize, isTyped: Bool) {
    self.workplace = workplace
    self.isTyped = isTyped
    console = workplace.console
    session = workplace.session(size: size)
    display = Display(workplace.console)
    record = FileResult(path: isTyped ? "<session>" : "<stdin>")
  }

  /// - Returns: What a pipe ends with when something failed; what is typed always ends well.
  func run(_ reader: BlockReader) throws -> ExitStatus? {
    while true {
      switch reader.read() {
      case .endOfInput: return end
      case .interrupted: if !isTyped { throw Cancelled() }
      case .text(let text):
        switch try enter(text) {
        case .goOn: break
        case .leave: return end
        case .stop(let status): if !isTyped { return status }
        }
      }
    }
  }

  private func show(_ output: SessionOutput) throws {
    let environment = session.environment
    switch output {
    case .answer(let question):
      display.progress.finish()
      try printPaged(text(of: LastAnswer(question: question, catalogue: environment.catalogue)))
    case .explanation, .assumptions, .changes: try display.show(output, in: environment, print: printPaged)
    default: try display.show(output, in: environment)
    }
  }

  /// Writes data, page by page when it is longer than the screen of who types.
  func printPaged(_ text: String) throws {
    if isTyped, pages == .on, Pager(language: console.language).show(text) { return }
    try console.print(text)
  }

  static func needsMoreInput(_ text: String) -> Bool { !isCommand(text) && Language.needsMoreInput(text) }

  private var end: ExitStatus? { isTyped ? nil : ExitStatus(of: [record]) }

  static func isCommand(_ text: String) -> Bool { text.drop(while: \.isWhitespace).hasPrefix(":") }

  /// What comes after an entry.
  enum Next {
    case goOn
    case leave
    case stop(ExitStatus)
  }

  private func enter(_ text: String) throws -> Next {
    defer { lineCount += text.count { $0 == "\n" } }
    if Self.isCommand(text) { return try obey(text[...]) }
    Interrupts.reset()
    // A pipe's entry stands in the piped text; an entry that was typed is a text of its own.
    let entry = isTyped ? text : String(repeating: "\n", count: lineCount) + text
    let outputs = session.evaluate(
      entry, named: isTyped ? nil : record.path, cancellation: Interrupts.cancellation,
      progress: display.progress.update)
    return try take(outputs)
  }

  /// Says where a message is explained: of each only once, and only to who types.
  private func hint(at diagnostics: [Diagnostic]) {
    guard isTyped, !console.isQuiet, let id = diagnostics.first(where: { $0.severity != .note })?.id,
      explained.insert(id).inserted, ErrorPages.text(id) != nil
    else { return }
    console.hint(Label(nb: "mer: :explain \(id)", en: "more: :explain \(id)"))
  }

  /// Writes the files that an output asks for.
  ///
  /// - Returns: What comes next when one cannot be written.
  private func write(_ output: SessionOutput) throws -> Next? {
    let catalogue = last?.catalogue ?? session.environment.catalogue
    do {
      try display.write(output, of: record.path, catalogue: catalogue, workplace: workplace)
      return nil
    } catch let stop as Stop {
      if let message = stop.message { console.complain(message) }
      return .stop(stop.status)
    }
  }

  /// Shows and records what an entry or a file gave.
  func take(_ outputs: [SessionOutput]) throws -> Next {
    var next = Next.goOn
    var unwritten: (any Error)?
    display.progress.finish()
    for output in outputs {
      do { try show(output) } catch { unwritten = error }
      switch output {
      case .diagnostics(let diagnostics):
        record.diagnostics += diagnostics
        if diagnostics.contains(where: { $0.severity == .error }) { next = .stop(.source) }
        hint(at: diagnostics)
      case .used: if isTyped { console.remark(session.environment.catalogue.summary) }
      case .answer(let question):
        record.questions.append(question)
        last = LastAnswer(question: question, catalogue: session.environment.catalogue)
        next = try write(output) ?? next
      case .export: next = try write(output) ?? next
      case .expectation(let result): record.expectations.append(result)
      case .snapshot(let result): record.snapshots.append(result)
      case .failure(let message):
        record.failure = message
        next = .stop(.failure)
      case .interrupted:
        console.complain(Stop.interrupted)
        next = .stop(.interrupted)
      default: break
      }
    }
    Interrupts.reset()
    if let unwritten { throw unwritten }
    return next
  }
}
