import PolicyCore
import PolicyLang

/// A command of the session itself; what it does stands where the session is.
struct ColonCommand: Sendable {
  enum Action: Sendable { case help, documentation, assumptions, quit }

  var name: String
  /// What may follow, as help writes it.
  var argument: String
  var summary: Label
  var action: Action

  /// All commands; help, completion and near names are made from this table.
  static let all = [
    ColonCommand(
      name: "help", argument: "[topic]",
      summary: Label(nb: "hjelp, eller hjelp om et emne", en: "help, or help on a topic"), action: .help),
    ColonCommand(
      name: "doc", argument: "NAME",
      summary: Label(
        nb: "alt om et virkemiddel, utfall, scenario eller annet navn",
        en: "all about a lever, outcome, scenario or other name"), action: .documentation),
    ColonCommand(
      name: "assumptions", argument: "[NAME]",
      summary: Label(nb: "hva som er antatt, og hva det avgjør", en: "what is assumed, and what it decides"),
      action: .assumptions),
    ColonCommand(
      name: "quit", argument: "", summary: Label(nb: "avslutt (Ctrl-D)", en: "leave (Ctrl-D)"), action: .quit),
  ]

  /// The command that a line asks for, and what follows its name.
  ///
  /// A name may be shortened as far as it stays unique.
  static func find(_ line: Substring) -> Result<(command: ColonCommand, argument: String), Unknown> {
    let words = line.drop { $0 == ":" || $0.isWhitespace }
    let name = words.prefix { !$0.isWhitespace }.lowercased()
    let argument = words.dropFirst(name.count).trimmed
    let matches = all.filter { $0.name.hasPrefix(name) }
    if !name.isEmpty, let command = matches.first(where: { $0.name == name }) ?? (matches.count == 1 ? matches[0] : nil)
    {
      return .success((command, argument))
    }
    return .failure(Unknown(name: name, candidates: matches.map(\.name)))
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
