import PolicyCore

// text ─ Lexer ─→ tokens and comments ─ SourceLine ─→ lines ─ LayoutItem ─→ depth and blank lines ─ Columns ─→ text
//
// Tokens are moved, never made: statements that are not known yet keep their words, their order and their comments.

/// Why a text is not laid out.
public enum FormatFailure: Error {
  /// The text is no sequence of statements; it is left alone.
  case errors([Diagnostic])
  /// The result would mean something else, which is a fault of the formatter.
  case meaningWouldChange(file: String)
}

extension Language {
  /// The text of a file in the one layout of the language: other blanks, blank lines and line ends, nothing else.
  ///
  /// What names stand for is not asked, so that a file can be laid out without those that it uses.
  ///
  /// - Throws: `FormatFailure.errors` for a text whose syntax has errors.
  public static func format(_ file: SourceFile) throws(FormatFailure) -> String {
    let errors = syntaxErrors(file)
    guard errors.isEmpty else { throw .errors(errors) }
    let text = Formatter(file).text
    let result = SourceFile(name: file.name, text: text)
    guard meaning(of: result) == meaning(of: file), syntaxErrors(result).isEmpty else {
      throw .meaningWouldChange(file: file.name)
    }
    return text
  }

  private static func syntaxErrors(_ file: SourceFile) -> [Diagnostic] {
    parse(file, mode: .file).diagnostics.filter { $0.severity == .error }.sorted()
  }

  /// The tokens without their places; blanks at the end of a `##` line mean nothing.
  static func meaning(of file: SourceFile) -> [Token.Kind] {
    Lexer.read(file).tokens.map { token in
      guard case .documentation(let text) = token.kind else { return token.kind }
      return .documentation(text.withoutBlanksAtTheEnd)
    }
  }
}

extension String {
  var withoutBlanksAtTheEnd: String {
    var text = self[...]
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
