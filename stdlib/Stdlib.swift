/// The files of the standard library, embedded in the program when it is built.
public enum Stdlib {
  /// The paths of all files, relative to `stdlib/`, sorted.
  public static var paths: [String] { embeddedFiles.map(\.path) }

  /// The text of a file, without a copy; `nil` when there is none of that path.
  public static func text(_ path: String) -> String? {
    embeddedFiles.first { $0.path == path }?.text
  }
}
