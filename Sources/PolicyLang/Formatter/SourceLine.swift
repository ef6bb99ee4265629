import PolicyCore

/// A line of the source with what stands on it.
struct SourceLine {
  var tokens: [Token] = []
  /// The text of a `#` or `##` that begins on it, after the tokens if there are any.
  var comment: String?
  var isDocumentation = false
  /// Whether at least one line before it is blank.
  var followsBlankLine = false

  /// The lines of a file that are not blank.
  static func lines(of file: SourceFile) -> [SourceLine] {
    let (tokens, _, comments) = Lexer.read(file)
    var lines: [SourceLine] = []
    var number = 0
    var restOfComments = comments[...]

    /// Goes to the line of an offset.
    func enter(_ offset: Int) {
      let next = file.line(at: offset)
      guard lines.isEmpty || next > number else { return }
      lines.append(SourceLine(followsBlankLine: next > number + 1))
      number = next
    }
    func addComments(before offset: Int) {
      while let comment = restOfComments.first, comment.start < offset {
        enter(comment.start)
        lines[lines.count - 1].comment = file.text(of: comment).withoutBlanksAtTheEnd
        restOfComments.removeFirst()
      }
    }

    for token in tokens {
      addComments(before: token.span.start)
      switch token.kind {
      case .newline, .endOfFile: continue
      case .documentation:
        enter(token.span.start)
        lines[lines.count - 1].comment = file.text(of: token.span).withoutBlanksAtTheEnd
        lines[lines.count - 1].isDocumentation = true
      default:
        enter(token.span.start)
        lines[lines.count - 1].tokens.append(token)
      }
    }
    addComments(before: .max)
    return lines
  }
}
