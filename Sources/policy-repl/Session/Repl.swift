import LineEditor
import PolicyCore
import PolicyLang
import PolicyReport
import PolicySession

/// The loop of a session: blocks in, outputs out.
///
/// Who types goes on after an error; a pipe stops at its first.
final class Repl {
  private(set) var session: Session
  let isTyped: Bool
  /// Everything that was answered, for result files.
  private(set) var record: FileResult
  let workplace: Workplace
  private let display: Display
  /// Lines that a pipe has given so far, so that places are those of the piped text.
  private var lineCount = 0

  var console: Console { workplace.console }

  init(_ workplace: Workplace, size: RunSize, isTyped: Bool) {
    self.workplace = workplace
    self.isTyped = isTyped
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

  static func needsMoreInput(_ text: String) -> Bool { !isCommand(text) && Language.needsMoreInput(text) }

  private var end: ExitStatus? { isTyped ? nil : ExitStatus(of: [record]) }

  private static func isCommand(_ text: String) -> Bool { text.drop(while: \.isWhitespace).hasPrefix(":") }

  private enum Next {
    case goOn
    case leave
    case stop(ExitStatus)
  }

  private func enter(_ text: String) throws -> Next {
    defer { lineCount += text.count { $0 == "\n" } }
    if Self.isCommand(text) { return try obey(text[...]) }
    Interrupts.reset()
    var next = Next.goOn
    var unwritten: (any Error)?
    // A pipe's entry stands in the piped text; an entry that was typed is a text of its own.
    let entry = isTyped ? text : String(repeating: "\n", count: lineCount) + text
    let outputs = session.evaluate(
      entry, named: isTyped ? nil : record.path, cancellation: Interrupts.cancellation,
      progress: display.progress.update)
    display.progress.finish()
    for output in outputs {
      do { try display.show(output, catalogue: session.environment.catalogue) } catch { unwritten = error }
      switch output {
      case .diagnostics(let diagnostics):
        record.diagnostics += diagnostics
        if diagnostics.contains(where: { $0.severity == .error }) { next = .stop(.source) }
      case .used: if isTyped { console.remark(session.environment.catalogue.summary) }
      case .answer(let question):
        record.questions.append(question)
        do { try display.draw(output, catalogue: session.environment.catalogue) } catch let stop as Stop {
          if let message = stop.message { console.complain(message) }
          next = .stop(stop.status)
        }
      case .expectation(let result): record.expectations.append(result)
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

  // MARK: - Commands

  private func obey(_ line: Substring) throws -> Next {
    switch ColonCommand.find(line) {
    case .failure(let unknown):
      console.complain(unknown.message)
      return .stop(.source)
    case .success(let found):
      switch found.command.action {
      case .quit: return .leave
      case .help: return try show(help.page(found.argument), for: found.argument)
      case .documentation:
        let page = Documentation(session: session, catalogue: catalogue, style: console.outputStyle)
        return try show(page.text(of: found.argument), for: found.argument)
      case .assumptions: return try showAssumptions(about: found.argument)
      }
    }
  }

  /// A run of its own, smaller than the session's questions.
  private func showAssumptions(about name: String) throws -> Next {
    let request = AssumptionRequest(session: session.withPrelude, name: name)
    var size = session.size
    size.persons = min(size.persons, RunSize.assumptions.persons)
    size.replicates = min(size.replicates, RunSize.assumptions.replicates)
    Interrupts.reset()
    defer { Interrupts.reset() }
    do {
      let report = try request.answer(
        size: size, cancellation: Interrupts.cancellation, progress: display.progress.update)
      display.progress.finish()
      guard let report else {
        console.complain(request.unknown)
        return .stop(.source)
      }
      try console.print(AssumptionPage(report, style: console.outputStyle).text)
      return .goOn
    } catch is Cancelled {
      display.progress.finish()
      console.complain(Stop.interrupted)
      return .stop(.interrupted)
    } catch let failure as EngineFailure {
      display.progress.finish()
      console.complain(failure.message)
      return .stop(.failure)
    }
  }

  private var help: Help { Help(catalogue: session.environment.catalogue, style: console.outputStyle) }

  /// What is declared here, or what `use introduction_programme` would bring.
  private var catalogue: Catalogue {
    let catalogue = session.environment.catalogue
    return catalogue.isEmpty ? prelude : catalogue
  }
  private lazy var prelude = (try? Prelude(workplace).catalogue) ?? Catalogue()

  private func show(_ page: String?, for topic: String) throws -> Next {
    if let page {
      try console.print(page)
      return .goOn
    }
    console.complain(Names.unknown(topic, among: session.names + catalogue.names + Help.topics))
    return .stop(.source)
  }

  // MARK: - Completion

  func completions(_ text: String, at cursor: Int) -> CompletionList {
    let typed = String(decoding: text.utf8.prefix(cursor), as: UTF8.self)
    guard Self.isCommand(typed) else {
      let found = session.completions(for: text, at: cursor, language: console.language)
      return CompletionList(
        wordStart: found.first?.replaced.start ?? cursor,
        suggestions: found.map { Suggestion($0.text, detail: $0.detail) })
    }
    let start = typed.lastIndex { $0.isWhitespace || $0 == ":" }.map { typed.index(after: $0) } ?? typed.startIndex
    let word = typed[start...]
    return CompletionList(
      wordStart: cursor - word.utf8.count,
      suggestions: commandWords(before: typed[..<start]).filter { $0.text.hasPrefix(word) })
  }

  /// What may follow in a line that begins with a colon.
  private func commandWords(before head: Substring) -> [Suggestion] {
    guard head.contains(where: { !$0.isWhitespace && $0 != ":" }) else {
      return ColonCommand.all.map { Suggestion($0.name, detail: $0.summary[console.language]) }
    }
    guard case .success(let found) = ColonCommand.find(head) else { return [] }
    switch found.command.action {
    case .quit: return []
    case .help: return Help.topics.map { Suggestion($0) }
    case .assumptions: return catalogue.assumptionNames.sorted().map { Suggestion($0) }
    case .documentation: return Array(Set(session.names + catalogue.names)).sorted().map { Suggestion($0) }
    }
  }
}
