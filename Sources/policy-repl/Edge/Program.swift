import PolicyCore
import PolicyLang

/// A file of the command line, checked; one that cannot be read is a file with an error.
struct Program {
  var file: SourceFile?
  var environment = Environment.empty
  var result: FileResult
  /// The files that its statements write.
  var writtenFiles: [String] = []

  /// Reads and checks a file, or standard input for `-`.
  init(_ path: String, workplace: Workplace) {
    do {
      let file = try Self.read(path)
      let checked = Language.check(file, mode: .file, loader: workplace.library, fitted: workplace.fitted)
      self.file = file
      environment = checked.environment
      result = FileResult(path: file.name, diagnostics: checked.diagnostics)
      writtenFiles = checked.statements.flatMap(\.files)
    } catch {
      result = FileResult(path: error.diagnostic.primary.file.name, diagnostics: [error.diagnostic])
    }
  }

  /// The text of a file of the command line, or of standard input for `-`.
  static func read(_ path: String) throws(UnreadableFile) -> SourceFile {
    let name = path == "-" ? "<stdin>" : Library.normalized(path)
    do {
      return SourceFile(name: name, bytes: try InputFile.policy(path))
    } catch {
      let diagnostic = Diagnostic(
        id: "unreadable-file", title: "`\(path)` cannot be read: \(error.reason).",
        primary: Diagnostic.Label(file: SourceFile(name: name, text: ""), span: .zero),
        helps: error.isMissing ? [Diagnostic.Help("check the path, and the folder that the command runs in")] : [])
      throw UnreadableFile(diagnostic: diagnostic)
    }
  }
}

/// A file that is not there, or may not be read.
struct UnreadableFile: Error {
  var diagnostic: Diagnostic
}

extension ExitStatus {
  /// The gravest thing that happened to files; `nil` when all is well.
  init?(of files: [FileResult]) {
    if files.contains(where: { $0.failure != nil }) {
      self = .failure
    } else if files.contains(where: \.hasErrors) {
      self = .source
    } else if files.contains(where: { !$0.expectations.allSatisfy(\.isAcceptable) || $0.hasUncomparedSnapshot }) {
      self = .expectation
    } else if files.contains(where: { !$0.snapshots.allSatisfy(\.isAcceptable) }) {
      self = .snapshot
    } else {
      return nil
    }
  }
}

extension FileResult {
  /// Whether a snapshot is as undecided as an expectation can be.
  fileprivate var hasUncomparedSnapshot: Bool {
    snapshots.contains { $0.status == .notCompared && !$0.isAcceptable }
  }
}
