import Foundation
import Testing

/// Compares what was played with what a file has on record.
///
/// With `POLICY_RECORD=1` what was played is written back, and the test fails so that nobody records unknowingly.
func expectRecorded(
  _ played: String, asIn recorded: String, at file: URL, location: SourceLocation = #_sourceLocation
) {
  guard played != recorded else { return }
  if ProcessInfo.processInfo.environment["POLICY_RECORD"] == "1" {
    do { try Data(played.utf8).write(to: file) } catch {
      Issue.record("could not record \(file.lastPathComponent): \(error)", sourceLocation: location)
    }
  }
  Issue.record(
    "\(file.lastPathComponent) prints something else:\n\(difference(recorded, played))", sourceLocation: location)
}

private func difference(_ old: String, _ new: String) -> String {
  new.split(separator: "\n", omittingEmptySubsequences: false)
    .difference(from: old.split(separator: "\n", omittingEmptySubsequences: false))
    .map { change in
      switch change {
      case .remove(let line, let text, _): "-\(line + 1): \(text)"
      case .insert(let line, let text, _): "+\(line + 1): \(text)"
      }
    }.joined(separator: "\n")
}
