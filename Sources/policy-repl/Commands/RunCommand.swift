import ArgumentParser
import PolicyCore
import PolicyLang
import PolicySession

/// `run FILE…`: everything that files ask and expect.
struct RunCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Runs policy files and prints the answers.")

  @Argument(help: ArgumentHelp("Policy files; - reads standard input.", valueName: "file"))
  var files: [String]

  @OptionGroup var sizes: SizeOptions
  @OptionGroup var results: ResultOptions
  @OptionGroup var shared: SharedOptions

  func run(on console: Console) throws {
    let workplace = try Workplace(shared, console: console)
    let outputs = try ResultFiles(results)
    let display = Display(console)
    let session = workplace.session(size: sizes.size())
    // All errors of all files come before the first simulation.
    let programs = files.map { Program($0, workplace: workplace) }
    let hasErrors = programs.contains { $0.result.hasErrors }
    var done: [FileResult] = []
    for program in programs {
      guard !hasErrors, let file = program.file else {
        if !program.result.diagnostics.isEmpty { console.note(program.result.diagnostics) }
        done.append(program.result)
        continue
      }
      var unwritten: (any Error)?
      done.append(
        try session.run(
          file, cancellation: Interrupts.cancellation,
          emit: { output in
            do { try display.show(output, catalogue: program.catalogue) } catch { unwritten = unwritten ?? error }
          }, progress: display.progress.update))
      display.progress.finish()
      if let unwritten { throw unwritten }
    }
    try outputs.write(done, size: session.size, library: workplace.library)
    if let status = ExitStatus(of: done) { throw Stop(status) }
  }
}

/// A file of the command line, checked.
struct Program {
  /// `nil` when it cannot be read.
  var file: SourceFile?
  var catalogue = Catalogue()
  var result: FileResult

  init(_ path: String, workplace: Workplace) {
    switch PolicySource(path) {
    case .unreadable(let diagnostic): result = FileResult(path: path, diagnostics: [diagnostic])
    case .file(let file):
      let checked = Language.check(file, mode: .file, loader: workplace.library, fitted: workplace.fitted)
      self.file = file
      catalogue = checked.environment.catalogue
      result = FileResult(path: file.name, diagnostics: checked.diagnostics)
    }
  }
}

extension ExitStatus {
  /// The gravest thing that happened to files; `nil` when all is well.
  init?(of files: [FileResult]) {
    if files.contains(where: { $0.failure != nil }) {
      self = .failure
    } else if files.contains(where: \.hasErrors) {
      self = .source
    } else if files.contains(where: { !$0.expectations.allSatisfy(\.isAcceptable) }) {
      self = .expectation
    } else {
      return nil
    }
  }
}
