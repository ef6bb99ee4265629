extension Columns.Row {
  /// The cells of a statement's first line; `nil` when it stands in no table.
  init?(_ item: LayoutItem, spacing: Spacing) {
    let tokens = item.lines[0].tokens
    guard let block = item.enclosing, item.opening == nil, !tokens.isEmpty, !tokens.isEnd else { return nil }
    // The beginning of a statement that goes on below says nothing of where its clauses stand.
    let isWhole = item.lines.count == 1
    if let equals = tokens.firstIndex(where: { $0.kind == .symbol(.equals) }), equals > 0,
      tokens[..<equals].allSatisfy(\.isName)
    {
      let clause = isWhole ? Self.clause(of: tokens, after: equals) : tokens.endIndex
      // Among properties `effect during` is a name; elsewhere words before the name make another kind of line.
      let words = block == .statements ? tokens[..<(equals - 1)].map(\.kind) : []
      self.init(
        kind: .assignment(after: words), key: spacing.text(tokens[..<equals]),
        value: spacing.text(tokens[equals..<clause]), clause: spacing.text(tokens[clause...]))
    } else if case .properties(let width) = block {
      let isCategory = tokens[0].kind == .name("category") && tokens.count > 2
      let value = isCategory ? 2 : 1
      self.init(
        kind: isCategory ? .category : .property(width: width), key: spacing.text(tokens[..<value]),
        value: spacing.text(tokens[value...]))
    } else {
      return nil
    }
    comment = item.lines[0].comment ?? ""
  }

  /// Where the words begin that say when, or for whom, a value holds.
  private static func clause(of tokens: [Token], after equals: Int) -> Int {
    var depth = 0
    for index in tokens.indices.dropFirst(equals + 1) {
      switch tokens[index].kind {
      case .symbol(.open): depth += 1
      case .symbol(.close): depth -= 1
      case .name(let word) where depth == 0 && ["from", "until", "in", "for", "instead"].contains(word): return index
      default: break
      }
    }
    return tokens.endIndex
  }
}

extension Token {
  fileprivate var isName: Bool {
    if case .name = kind { true } else { false }
  }
}
