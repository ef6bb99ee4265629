import ErrorPages
import LineEditor
import PolicyCore
import PolicyLang
import PolicySession
import TutorialPages

extension Repl {
  func completions(_ text: String, at cursor: Int) -> CompletionList {
    let typed = String(decoding: text.utf8.prefix(cursor), as: UTF8.self)
    guard Self.isCommand(typed) else {
      let found = session.completions(for: text, at: cursor, language: console.language)
      return CompletionList(
        wordStart: found.first?.replaced.start ?? cursor,
        suggestions: found.map { Suggestion($0.text, detail: $0.detail) })
    }
    let start =
      typed.lastIndex { $0.isWhitespace || $0 == ":" || $0 == "\"" }.map { typed.index(after: $0) } ?? typed.startIndex
    let word = typed[start...]
    return CompletionList(
      wordStart: cursor - word.utf8.count,
      suggestions: commandWords(before: typed[..<start], beginning: word).filter { $0.text.hasPrefix(word) })
  }

  /// What may follow in a line that begins with a colon.
  private func commandWords(before head: Substring, beginning word: Substring) -> [Suggestion] {
    guard head.contains(where: { !$0.isWhitespace && $0 != ":" }) else {
      return ColonCommand.all.map { Suggestion($0.name, detail: $0.summary[console.language]) }
    }
    guard case .success(let found) = ColonCommand.find(head) else { return [] }
    switch found.command.action {
    case .quit, .undo, .reset, .reload, .last, .time: return []
    case .tutorial: return (1...TutorialPages.count).map { Suggestion("\($0)") }
    case .explain: return ErrorPages.ids.map { Suggestion($0) }
    case .set:
      guard let setting = Setting(rawValue: found.argument) else {
        return found.argument.isEmpty
          ? Setting.allCases.map { Suggestion($0.rawValue, detail: $0.summary[console.language]) } : []
      }
      return setting.words.map { Suggestion($0) }
    case .save, .load: return InputFile.completions(of: String(word)).map { Suggestion($0) }
    case .help: return Help.topics.map { Suggestion($0) }
    case .assumptions: return catalogue.assumptionNames.sorted().map { Suggestion($0) }
    case .documentation: return Array(Set(session.names + catalogue.names)).sorted().map { Suggestion($0) }
    }
  }
}
