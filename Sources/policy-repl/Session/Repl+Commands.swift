import PolicyCore
import PolicyLang
import PolicyReport
import PolicySession
import TutorialPages

extension Repl {
  /// Does what a line that begins with a colon asks for.
  func obey(_ line: Substring) throws -> Next {
    switch ColonCommand.find(line) {
    case .failure(let unknown):
      console.complain(unknown.message)
      return .stop(.source)
    case .success(let found):
      switch found.command.action {
      case .quit: return .leave
      case .help: return try show(help.page(found.argument), for: found.argument)
      case .documentation:
        let page = Documentation(environment: session.environment, catalogue: catalogue, style: console.outputStyle)
        return try show(page.text(of: found.argument), for: found.argument)
      case .tutorial: return try showTutorial(found.argument)
      case .assumptions: return try showAssumptions(about: found.argument)
      case .explain: return try explain(found.argument)
      case .set: return try set(found.argument)
      case .last: return try showLast()
      case .time: return try showTime()
      case .undo: return undo()
      case .reset: return reset()
      case .save: return save(found.argument, isForced: found.isForced)
      case .load: return try load(found.argument)
      case .reload: return try reload()
      }
    }
  }

  private var help: Help { Help(catalogue: session.environment.catalogue, style: console.outputStyle) }

  /// What is declared here, or what the prelude would bring.
  var catalogue: Catalogue {
    let catalogue = session.environment.catalogue
    return catalogue.isEmpty ? prelude : catalogue
  }

  private func show(_ page: String?, for topic: String) throws -> Next {
    if let page {
      try printPaged(page)
      return .goOn
    }
    console.complain(Names.unknown(topic, among: session.names + catalogue.names + Help.topics))
    return .stop(.source)
  }

  private func showTutorial(_ step: String) throws -> Next {
    let page = step.isEmpty ? TutorialPages.index : Int(step).flatMap(TutorialPages.step)
    guard let page else {
      let last = TutorialPages.count
      return refuse(
        Label(nb: "Trinnene er 1 til \(last): `:tutorial 1`.", en: "The steps are 1 to \(last): `:tutorial 1`."))
    }
    try printPaged(MarkdownPage(page, style: console.outputStyle).text)
    return .goOn
  }

  private func explain(_ id: String) throws -> Next {
    guard let page = Explanation(style: console.outputStyle).text(of: id) else {
      return refuse(Explanation.unknown(id))
    }
    try printPaged(page)
    return .goOn
  }

  private func undo() -> Next {
    guard let undone = session.undo() else { return refuse(HistoryText.nothingToUndo) }
    console.remark(HistoryText.message(undone))
    return .goOn
  }

  private func reset() -> Next {
    console.remark(session.reset() ? HistoryText.wasReset : HistoryText.nothingToReset)
    return .goOn
  }

  /// Says why a command cannot be done; a pipe ends with it.
  func refuse(_ message: Label, _ status: ExitStatus = .source) -> Next {
    console.complain(message)
    return .stop(status)
  }
}
