/// One way to go on, with what helps to choose it (a lever's unit and range).
public struct Completion: Hashable, Sendable {
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
  public var completions: [Completion]

  public init(wordStart: Int, completions: [Completion]) {
    self.wordStart = wordStart
    self.completions = completions
  }

  /// What all completions begin with.
  var commonPrefix: String {
    guard var prefix = completions.first?.text[...] else { return "" }
    for completion in completions.dropFirst() {
      while !completion.text.hasPrefix(prefix) { prefix.removeLast() }
    }
    return String(prefix)
  }

  /// The list as it is printed: in columns, or one a line when there are details to show.
  func listing(width: Int) -> String {
    completions.contains { !$0.detail.isEmpty } ? detailedListing(width: width) : columns(width: width)
  }

  private func detailedListing(width: Int) -> String {
    let nameWidth = completions.map(\.text.count).max() ?? 0
    return completions.map { completion in
      let line = "  " + completion.text.padded(to: nameWidth) + "  " + completion.detail
      return String(line.prefix(max(width - 1, 20))).trimmedAtEnd
    }.joined(separator: "\n")
  }

  private func columns(width: Int) -> String {
    let columnWidth = (completions.map(\.text.count).max() ?? 0) + 2
    let columnCount = max(1, (width - 1) / columnWidth)
    let rowCount = (completions.count + columnCount - 1) / columnCount
    return (0..<rowCount).map { row in
      stride(from: row, to: completions.count, by: rowCount)
        .map { completions[$0].text.padded(to: columnWidth) }.joined().trimmedAtEnd
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
