import PolicyCore

/// A piece of source with what it is, for colours in a terminal or an editor.
public struct SourceToken: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case keyword, name, number, unit, text, comment, documentation, symbol, invalid
  }

  public var kind: Kind
  public var span: Span
}

extension Language {
  /// The ids of everything that can be wrong, sorted; each has a page in `docs/errors`.
  public static let problemIDs = Problem.ID.allCases.map(\.rawValue)

  /// The pieces of a text in order; blanks and line ends lie between them.
  public static func tokens(_ file: SourceFile) -> [SourceToken] {
    guard Problem.unreadable(file) == nil else { return [] }
    let (tokens, _, comments) = Lexer.read(file)
    var result = comments.map { SourceToken(kind: .comment, span: $0) }
    for (index, token) in tokens.enumerated() where token.span.start < token.span.end && token.kind != .newline {
      let previous = index > 0 ? tokens[index - 1].kind : .newline
      let next = index + 1 < tokens.count ? tokens[index + 1].kind : .endOfFile
      result.append(SourceToken(kind: kind(of: token.kind, after: previous, before: next), span: token.span))
    }
    return result.sorted { $0.span.start < $1.span.start }
  }

  private static func kind(of token: Token.Kind, after previous: Token.Kind, before next: Token.Kind)
    -> SourceToken.Kind
  {
    switch token {
    case .name(let name):
      if case .number = previous, units.contains(name) { return .unit }
      if next == .symbol(.colon), previous != .newline { return .name }
      return wordsByName.contains(name) ? .keyword : .name
    case .number, .month, .weights: return .number
    case .text: return .text
    case .documentation: return .documentation
    case .symbol(.percent): return .unit
    case .symbol: return .symbol
    case .invalid, .newline, .endOfFile: return .invalid
    }
  }

  private static let wordsByName = Set(keywords.filter { $0.role != .unit }.map(\.word))
  static let units = Set(
    keywords.filter { $0.role == .unit }.map(\.word) + ["month", "year", "hour", "person"])
}
