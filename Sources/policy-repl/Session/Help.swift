import PolicyCore
import PolicyLang
import PolicyReport

/// What `:help` prints; made from the tables of commands and words and from the declarations.
struct Help {
  var catalogue: Catalogue
  var style: TextStyle

  private var language: OutputLanguage { style.language }

  /// The page of a topic, or the overview; `nil` when there is no such topic.
  func page(_ topic: String) -> String? {
    let topic = topic.drop { $0 == ":" }.lowercased()
    if topic.isEmpty { return overview }
    if let list = lists.first(where: { $0.topic == topic }) { return list.text }
    if let command = ColonCommand.all.first(where: { $0.name == topic }) { return line(command) }
    let words = Language.keywords.filter { $0.word.lowercased() == topic }
    return words.isEmpty ? nil : words.map(line).joined(separator: "\n")
  }

  /// The names of all topics, for completion.
  static let topics = ["language", "units", "names"] + Language.keywords.filter(\.isAvailable).map(\.word)

  private var overview: String {
    let example = """
        use introduction_programme
        scenario three_years from baseline
          programme.length = 36 months
        end
        compare baseline, three_years over 9 years by sex show employed
      """
    let commands = ColonCommand.all.map(line).joined(separator: "\n")
    return language == .nb
      ? """
      Skriv det samme som i en policy-fil, for eksempel:

      \(example)

      Tab fullfører ord og navn; Ctrl-C stopper en kjøring; pil opp henter det du skrev før.

      \(commands)
        Emner: language, units, names, og hvert ord i språket: `:help compare`.
      """
      : """
      Type what a policy file says, for example:

      \(example)

      Tab completes words and names; Ctrl-C stops a run; arrow up brings back what you typed.

      \(commands)
        Topics: language, units, names, and each word of the language: `:help compare`.
      """
  }

  private var lists: [(topic: String, text: String)] {
    let words = Language.keywords.filter { $0.isAvailable }
    return [
      ("language", words.filter { $0.role != .unit }.map(line).joined(separator: "\n")),
      ("units", words.filter { $0.role == .unit }.map(line).joined(separator: "\n")),
      (
        "names", catalogue.isEmpty ? firstUse : DocumentationPage(catalogue, style: style).index
      ),
    ]
  }

  private var firstUse: String {
    language == .nb
      ? "Navnene kommer med `use introduction_programme`." : "The names come with `use introduction_programme`."
  }

  private func line(_ command: ColonCommand) -> String {
    let head = ":\(command.name)" + (command.argument.isEmpty ? "" : " \(command.argument)")
    return "  " + head.padded(to: 22) + command.summary[language]
  }

  private func line(_ keyword: Keyword) -> String {
    "  " + keyword.word.padded(to: 12) + keyword.documentation
      + (keyword.isAvailable ? "" : language == .nb ? " Ikke i denne versjonen." : " Not in this version.")
  }
}

extension Catalogue {
  var isEmpty: Bool { levers.isEmpty && outcomes.isEmpty && attributes.isEmpty }
}

extension String {
  func padded(to width: Int) -> String { self + String(repeating: " ", count: max(1, width - count)) }
}
