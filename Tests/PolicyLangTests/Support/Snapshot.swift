import Foundation
import Testing

/// Compares a text with the one on record.
///
/// With `RECORD_SNAPSHOTS` set it writes the record instead and fails, so that no run that records can pass; where
/// `CI` is set it never writes.
func expectSnapshot(_ text: String, at path: String, location: SourceLocation = #_sourceLocation) {
  let environment = ProcessInfo.processInfo.environment
  let recorded = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
  guard recorded != text else { return }
  if environment["RECORD_SNAPSHOTS"] != nil, environment["CI"] == nil {
    do {
      try text.write(toFile: path, atomically: true, encoding: .utf8)
      Issue.record("recorded \(path)", sourceLocation: location)
    } catch {
      Issue.record("could not record \(path): \(error)", sourceLocation: location)
    }
    return
  }
  let lines = (text.split(separator: "\n", omittingEmptySubsequences: false))
  let expected = recorded.split(separator: "\n", omittingEmptySubsequences: false)
  let line = zip(lines, expected).enumerated().first { $1.0 != $1.1 }?.offset ?? min(lines.count, expected.count)
  func part(_ lines: [Substring]) -> String { lines.dropFirst(line).prefix(8).joined(separator: "\n") }
  Issue.record(
    "differs from \(path) at line \(line + 1)\n--- expected\n\(part(expected))\n--- found\n\(part(lines))",
    sourceLocation: location)
}
