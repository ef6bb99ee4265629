import PolicyCore
import PolicyLang

/// A command of the session itself; what it does stands where the session is.
struct ColonCommand: Sendable {
  enum Action: Sendable {
    case help, tutorial, documentation, explain, assumptions, set, last, time, undo, reset, save, load, reload, quit
  }

  var name: String
  /// What may follow, as help writes it.
  var argument: String
  var summary: Label
  var action: Action
  /// Whether `!` behind the name says that a file may be replaced.
  var canBeForced = false

  /// All commands; help, completion and near names are made from this table.
  static let all = [
    ColonCommand(
      name: "help", argument: "[topic]",
      summary: Label(nb: "hjelp, eller hjelp om et emne", en: "help, or help on a topic"), action: .help),
    ColonCommand(
      name: "tutorial", argument: "[STEP]",
      summary: Label(nb: "ti trinn, eller ett av dem", en: "ten steps, or one of them"), action: .tutorial),
    ColonCommand(
      name: "doc", argument: "NAME",
      summary: Label(
        nb: "alt om et virkemiddel, utfall, scenario eller annet navn",
        en: "all about a lever, outcome, scenario or other name"), action: .documentation),
    ColonCommand(
      name: "explain", argument: "ID",
      summary: Label(nb: "hva en feilmelding betyr, med eksempler", en: "what a message means, with examples"),
      action: .explain),
    ColonCommand(
      name: "assumptions", argument: "[NAME]",
      summary: Label(nb: "hva som er antatt, og hva det avgjør", en: "what is assumed, and what it decides"),
      action: .assumptions),
    ColonCommand(
      name: "set", argument: "[NAME VALUE]",
      summary: Label(
        nb: "innstillinger: \(Setting.allCases.map(\.rawValue).joined(separator: ", "))",
        en: "settings: \(Setting.allCases.map(\.rawValue).joined(separator: ", "))"),
      action: .set),
    ColonCommand(
      name: "last", argument: "",
      summary: Label(
        nb: "det siste svaret igjen, uten å simulere", en: "the last answer again, without simulating"),
      action: .last),
    ColonCommand(
      name: "time", argument: "",
      summary: Label(nb: "hvor lang tid det siste svaret tok", en: "how long the last answer took"), action: .time),
    ColonCommand(
      name: "undo", argument: "",
      summary: Label(nb: "ta tilbake den siste definisjonen", en: "take back the last definition"), action: .undo),
    ColonCommand(
      name: "reset", argument: "",
      summary: Label(
        nb: "ta bort alle definisjoner (`:undo` henter dem)", en: "take all definitions away (`:undo` brings them back)"
      ),
      action: .reset),
    ColonCommand(
      name: "save", argument: "[FILE]",
      summary: Label(
        nb: "skriv økta som en policy-fil; `:save! FILE` erstatter en annen",
        en: "write the session as a policy file; `:save! FILE` replaces another"),
      action: .save, canBeForced: true),
    ColonCommand(
      name: "load", argument: "FILE",
      summary: Label(nb: "ta inn en policy-fil som om den var skrevet her", en: "take in a policy file as if typed"),
      action: .load),
    ColonCommand(
      name: "reload", argument: "",
      summary: Label(nb: "ta inn den siste fila på nytt", en: "take in the last file again"), action: .reload),
    ColonCommand(
      name: "quit", argument: "", summary: Label(nb: "avslutt (Ctrl-D)", en: "leave (Ctrl-D)"), action: .quit),
  ]

  /// The command that a line asks for, and what follows its name.
  ///
  /// A name may be shortened as far as it stays unique.
  static func find(_ line: Substring) -> Result<Request, Unknown> {
    let words = line.drop { $0 == ":" || $0.isWhitespace }
    let written = words.prefix { !$0.isWhitespace }.lowercased()
    let argument = words.dropFirst(written.count).trimmed
    let isForced = written.hasSuffix("!")
    let name = isForced ? String(written.dropLast()) : written
    let matches = all.filter { $0.name.hasPrefix(name) && ($0.canBeForced || !isForced) }
    if !name.isEmpty, let command = matches.first(where: { $0.name == name }) ?? (matches.count == 1 ? matches[0] : nil)
    {
      return .success(Request(command: command, argument: argument, isForced: isForced))
    }
    return .failure(Unknown(name: written, candidates: matches.map(\.name)))
  }

  /// A command with what was written behind it.
  struct Request {
    var command: ColonCommand
    var argument: String
    /// Whether `!` stood behind its name.
    var isForced = false
  }

  /// A name that is no command, or the beginning of several.
  struct Unknown: Error {
    var name: String
    var candidates: [String]

    var message: Label {
      if name.isEmpty {
        return Label(nb: "Skriv `:help` for en liste over kommandoer.", en: "Type `:help` for a list of commands.")
      }
      if candidates.count > 1 {
        let names = candidates.map { "`:\($0)`" }.joined(separator: ", ")
        return Label(nb: "`:\(name)` kan være \(names).", en: "`:\(name)` can be \(names).")
      }
      let near = Spelling.nearest(to: name, among: ColonCommand.all.map(\.name))
      return Label(
        nb: "Det finnes ingen kommando `:\(name)`. " + (near.map { "Mente du `:\($0)`?" } ?? "Se `:help`."),
        en: "There is no command `:\(name)`. " + (near.map { "Did you mean `:\($0)`?" } ?? "See `:help`."))
    }
  }
}

extension Substring {
  /// Without blanks at both ends.
  var trimmed: String {
    var rest = drop(while: \.isWhitespace)
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
