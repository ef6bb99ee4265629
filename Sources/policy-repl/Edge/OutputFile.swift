import PolicyCore

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A file that is written: tried before the work, replaced as a whole after it.
struct OutputFile {
  let path: String
  /// What a symbolic link leads to, so that the link stays one.
  private let target: String

  /// Finds out whether the file can be written.
  ///
  /// - Throws: `Stop` when it cannot.
  init(_ path: String) throws {
    self.path = path
    target = Self.target(of: path)
    var status = stat()
    if stat(path, &status) == 0 {
      if status.st_mode & S_IFMT == S_IFDIR { throw unwritable(EISDIR) }
      if access(path, W_OK) != 0 { throw unwritable(errno) }
      if status.st_mode & S_IFMT != S_IFREG { return }
    }
    close(try openDraft())
    unlink(draftPath)
  }

  /// Replaces the file, or leaves it as it was.
  func write(_ text: String) throws { try write { put in try put(text) } }

  /// Replaces the file by what the body puts, piece by piece, or leaves it as it was when anything fails.
  func write(_ body: (_ put: (String) throws -> Void) throws -> Void) throws {
    // A device or a named pipe is not replaced.
    let isReplaced = isRegular
    let descriptor = isReplaced ? try openDraft() : open(path, O_WRONLY)
    guard descriptor >= 0 else { throw unwritable(errno) }
    defer { close(descriptor) }
    do {
      try body { text in
        if let error = Descriptor.write(text, to: descriptor) { throw unwritable(error) }
      }
      guard isReplaced else { return }
      if fsync(descriptor) != 0 || rename(draftPath, target) != 0 { throw unwritable(errno) }
    } catch {
      if isReplaced { unlink(draftPath) }
      throw error
    }
  }

  /// Whether it is an ordinary file, or will be.
  private var isRegular: Bool {
    var status = stat()
    return stat(path, &status) != 0 || status.st_mode & S_IFMT == S_IFREG
  }

  /// Beside the file, so that the renaming stays on one disk.
  private var draftPath: String { "\(target).\(getpid()).draft" }

  private static func target(of path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  private func openDraft() throws -> Int32 {
    let descriptor = open(draftPath, O_WRONLY | O_CREAT | O_TRUNC, 0o666)
    guard descriptor >= 0 else { throw unwritable(errno) }
    // Whoever may read the file may read the new one, and nobody else; some disks know no such thing.
    var status = stat()
    if stat(target, &status) == 0 { _ = fchmod(descriptor, status.st_mode & 0o7777) }
    return descriptor
  }

  private func unwritable(_ error: Int32) -> Stop {
    let reason = String(cString: strerror(error))
    return Stop(
      .failure, Label(nb: "\(path) kan ikke skrives: \(reason).", en: "\(path) cannot be written: \(reason)."))
  }
}

/// A folder for result files, made when it is missing.
struct OutputFolder {
  let path: String

  init(_ path: String) throws {
    self.path = path
    if mkdir(path, 0o777) == 0 { return }
    var status = stat()
    let isFolder = stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    if isFolder && access(path, W_OK | X_OK) == 0 { return }
    let reason = String(cString: strerror(isFolder ? EACCES : errno))
    throw Stop(
      .failure, Label(nb: "Mappen \(path) kan ikke brukes: \(reason).", en: "Folder \(path) cannot be used: \(reason).")
    )
  }

  func file(_ name: String) throws -> OutputFile { try OutputFile("\(path)/\(name)") }
}
