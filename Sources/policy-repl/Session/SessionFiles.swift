import PolicyCore

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The policy files that a session wrote and took in.
struct SessionFiles {
  /// The file that `:save` writes when none is named.
  private(set) var lastSaved: String?
  /// The file that `:reload` takes in.
  var lastLoaded: String?
  /// What it wrote, by path.
  private var texts: [String: String] = [:]

  /// Whether a file is there that is not as this session left it.
  func wouldLoseSomething(at path: String) -> Bool {
    guard let bytes = try? InputFile.policy(Self.asFile(path)) else { return false }
    return !bytes.isEmpty && texts[path].map { Array($0.utf8) } != bytes
  }

  /// Writes a file and remembers it.
  ///
  /// - Throws: `Stop` when it cannot be written.
  mutating func write(_ text: String, to path: String) throws {
    try OutputFile(path).write(text)
    texts[path] = text
    lastSaved = path
  }

  /// A path as it was typed, with or without quotation marks, in its shortest form.
  static func path(_ argument: String) -> String {
    let isQuoted = argument.count > 1 && argument.hasPrefix("\"") && argument.hasSuffix("\"")
    return Library.normalized(isQuoted ? String(argument.dropFirst().dropLast()) : argument)
  }

  /// `-` is a file here, not standard input.
  static func asFile(_ path: String) -> String { path == "-" ? "./-" : path }

  /// How a file names another one: from its own folder.
  static func reference(to path: String, from file: String) -> String {
    let isMixed = path.hasPrefix("/") != file.hasPrefix("/")
    let target = (isMixed ? absolute(path) : path).split(separator: "/")
    let folder = (isMixed ? absolute(file) : file).split(separator: "/").dropLast()
    let shared = zip(target, folder).prefix { $0 == $1 }.count
    // A folder above this one has a name that only its whole path tells.
    guard !folder.dropFirst(shared).contains("..") else { return absolute(path) }
    return (folder.dropFirst(shared).map { _ in ".." } + target.dropFirst(shared)).joined(separator: "/")
  }

  private static func absolute(_ path: String) -> String {
    guard !path.hasPrefix("/"), let folder = getcwd(nil, 0) else { return path }
    defer { free(folder) }
    return Library.normalized(String(cString: folder) + "/" + path)
  }
}
