import ArgumentParser
import ErrorPages
import PolicyCore
import PolicyReport

/// `explain ID`: what a diagnostic means, with an example of each.
struct ExplainCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Explains what an error or a warning of a policy file means.")

  @Argument(help: "The id in brackets, as unknown-lever; without one, the list of ids.")
  var id: String?

  @OptionGroup var shared: SharedOptions

  func run(on console: Console) throws {
    guard let text = Explanation(style: console.outputStyle).text(of: id ?? "") else {
      throw Stop(.usage, Explanation.unknown(id ?? ""))
    }
    try console.print(text)
  }
}

/// What `explain` shows: the page of an id, or all ids.
struct Explanation {
  var style: TextStyle

  /// - Parameter id: As messages show it; brackets and what stands before them (`error[unknown-lever]`) do no harm.
  /// - Returns: `nil` when there is no such id.
  func text(of id: String) -> String? {
    let id = Self.bare(id)
    if id.isEmpty { return ErrorPages.ids.map { "  " + $0 }.joined(separator: "\n") }
    return ErrorPages.text(id.lowercased()).map { MarkdownPage($0, style: style).text }
  }

  /// That there is no page of an id, and which one may have been meant.
  static func unknown(_ id: String) -> Label { Names.unknown(bare(id), among: ErrorPages.ids) }

  private static func bare(_ id: String) -> String {
    let bracketed = id.drop { $0 != "[" }.dropFirst().prefix { $0 != "]" }
    return bracketed.isEmpty ? id : String(bracketed)
  }
}
