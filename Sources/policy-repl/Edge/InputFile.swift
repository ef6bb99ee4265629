import PolicyLang

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Reading what was named on the command line or by `use`.
enum InputFile {
  /// More than any data file needs; devices that never end are stopped here.
  static let largest = 64 << 20

  struct Failure: Error {
    var reason: String
    var isMissing = false
  }

  /// A policy file, `-` for standard input; of one that is too long, enough to see that it is.
  static func policy(_ path: String) throws(Failure) -> [UInt8] { try read(path, atMost: Language.largestFile + 1) }

  static func read(_ path: String, atMost limit: Int = largest) throws(Failure) -> [UInt8] {
    let descriptor = path == "-" ? dup(0) : open(path, O_RDONLY)
    guard descriptor >= 0 else { throw Failure(reason: String(cString: strerror(errno)), isMissing: errno == ENOENT) }
    defer { close(descriptor) }
    return try read(descriptor: descriptor, atMost: limit)
  }

  private static func read(descriptor: Int32, atMost limit: Int) throws(Failure) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while bytes.count < limit {
      let count = systemRead(descriptor, &chunk, min(chunk.count, limit - bytes.count))
      if count == 0 { break }
      if count > 0 {
        bytes += chunk[..<count]
      } else if errno != EINTR || Interrupts.cancellation.isCancelled {
        throw Failure(reason: String(cString: strerror(errno)))
      }
    }
    return bytes
  }

  #if canImport(Darwin)
    private static let systemRead = Darwin.read
  #else
    private static let systemRead = Glibc.read
  #endif

  /// The `*.policy` files that paths name, folders searched in name order.
  static func policies(under paths: [String]) -> [String] {
    paths.flatMap { isFolder($0) ? files(under: $0).filter { $0.hasSuffix(".policy") } : [$0] }
  }

  /// The files of a folder and of those in it, in name order, without hidden ones.
  static func files(under folder: String) -> [String] {
    let parent = folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    return names(in: folder).flatMap { name in
      let path = "\(parent)/\(name)"
      return isFolder(path) ? files(under: path) : [path]
    }
  }

  /// The folders and `*.policy` files whose path begins like this, folders with a stroke at the end.
  static func completions(of beginning: String) -> [String] {
    let folder = beginning.lastIndex(of: "/").map { String(beginning[...$0]) } ?? ""
    return names(in: folder.isEmpty ? "." : folder).map { folder + $0 }
      .map { isFolder($0) ? $0 + "/" : $0 }
      .filter { $0.hasPrefix(beginning) && ($0.hasSuffix("/") || $0.hasSuffix(".policy")) }
  }

  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private static func names(in folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }
}
