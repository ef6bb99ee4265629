import PolicyCore

extension ColonCommand {
  /// What `doc` calls the page of all commands.
  static let topic = "commands"

  /// All commands of a session as a page in Markdown.
  static func page(_ language: OutputLanguage) -> String {
    let title = Label(nb: "Kommandoer i en økt", en: "Commands of a session")[language]
    let heads = Label(nb: "| kommando | hva den gjør |", en: "| command | what it does |")[language]
    let rows = all.map { command in
      let head = ":\(command.name)" + (command.argument.isEmpty ? "" : " \(command.argument)")
      return "| `\(head)` | \(command.summary[language]) |"
    }
    return (["# \(title)", "", heads, "|---|---|"] + rows).joined(separator: "\n")
  }
}
