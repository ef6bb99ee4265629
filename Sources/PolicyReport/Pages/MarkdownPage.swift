import PolicyCore

/// A page of Markdown for a terminal: headings, paragraphs and lists that fit the width, and code with an indent.
///
/// Blocks fenced as `answer` are left out: they are what the reader will see.
public struct MarkdownPage {
  var markdown: String
  var style: TextStyle

  public init(_ markdown: String, style: TextStyle) {
    self.markdown = markdown
    self.style = style
  }

  public var text: String {
    var lines: [String] = []
    var paragraph = ""
    var fence: Substring?
    func wrapped(_ text: String) -> String {
      let isItem = text.hasPrefix("- ") || text.first?.isNumber == true
      return style.wrap(shown(text), indent: isItem ? text.prefix { $0 != " " }.count + 3 : 2)
    }
    func add(_ line: String) {
      // What was left out leaves no gap.
      if !line.isEmpty || lines.last?.isEmpty == false { lines.append(line) }
    }
    func end() {
      if !paragraph.isEmpty { add(wrapped(paragraph)) }
      paragraph = ""
    }
    for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
      switch fence {
      case .some where line.hasPrefix("```"): fence = nil
      case "answer": break
      case .some: lines.append(line.isEmpty ? "" : "    " + line)
      case nil:
        let isItem = line.hasPrefix("- ") || line.firstMatch(of: #/^[0-9]+\. /#) != nil
        if isItem || line.isEmpty || line.hasPrefix("#") || line.hasPrefix("```") { end() }
        if line.hasPrefix("```") {
          fence = line.dropFirst(3)
        } else if line.hasPrefix("#") {
          add("  " + style.paint(String(line.drop { $0 == "#" || $0 == " " }), .bold))
        } else if line.isEmpty {
          add("")
        } else {
          paragraph += (paragraph.isEmpty ? "" : " ") + line
        }
      }
    }
    end()
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.joined(separator: "\n")
  }

  /// Without what a link leads to, and without the stars of emphasis.
  private func shown(_ text: String) -> String {
    text.replacing(/\[([^\]]*)\]\([^)]*\)/) { String($0.1) }
      .replacing(/\*\*([^*]+)\*\*/) { String($0.1) }
      .replacing(/\*([^*\s][^*]*)\*/) { String($0.1) }
  }
}
