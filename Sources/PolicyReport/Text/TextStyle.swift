import PolicyCore

/// How text for people is written.
public struct TextStyle: Hashable, Sendable {
  public var language: OutputLanguage
  /// Columns of the terminal or page.
  public var width: Int
  /// Whether ANSI escapes may be used; nothing is ever told by colour alone.
  public var usesColour: Bool
  /// Whether tables and paragraphs are written as Markdown, which is not broken into lines.
  private(set) var isMarkdown = false

  public init(language: OutputLanguage = .en, width: Int = 100, usesColour: Bool = false) {
    self.language = language
    self.width = max(width, 40)
    self.usesColour = usesColour
  }

  /// The same words as Markdown.
  public var asMarkdown: TextStyle {
    var style = TextStyle(language: language, width: 1_000_000)
    style.isMarkdown = true
    return style
  }

  enum Ink: String {
    case bold = "1"
    case dim = "2"
    case red = "31"
    case green = "32"
    case yellow = "33"
  }

  func paint(_ text: String, _ ink: Ink) -> String {
    usesColour && !text.isEmpty ? "\u{1B}[\(ink.rawValue)m\(text)\u{1B}[0m" : text
  }

  /// A line of its own above a table.
  func title(_ text: String) -> String { isMarkdown ? "**\(wrap(text))**" : paint(text, .bold) }

  /// Picks the words of the output's language.
  func say(nb: String, en: String) -> String { language == .nb ? nb : en }

  /// What `:` in a table means.
  var suppressed: String {
    say(
      nb: ": skjult, hviler på færre enn 5 personer eller ville røpe det",
      en: ": hidden, rests on fewer than 5 persons or would give that away")
  }

  /// A `##` text: its paragraphs, which empty lines divide.
  func paragraphs(_ documentation: String) -> [String] {
    var paragraphs: [String] = []
    for line in documentation.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.allSatisfy(\.isWhitespace) || paragraphs.isEmpty { paragraphs.append("") }
      paragraphs[paragraphs.count - 1] += " " + line
    }
    return paragraphs.map { wrap($0) }.filter { !$0.isEmpty }
  }

  /// Breaks a paragraph at blanks so that every line fits, each with the indent.
  func wrap(_ text: String, indent: Int = 2) -> String {
    if isMarkdown { return Markdown.escaped(text.split(separator: " ").joined(separator: " ")) }
    let margin = String(repeating: " ", count: indent)
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if line.isEmpty {
        line = margin + word
      } else if line.count + 1 + word.count <= width {
        line += " " + word
      } else {
        lines.append(line)
        line = margin + word
      }
    }
    if !line.isEmpty { lines.append(line) }
    return lines.joined(separator: "\n")
  }
}

extension String {
  func padded(to width: Int) -> String { self + String(repeating: " ", count: Swift.max(0, width - count)) }
  func indented(to width: Int) -> String { String(repeating: " ", count: Swift.max(0, width - count)) + self }

  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
