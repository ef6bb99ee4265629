import PolicyCore

/// A policy file as the command line names it; one that cannot be read is a file with an error.
enum PolicySource {
  case file(SourceFile)
  case unreadable(Diagnostic)

  /// Reads a file, or standard input for `-`.
  init(_ path: String) {
    do {
      let name = path == "-" ? "<stdin>" : Library.normalized(path)
      self = .file(SourceFile(name: name, bytes: try InputFile.policy(path)))
    } catch {
      self = .unreadable(
        Diagnostic(
          id: "unreadable-file", title: "`\(path)` cannot be read: \(error.reason).",
          primary: Diagnostic.Label(file: SourceFile(name: path, text: ""), span: .zero),
          helps: error.isMissing ? [Diagnostic.Help("check the path, and the folder that the command runs in")] : []))
    }
  }
}
