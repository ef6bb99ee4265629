import PolicyCore
import PolicyLang
import Stdlib

/// The standard library: the built-in one, or a folder that stands in for it.
enum Library: Hashable, Sendable {
  case builtIn
  case folder(String)

  /// - Throws: `Stop` when there is no such folder.
  init(folder: String?) throws {
    guard let folder else {
      self = .builtIn
      return
    }
    guard InputFile.isFolder(folder) else {
      throw Stop(.usage, Label(nb: "--stdlib \(folder): ingen slik mappe.", en: "--stdlib \(folder): no such folder."))
    }
    self = .folder(folder.hasSuffix("/") ? String(folder.dropLast()) : folder)
  }

  /// The text of a file of the library, by its path in it.
  func text(_ path: String) -> String? {
    switch self {
    case .builtIn: Stdlib.text(path)
    case .folder(let folder):
      (try? InputFile.read("\(folder)/\(path)")).map { String(decoding: $0, as: UTF8.self) }
    }
  }

  /// The paths of all its files, sorted.
  var paths: [String] {
    switch self {
    case .builtIn: Stdlib.paths
    case .folder(let folder):
      InputFile.files(under: folder).filter { $0.hasSuffix(".policy") || $0.hasSuffix(".csv") }
        .map { String($0.dropFirst(folder.count + 1)) }
    }
  }

  /// Sixteen hexadecimal digits that change with any of its files (FNV-1a).
  var digest: String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for path in paths {
      for byte in [path, text(path) ?? ""].joined(separator: "\0").utf8 {
        hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
      }
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// What the names of its files begin with in messages.
  var prefix: String {
    switch self {
    case .builtIn: "stdlib/"
    case .folder(let folder): "\(folder)/"
    }
  }
}

extension Library: ModuleLoader {
  func load(_ name: String, relativeTo file: SourceFile?) -> SourceFile? {
    guard name.hasSuffix(".policy") else { return module("\(name).policy") }
    let parent = file.map { $0.name.split(separator: "/", omittingEmptySubsequences: false).dropLast() } ?? []
    let path = name.hasPrefix("/") ? name : Self.normalized((parent + [name[...]]).joined(separator: "/"))
    if path.hasPrefix(prefix), let found = module(String(path.dropFirst(prefix.count))) { return found }
    return (try? InputFile.policy(path)).map { SourceFile(name: path, bytes: $0) }
  }

  private func module(_ path: String) -> SourceFile? {
    text(path).map { SourceFile(name: prefix + path, text: $0) }
  }

  /// Without `.` and `..`, so that a file has one name however it is reached.
  static func normalized(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/", omittingEmptySubsequences: false) where part != "." {
      if part == "..", let last = parts.last, last != "..", !last.isEmpty {
        parts.removeLast()
      } else {
        parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }
}
