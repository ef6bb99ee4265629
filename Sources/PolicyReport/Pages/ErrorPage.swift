import PolicyCore

/// The page of a diagnostic for a terminal, made from its Markdown: headings, paragraphs, and code with an indent.
public struct ErrorPage {
  var markdown: String
  var style: TextStyle

  public init(_ markdown: String, style: TextStyle) {
    self.markdown = markdown
    self.style = style
  }

  public var text: String {
    var lines: [String] = []
    var isCode = false
    for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        isCode.toggle()
      } else if isCode {
        lines.append(line.isEmpty ? "" : "    " + line)
      } else if line.hasPrefix("# ") {
        lines.append("  " + style.paint(String(line.dropFirst(2)), .bold))
      } else {
        lines.append(style.wrap(Self.plain(line)))
      }
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.joined(separator: "\n")
  }

  /// Without what a link leads to.
  private static func plain(_ line: Substring) -> String {
    String(line).replacing(/\[([^\]]*)\]\([^)]*\)/) { String($0.1) }
  }
}
