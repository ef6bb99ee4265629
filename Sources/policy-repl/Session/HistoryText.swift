import PolicyCore
import PolicySession

/// What `:undo` and `:reset` say.
enum HistoryText {
  static let nothingToUndo = Label(nb: "Det er ingenting å ta tilbake.", en: "There is nothing to take back.")
  static let wasReset = Label(
    nb: "Alle definisjoner er borte. `:undo` henter dem tilbake.",
    en: "All definitions are away. `:undo` brings them back.")
  static let nothingToReset = Label(nb: "Ingenting er definert.", en: "Nothing is defined.")

  static func message(_ undone: Undone) -> Label {
    switch undone.change {
    case .reset: return Label(nb: "Alle definisjoner er tilbake.", en: "All definitions are back.")
    case .used(let modules):
      let list = modules.map { "`use \($0)`" }.joined(separator: ", ")
      return Label(nb: "Tok tilbake \(list).", en: "Took back \(list).")
    case .loaded(let path): return Label(nb: "Tok tilbake `:load \(path)`.", en: "Took back `:load \(path)`.")
    case .defined: return Label(nb: defined(undone, .nb), en: defined(undone, .en))
    }
  }

  private static func defined(_ undone: Undone, _ language: OutputLanguage) -> String {
    let gone = quoted(undone.gone)
    let restored = quoted(undone.restored)
    let isOne = undone.restored.count == 1
    let sentences =
      language == .nb
      ? [
        gone.isEmpty ? "" : "Tok tilbake \(gone).",
        restored.isEmpty ? "" : "\(restored) betyr igjen det samme som før.",
      ]
      : [
        gone.isEmpty ? "" : "Took back \(gone).",
        restored.isEmpty
          ? "" : "\(restored) \(isOne ? "means" : "mean") again what \(isOne ? "it" : "they") did before.",
      ]
    return sentences.filter { !$0.isEmpty }.joined(separator: " ")
  }

  private static func quoted(_ names: [String]) -> String { names.map { "`\($0)`" }.joined(separator: ", ") }
}
