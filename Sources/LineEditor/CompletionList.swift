/// One way to go on, with what helps to choose it (a lever's unit and range).
public struct Suggestion: Hashable, Sendable {
  public var text: String
  public var detail: String

  public init(_ text: String, detail: String = "") {
    self.text = text
    self.detail = detail
  }
}

/// The ways to go on at a cursor.
public struct CompletionList: Hashable, Sendable {
  /// Byte offset, in the text that was asked about, of the word that a completion replaces.
  public var wordStart: Int
  public var suggestions: [Suggestion]

  public init(wordStart: Int, suggestions: [Suggestion]) {
    self.wordStart = wordStart
    self.suggestions = suggestions
  }

  /// What all suggestions begin with.
  var commonPrefix: String {
    guard var prefix = suggestions.first?.text[...] else { return "" }
    for suggestion in suggestions.dropFirst() {
      while !suggestion.text.hasPrefix(prefix) { prefix.removeLast() }
    }
    return String(prefix)
  }

  /// The list as it is printed: in columns, or one a line when there are details to show.
  func listing(width: Int) -> String {
    suggestions.contains { !$0.detail.isEmpty } ? detailedListing(width: width) : columns(width: width)
  }

  private func detailedListing(width: Int) -> String {
    let nameWidth = suggestions.map(\.text.count).max() ?? 0
    return suggestions.map { suggestion in
      let line = "  " + suggestion.text.padded(to: nameWidth) + "  " + suggestion.detail
      return String(line.prefix(max(width - 1, 20))).trimmedAtEnd
    }.joined(separator: "\n")
  }

  private func columns(width: Int) -> String {
    let columnWidth = (suggestions.map(\.text.count).max() ?? 0) + 2
    let columnCount = max(1, (width - 1) / columnWidth)
    let rowCount = (suggestions.count + columnCount - 1) / columnCount
    return (0..<rowCount).map { row in
      stride(from: row, to: suggestions.count, by: rowCount)
        .map { suggestions[$0].text.padded(to: columnWidth) }.joined().trimmedAtEnd
    }.joined(separator: "\n")
  }
}

extension String {
  func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }

  var trimmedAtEnd: String {
    var rest = self[...]
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
