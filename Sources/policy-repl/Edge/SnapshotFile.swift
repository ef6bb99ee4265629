import PolicyCore
import PolicyReport

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The snapshots of one policy file: `__snapshots__/NAME.snap` beside it.
struct SnapshotFile {
  let path: String
  private let folder: String
  /// The policy file's name without folders.
  private let name: String
  /// By statement.
  let recorded: [String: Snapshot]

  /// - Returns: `nil` for standard input, which has no place beside it.
  /// - Throws: `Stop` for a file that is there and cannot be read.
  init?(of policy: String) throws {
    guard policy != "-", policy != "<stdin>" else { return nil }
    let parts = policy.split(separator: "/", omittingEmptySubsequences: false)
    let parent = parts.dropLast().joined(separator: "/")
    folder = (parts.count > 1 ? parent + "/" : "") + "__snapshots__"
    name = String(parts.last ?? "")
    path = "\(folder)/" + (name.hasSuffix(".policy") ? String(name.dropLast(".policy".count)) : name) + ".snap"
    recorded = try Self.read(path)
  }

  private static func read(_ path: String) throws -> [String: Snapshot] {
    let bytes: [UInt8]
    do { bytes = try InputFile.policy(path) } catch {
      if error.isMissing { return [:] }
      throw Stop(
        .failure,
        Label(nb: "\(path) kan ikke leses: \(error.reason).", en: "\(path) cannot be read: \(error.reason)."))
    }
    do throws(SnapshotFormat.Malformed) {
      let snapshots = try SnapshotFormat.read(String(decoding: bytes, as: UTF8.self))
      return Dictionary(snapshots.map { ($0.text, $0) }, uniquingKeysWith: { first, _ in first })
    } catch {
      throw Stop(
        .failure,
        Label(
          nb: "\(path), linje \(error.line), er ikke slik programmet skriver den. Slett fila, og lag den på nytt med "
            + "`test --update`.",
          en: "\(path), line \(error.line), is not as the program writes it. Delete the file, and make it again with "
            + "`test --update`."))
    }
  }

  /// Records what was found, in the place of all that was on record.
  ///
  /// - Throws: `Stop` when it cannot be written.
  func record(_ results: inout [SnapshotResult]) throws {
    let changed = results.contains { $0.status != .matched } || Set(results.map(\.text)).count != recorded.count
    guard changed else { return }
    var seen: Set<String> = []
    // What is within its tolerance stays as it was recorded, so that small steps do not add up unseen.
    let snapshots = results.filter { seen.insert($0.text).inserted }.map { result in
      result.status == .matched ? recorded[result.text] ?? result.found : result.found
    }
    _ = try OutputFolder(folder)
    try OutputFile(path).write(SnapshotFormat.text(snapshots, of: name))
    for index in results.indices where results[index].status != .matched {
      results[index].status = .recorded
      results[index].differences = []
      results[index].remark = nil
    }
  }

  /// Statements on record that the file does not have any more.
  func obsolete(_ results: [SnapshotResult]) -> Int {
    Set(recorded.keys).subtracting(results.map(\.text)).count
  }
}
