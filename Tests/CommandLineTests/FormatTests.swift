import Foundation
import Testing

/// What `fmt` does to files on disk; what it prints is in Transcripts/format.txt.
@Suite struct FormatTests {
  static let typed = "language 1\nlet  a=1"
  static let formatted = "language 1\nlet a = 1\n"

  private func number(_ file: URL) throws -> Int {
    try #require(try FileManager.default.attributesOfItem(atPath: file.path)[.systemFileNumber] as? Int)
  }

  @Test func aFileIsReplacedWholeAndKeepsItsRights() throws {
    let scratch = try Scratch()
    let file = try scratch.file("a.policy", Self.typed)
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file.path)
    #expect(try Program.run(["fmt", "a.policy"], in: scratch.url).status == 0)
    #expect(try String(contentsOf: file, encoding: .utf8) == Self.formatted)
    #expect(try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int == 0o640)
    #expect(try scratch.names() == ["a.policy"])
  }

  @Test func aLinkStaysALink() throws {
    let scratch = try Scratch()
    let file = try scratch.file("real/a.policy", Self.typed)
    let link = scratch.url.appending(path: "link.policy")
    try FileManager.default.createSymbolicLink(at: link, withDestinationURL: file)
    #expect(try Program.run(["fmt", "link.policy"], in: scratch.url).output == "link.policy\n")
    #expect(try String(contentsOf: file, encoding: .utf8) == Self.formatted)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link.path) == file.path)
  }

  @Test func whatIsFormattedIsNotTouched() throws {
    let scratch = try Scratch()
    let file = try scratch.file("a.policy", Self.formatted)
    let before = try number(file)
    let result = try Program.run(["fmt", "a.policy"], in: scratch.url)
    #expect(result.status == 0 && result.output == "")
    #expect(try number(file) == before)
  }

  @Test func neitherErrorsNorCheckChangeAFile() throws {
    let scratch = try Scratch()
    let wrong = try scratch.file("wrong.policy", "language 1\nlet  a=2,5")
    let typed = try scratch.file("typed.policy", Self.typed)
    #expect(try Program.run(["fmt", "--check", "."], in: scratch.url).status == 2)
    #expect(try String(contentsOf: typed, encoding: .utf8) == Self.typed)
    #expect(try Program.run(["fmt"], in: scratch.url).status == 2)
    #expect(try String(contentsOf: wrong, encoding: .utf8) == "language 1\nlet  a=2,5")
    #expect(try String(contentsOf: typed, encoding: .utf8) == Self.formatted)
  }

  @Test func coloursAreAsked() throws {
    let result = try Program.run(["fmt", "--check", "-", "--color", "always"], input: Self.typed)
    #expect(result.output.contains("\u{1B}[31m-let  a=1\u{1B}[0m\n"))
    #expect(result.output.contains("\u{1B}[32m+let a = 1\u{1B}[0m\n"))
  }
}
