import PolicyCore

/// Writes tokens beside each other: one blank between two, except where the language writes none.
struct Spacing {
  let file: SourceFile

  func text(_ tokens: ArraySlice<Token>) -> String {
    var text = ""
    for index in tokens.indices {
      if index > tokens.startIndex, hasBlank(before: index, in: tokens) { text += " " }
      text += self.text(tokens[index])
    }
    return text
  }

  func text(_ token: Token) -> String {
    switch token.kind {
    case .name(let name): name
    case .symbol(let symbol): symbol.rawValue
    // The unbreakable and narrow blanks of printed tables become plain ones.
    case .number: String(file.text(of: token.span).map { $0.isWhitespace ? " " : $0 })
    default: file.text(of: token.span)
    }
  }

  private func hasBlank(before index: Int, in tokens: ArraySlice<Token>) -> Bool {
    let token = tokens[index]
    let previous = tokens[index - 1]
    switch (previous.kind, token.kind) {
    case (_, .symbol(.comma)), (_, .symbol(.colon)), (_, .symbol(.close)), (_, .symbol(.dot)): return false
    case (.symbol(.open), _): return false
    case (.symbol(.minus), _): return !isSign(index - 1, in: tokens)
    case (.name(let name), .symbol(.open)):
      // `kr(2018)` and calls stand together, `in (a, b)` and `0 pp (warning)` apart; whether another name is called is
      // not known here, so that stays as it is.
      if name == "kr" { return false }
      if Language.reservedWords.contains(name) || Language.units.contains(name) { return true }
      let isWarning = index + 1 < tokens.endIndex && tokens[index + 1].kind == .name("warning")
      return isWarning || token.followsBlank
    default: return true
    }
  }

  /// Whether a minus belongs to the number after it, as in `-2 pp`; a subtraction has blanks on both sides.
  private func isSign(_ index: Int, in tokens: ArraySlice<Token>) -> Bool {
    if index + 1 < tokens.endIndex, !tokens[index + 1].followsBlank { return true }
    guard index > tokens.startIndex else { return true }
    switch tokens[index - 1].kind {
    case .symbol(.close), .symbol(.percent): return false
    case .symbol: return true
    case .name(let name):
      if Language.reservedWords.contains(name) { return true }
      guard index > tokens.startIndex + 1, case .name(let before) = tokens[index - 2].kind else { return false }
      return ["at least", "at most", "more than", "less than"].contains("\(before) \(name)")
    default: return false
    }
  }
}
