/// A statement with the lines that continue it, or a comment on a line of its own.
struct LayoutItem {
  /// The first holds the beginning of the statement, or the comment.
  var lines: [SourceLine]
  /// How many blocks it stands in.
  var depth = 0
  /// What it opens.
  var opening: BlockOpening?
  /// The block that it stands in.
  var enclosing: BlockOpening?
  /// Whether a blank line stands before it, in the result.
  var followsBlankLine: Bool

  var tokens: [Token] { lines.flatMap(\.tokens) }
  var isComment: Bool { lines[0].tokens.isEmpty }

  /// The items of lines, with their depth and blank lines.
  static func items(of lines: [SourceLine]) -> [LayoutItem] {
    var items = joined(lines)
    nest(&items)
    space(&items)
    return items
  }

  private static func joined(_ lines: [SourceLine]) -> [LayoutItem] {
    var items: [LayoutItem] = []
    var isOpen = false
    for line in lines {
      if isOpen {
        items[items.count - 1].lines.append(line)
      } else {
        items.append(LayoutItem(lines: [line], followsBlankLine: line.followsBlankLine))
      }
      if let last = line.tokens.last { isOpen = last.continuesLine }
    }
    return items
  }

  private static func nest(_ items: inout [LayoutItem]) {
    var blocks: [BlockOpening] = []
    for index in items.indices {
      let tokens = items[index].tokens
      if tokens.isEnd { _ = blocks.popLast() }
      items[index].depth = blocks.count
      items[index].enclosing = blocks.last
      // Properties open nothing.
      if case .properties? = blocks.last { continue }
      guard let opening = BlockOpening(tokens) else { continue }
      items[index].opening = opening
      blocks.append(opening)
    }
  }

  /// Keeps single blank lines where people divide, and makes those that every file has.
  private static func space(_ items: inout [LayoutItem]) {
    for index in items.indices {
      let isFirst = index == 0 || items[index - 1].opening != nil
      // `##` stands directly above what it documents.
      let isDocumented = index > 0 && items[index - 1].lines[0].isDocumentation
      if isFirst || isDocumented || items[index].tokens.isEnd { items[index].followsBlankLine = false }
    }
    for index in items.indices where items[index].depth == 0 && items[index].opening != nil {
      // Comments directly above a block belong to it.
      var first = index
      while first > 0, !items[first].followsBlankLine, items[first - 1].isComment { first -= 1 }
      if first > 0 { items[first].followsBlankLine = true }
    }
  }
}
