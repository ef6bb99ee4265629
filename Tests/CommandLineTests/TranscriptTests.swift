import Foundation
import Testing

/// Commands with what they print, kept as files that can be read and reviewed.
///
/// `-- NAME` begins a file of the folder that the commands run in, `$ policy-repl …` is a command, `< text` a line that is
/// piped to it. What it prints follows: `| ` before standard output, `! ` before standard error, `[N]` the exit code;
/// how long an answer took is written as no time at all.
/// With `POLICY_RECORD=1` what was printed is written back, and the test fails so that nobody records unknowingly.
@Suite struct TranscriptTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Transcripts")
  static let names: [String] =
    (try? FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".txt") }.sorted()) ?? []

  @Test(arguments: names) func transcript(name: String) throws {
    let file = Self.folder.appending(path: name)
    let text = try String(contentsOf: file, encoding: .utf8)
    let played = try Self.play(text)
    expectRecorded(played, asIn: text, at: file)
  }

  /// The transcript with what its commands print now.
  private static func play(_ text: String) throws -> String {
    let scratch = try Scratch()
    var files: [(name: String, text: String)] = []
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
    var played: [String] = []
    while let line = lines.popFirst() {
      if line.hasPrefix("| ") || line.hasPrefix("! ") || line == "|" || line == "!" || line.hasPrefix("[") { continue }
      played.append(String(line))
      if line.hasPrefix("-- ") {
        files.append((String(line.dropFirst(3)), ""))
      } else if line.hasPrefix("$ ") {
        for file in files { try scratch.file(file.name, file.text) }
        files = []
        var input = ""
        while let next = lines.first, next.hasPrefix("< ") || next == "<" {
          input += next.dropFirst(2) + "\n"
          played.append(String(lines.removeFirst()))
        }
        let words = line.dropFirst(2).split(separator: " ").dropFirst().map(String.init)
        let result = try Program.run(words, input: input, in: scratch.url)
        played += prefixed("|", result.output) + prefixed("!", result.errors) + ["[\(result.status)]"]
      } else if !files.isEmpty {
        files[files.count - 1].text += line + "\n"
      }
    }
    return played.joined(separator: "\n")
  }

  private static func prefixed(_ mark: String, _ text: String) -> [String] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last == "" { lines.removeLast() }
    return lines.map { $0.isEmpty ? mark : "\(mark) \($0.replacing(/\ [0-9][.,][0-9] s$/, with: " 0.0 s"))" }
  }
}
