import Foundation
import PolicyCore
import Stdlib
import Testing

@testable import PolicyLang

/// What holds for the layout of every file.
@Suite struct FormatterPropertyTests {
  static let root = URL(filePath: CorpusTests.root).deletingLastPathComponent().deletingLastPathComponent()

  /// All policy files of the project that have no errors of syntax, by path.
  static let files: [String: SourceFile] = {
    var files: [String: SourceFile] = [:]
    for folder in ["stdlib", "scenarios", "Tests/Corpus"] {
      let paths = FileManager.default.enumerator(atPath: root.appending(path: folder).path)?.compactMap {
        $0 as? String
      }
      for path in paths ?? [] where path.hasSuffix(".policy") {
        guard let data = FileManager.default.contents(atPath: root.appending(path: "\(folder)/\(path)").path) else {
          continue
        }
        let file = SourceFile(name: "\(folder)/\(path)", bytes: Array(data))
        if (try? Language.format(file)) != nil { files[file.name] = file }
      }
    }
    return files
  }()

  static let paths = files.keys.sorted()

  @Test func thereAreFilesEnough() {
    #expect(Self.paths.count { $0.contains("/good/") } > 20)
    #expect(Self.paths.count { $0.contains("/bad/") } > 20)
    #expect(Self.paths.count { $0.hasPrefix("scenarios/") } >= 15 && Self.paths.count { $0.hasPrefix("stdlib/") } >= 6)
  }

  /// A good program is never refused.
  @Test func allGoodFilesAreFormatted() throws {
    for feature in CorpusTests.features {
      let folder = "\(CorpusTests.root)/\(feature)/good"
      for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
        #expect(Self.files["Tests/Corpus/\(feature)/good/\(name)"] != nil, "\(feature)/\(name)")
      }
    }
  }

  /// The shipped files have the layout themselves.
  @Test func theShippedFilesAreFormatted() throws {
    for (path, file) in Self.files where !path.hasPrefix("Tests/") {
      #expect(try Language.format(file) == String(decoding: file.bytes, as: UTF8.self), "\(path)")
    }
  }

  /// What the language's page shows has it, too.
  @Test func thePageOfTheLanguageIsFormatted() throws {
    let page = try String(contentsOf: Self.root.appending(path: "docs/language.md"), encoding: .utf8)
    let examples = page.components(separatedBy: "```policy\n").dropFirst().compactMap {
      $0.components(separatedBy: "```").first
    }
    #expect(examples.count >= 2)
    for example in examples {
      #expect(try Language.format(SourceFile(name: "language.md", text: example)) == example)
    }
  }

  @Test(arguments: paths) func formattingKeepsTheMeaningAndTheCommentsAndEndsAtOnce(path: String) throws {
    try expectKept(try #require(Self.files[path]))
  }

  /// Other blanks between words, indentation, line ends and more blank lines where there are some change nothing.
  @Test(arguments: paths) func theLayoutDoesNotDependOnHowBlanksWereTyped(path: String) throws {
    let file = try #require(Self.files[path])
    let formatted = try Language.format(file)
    var dice = Dice(state: UInt64(path.utf8.count))
    for _ in 0..<3 {
      let other = SourceFile(name: path, text: dice.respaced(file, movesBlankLines: false))
      #expect(try Language.format(other) == formatted, "\(path)")
    }
  }

  @Test(arguments: paths) func blankLinesAnywhereKeepTheMeaning(path: String) throws {
    let file = try #require(Self.files[path])
    var dice = Dice(state: UInt64(path.utf8.count) &+ 99)
    for _ in 0..<3 {
      let other = SourceFile(name: path, text: dice.respaced(file, movesBlankLines: true))
      #expect(Language.meaning(of: other) == Language.meaning(of: file), "\(path)")
      try expectKept(other)
    }
  }

  /// Each `end` finds its beginning, so that no block of the language is unknown to the layout.
  @Test(arguments: paths) func blocksAreKnown(path: String) throws {
    let file = try #require(Self.files[path])
    let items = LayoutItem.items(of: SourceLine.lines(of: file))
    #expect(items.count { $0.opening != nil } == items.count { $0.tokens.isEnd }, "\(path)")
    for item in items where item.tokens.isEnd { #expect(item.enclosing == nil || item.depth > 0) }
  }

  private func expectKept(_ file: SourceFile) throws {
    let text = try Language.format(file)
    let formatted = SourceFile(name: file.name, text: text)
    #expect(Language.meaning(of: formatted) == Language.meaning(of: file), "\(file.name)")
    #expect(comments(formatted) == comments(file), "\(file.name)")
    #expect(try Language.format(formatted) == text, "\(file.name)")
    #expect(text.hasSuffix("\n") && !text.hasSuffix("\n\n") && !text.contains("\n\n\n"), "\(file.name)")
    #expect(!text.contains(" \n") && !text.contains("\t\n") && !text.contains("\r"), "\(file.name)")
  }

  private func comments(_ file: SourceFile) -> [String] {
    Language.tokens(file).filter { $0.kind == .comment || $0.kind == .documentation }.map {
      file.text(of: $0.span).withoutBlanksAtTheEnd
    }
  }
}

/// A generator with a fixed start, so that a failure can be repeated.
private struct Dice {
  var state: UInt64

  mutating func roll(_ sides: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(sides))
  }

  mutating func blanks(atLeast least: Int) -> String {
    (0..<(least + roll(4))).map { _ in [" ", " ", "\t", "\u{A0}", "\u{202F}"][roll(5)] }.joined()
  }

  /// The same tokens and comments with other blanks between them.
  mutating func respaced(_ file: SourceFile, movesBlankLines: Bool) -> String {
    let end = ["\n", "\r\n", "\r"][roll(3)]
    var text = ""
    var line = 1
    var previous: SourceToken?
    for piece in Language.tokens(file) {
      let next = file.line(at: piece.span.start)
      if let previous, next == line {
        let hadBlank = previous.span.end < piece.span.start
        text += hadBlank ? blanks(atLeast: 1) : mayPart(previous, piece, in: file) ? blanks(atLeast: 0) : ""
      } else {
        let isFirst = previous == nil
        var blankLines = isFirst ? 0 : next - line - 1
        if movesBlankLines { blankLines = roll(3) } else if blankLines > 0 { blankLines += roll(3) }
        let lineEnds = (0..<(blankLines + (isFirst ? 0 : 1))).map { _ in blanks(atLeast: 0) + end }
        text += lineEnds.joined() + blanks(atLeast: 0)
      }
      text += file.text(of: piece.span)
      previous = piece
      line = next
    }
    return text + blanks(atLeast: 0) + (roll(2) == 0 ? end : "")
  }

  /// Whether blanks may come between two tokens that stand together.
  private func mayPart(_ left: SourceToken, _ right: SourceToken, in file: SourceFile) -> Bool {
    ["(", ")", ",", ":"].contains { file.text(of: left.span) == $0 || file.text(of: right.span) == $0 }
      && !(left.kind == .name && file.text(of: right.span) == "(")
  }
}
