import CLibEdit

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What was typed in earlier sessions, one entry a block.
public struct HistoryFile: Hashable, Sendable {
  static let entryLimit: Int32 = 2_000

  let path: String

  public init(path: String) { self.path = path }

  /// `$XDG_STATE_HOME/PROGRAM/history`, or where that variable points when it is not set.
  public static func standard(program: String, environment: [String: String]) -> HistoryFile? {
    // The variable counts only when it is absolute.
    if let state = environment["XDG_STATE_HOME"], state.hasPrefix("/") {
      return HistoryFile(path: "\(state)/\(program)/history")
    }
    guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
    return HistoryFile(path: "\(home)/.local/state/\(program)/history")
  }

  func load(into entries: OpaquePointer?) { _ = cle_history_load(entries, path) }

  /// Adds an entry to the file; other sessions may have added theirs.
  ///
  /// The file is replaced as a whole, so that a crash or a full disk leaves the old one. That history is not kept is no
  /// reason to disturb a session.
  func append(_ entry: String) {
    makeDirectories()
    let entries = history_init()
    defer { history_end(entries) }
    cle_history_prepare(entries, Self.entryLimit)
    load(into: entries)
    cle_history_add(entries, entry)
    let draft = "\(path).\(getpid())"
    if cle_history_save(entries, draft) < 0 || rename(draft, path) != 0 { unlink(draft) }
  }

  private func makeDirectories() {
    var directory = ""
    for part in path.split(separator: "/").dropLast() {
      directory += "/" + part
      mkdir(directory, 0o700)
    }
  }
}
