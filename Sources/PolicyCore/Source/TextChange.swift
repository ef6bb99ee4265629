/// The first lines in which two texts differ.
public struct TextChange: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable {
    case kept = " "
    case removed = "-"
    case added = "+"
  }

  public struct Line: Hashable, Sendable {
    public var kind: Kind
    /// What can be printed of it, with signs for blanks that would not be seen: `·` at the end of a line, `→` for a tab,
    /// `⍽` for an unbreakable blank, `␍` for a carriage return.
    public var text: String
    /// Whether the text ends here without a line end.
    public var isUnfinished: Bool
  }

  /// Where the first difference stands, from 1.
  public var firstLine: Int
  /// The line before the first difference, what differs, and the line after it; differences a line apart are shown
  /// together.
  public var lines: [Line] = []
  /// Whether the texts also differ below these lines.
  public var goesOn = false

  /// How many neighbouring lines of each text are shown at most.
  private static let longestRun = 4
  /// After so many lines nothing more is begun.
  private static let longest = 8
  /// How far below the first difference lines are compared.
  private static let reach = 24

  /// Compares two texts; `nil` when they are the same to the byte.
  public init?(from old: SourceFile, to new: SourceFile) {
    let old = TextLine.lines(of: old.bytes)
    let new = TextLine.lines(of: new.bytes)
    guard old != new else { return nil }
    let start = zip(old, new).prefix { $0 == $1 }.count
    firstLine = start + 1
    if start > 0 { append(.kept, old[start - 1]) }
    var pair = Pair(old[start...].prefix(Self.reach), new[start...].prefix(Self.reach))
    while true {
      let (removed, added) = pair.nextRun()
      for line in removed.prefix(Self.longestRun) { append(.removed, line) }
      for line in added.prefix(Self.longestRun) { append(.added, line) }
      if max(removed.count, added.count) > Self.longestRun {
        goesOn = true
        return
      }
      guard let line = pair.nextKept() else { break }
      append(.kept, line)
      if lines.count >= Self.longest || pair.isAtKept { break }
    }
    goesOn = old[(start + pair.before)...] != new[(start + pair.after)...]
  }

  private mutating func append(_ kind: Kind, _ line: TextLine) {
    lines.append(Line(kind: kind, text: line.visible, isUnfinished: line.end == .none))
  }
}

/// A walk through two lists of lines at once.
private struct Pair {
  let old: [TextLine]
  let new: [TextLine]
  let removals: Set<Int>
  let insertions: Set<Int>
  /// How many lines of each are behind.
  var before = 0
  var after = 0

  init(_ old: ArraySlice<TextLine>, _ new: ArraySlice<TextLine>) {
    self.old = Array(old)
    self.new = Array(new)
    let difference = self.new.difference(from: self.old)
    removals = Set(difference.removals.map(\.offset))
    insertions = Set(difference.insertions.map(\.offset))
  }

  /// Whether the same line comes next in both.
  var isAtKept: Bool {
    before < old.count && after < new.count && !removals.contains(before) && !insertions.contains(after)
  }

  mutating func nextRun() -> (removed: [TextLine], added: [TextLine]) {
    let starts = (before, after)
    while removals.contains(before) { before += 1 }
    while insertions.contains(after) { after += 1 }
    return (Array(old[starts.0..<before]), Array(new[starts.1..<after]))
  }

  mutating func nextKept() -> TextLine? {
    guard isAtKept else { return nil }
    defer {
      before += 1
      after += 1
    }
    return old[before]
  }
}

extension CollectionDifference.Change {
  fileprivate var offset: Int {
    switch self {
    case .insert(let offset, _, _), .remove(let offset, _, _): offset
    }
  }
}

/// A line with how it ends.
private struct TextLine: Hashable {
  enum End: Hashable { case lineFeed, carriageReturn, none }

  var bytes: ArraySlice<UInt8>
  var end: End

  static func lines(of bytes: [UInt8]) -> [TextLine] {
    var lines: [TextLine] = []
    var rest = bytes[...]
    while let index = rest.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) {
      let isPair = rest[index] == 0x0D && index + 1 < rest.endIndex && rest[index + 1] == 0x0A
      lines.append(TextLine(bytes: rest[..<index], end: rest[index] == 0x0A ? .lineFeed : .carriageReturn))
      rest = rest[(index + (isPair ? 2 : 1))...]
    }
    if !rest.isEmpty { lines.append(TextLine(bytes: rest, end: .none)) }
    return lines
  }

  /// What is shown of a line: the beginning of a very long one.
  var visible: String {
    let characters = Array(String(decoding: bytes.prefix(4_000), as: UTF8.self)).prefix(400)
    let length = characters.count - characters.reversed().prefix { $0 == " " }.count
    var text = characters.prefix(length).map { $0.isHiddenBlank ? $0.sign : $0.shown }.joined()
    text += String(repeating: "·", count: characters.count - length)
    if characters.count < bytes.count, characters.count == 400 { text += "…" }
    return text + (end == .carriageReturn ? "␍" : "")
  }
}

extension Character {
  fileprivate var isHiddenBlank: Bool { self == "\t" || self == "\u{A0}" || self == "\u{202F}" }
  fileprivate var sign: String { self == "\t" ? "→" : "⍽" }
}
