import Foundation
import Testing

/// The pages of the tutorial, whose answers are the program's own.
///
/// A block that is fenced as `session` has what is typed after `policy> ` and `   ...> `; what the program answers follows it,
/// fenced as `answer`. With `POLICY_RECORD=1` the answers are written back, and the test fails so that nobody records unknowingly.
@Suite struct TutorialTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "docs/tutorial")
  static let names: [String] =
    (try? FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.first?.isNumber == true }.sorted())
    ?? []

  @Test func thereAreTen() throws {
    #expect(Self.names.count == 10)
    let index = try String(contentsOf: Self.folder.appending(path: "README.md"), encoding: .utf8)
    for name in Self.names { #expect(index.contains("](\(name))")) }
  }

  @Test(arguments: names) func page(name: String) throws {
    let file = Self.folder.appending(path: name)
    let text = try String(contentsOf: file, encoding: .utf8)
    let played = try Self.play(text)
    expectRecorded(played, asIn: text, at: file)
  }

  /// The page with what its blocks print now.
  private static func play(_ text: String) throws -> String {
    // What the session has accepted so far, and what it answered.
    var typed = ""
    var before = Program.Result(status: 0, output: "", errors: "")
    var played: [Substring] = []
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
    while let line = lines.popFirst() {
      if line == "```answer" {
        while let next = lines.popFirst(), next != "```" {}
        if lines.first == "" { lines.removeFirst() }
        continue
      }
      played.append(line)
      guard line == "```session" else { continue }
      var block = ""
      while let next = lines.popFirst() {
        played.append(next)
        if next == "```" { break }
        block += next.dropFirst("policy> ".count) + "\n"
      }
      // What was typed before is typed again, and its answers are left out.
      let now = try Program.run([], input: typed + block)
      let answer = now.output.dropFirst(before.output.count) + now.errors.dropFirst(before.errors.count)
      // An entry with an error ends what is piped; the page goes on without it.
      if now.status == 0 { (before, typed) = (now, typed + block) }
      played += ["", "```answer"]
      played += answer.split(separator: "\n").map { Substring($0.replacing(/, [0-9]+\.[0-9] s$/, with: "")) }
      played.append("```")
    }
    return played.joined(separator: "\n")
  }
}
