import ArgumentParser
import PolicyCore
import PolicyLang
import PolicyReport

/// `fmt [PATH…]`: gives files the one layout of the language.
struct FormatCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "fmt", abstract: "Gives policy files the one layout of the language.",
    discussion: """
      Blanks, blank lines and line ends change, never a word or a comment. The names of the files that were changed \
      are printed; a file with errors of syntax is left as it is. With --check nothing is written, and the exit code \
      is 1 if a file would change.
      """)

  @Argument(
    help: ArgumentHelp(
      "Files, or folders with *.policy files; - reads standard input and prints the result.", valueName: "path"))
  var paths = ["."]

  @Flag(help: "Change nothing; show what would change.")
  var check = false

  @OptionGroup var shared: SharedOptions

  func run(on console: Console) throws {
    // No layout depends on the library, but a folder that is not there is an error everywhere.
    _ = try Library(folder: shared.library)
    let names = InputFile.policies(under: paths)
    guard !names.isEmpty else { throw Stop.nothingFound(paths) }
    var changed = 0
    var diagnostics: [Diagnostic] = []
    for name in names {
      guard !Interrupts.cancellation.isCancelled else { throw Stop(.interrupted) }
      do {
        if try format(name, on: console) { changed += 1 }
      } catch let failure as UnreadableFile {
        diagnostics.append(failure.diagnostic)
      } catch FormatFailure.errors(let errors) {
        diagnostics += errors
      }
    }
    if !diagnostics.isEmpty { console.note(diagnostics) }
    console.remark(summary(names.count, changed: changed, errors: diagnostics.count))
    if !diagnostics.isEmpty { throw Stop(.source) }
    if check, changed > 0 { throw Stop(.unformatted) }
  }

  /// Formats one file, or shows what that would change; says whether anything does.
  private func format(_ path: String, on console: Console) throws -> Bool {
    let file = try Program.read(path)
    let text = try Language.format(file)
    let change = TextChange(from: file, to: SourceFile(name: file.name, text: text))
    if check {
      if let change { try console.print(ChangeText(change, file: file.name, style: console.outputStyle).text) }
    } else if path == "-" {
      try console.print(text)
    } else if change != nil {
      try OutputFile(path).write(text)
      try console.print(file.name)
    }
    return change != nil
  }

  private func summary(_ count: Int, changed: Int, errors: Int) -> Label {
    let files = Label(nb: "\(count) \(count == 1 ? "fil" : "filer")", en: "\(count) \(count == 1 ? "file" : "files")")
    let changes =
      switch (check, changed) {
      case (false, _): Label(nb: "\(changed) endret", en: "\(changed) changed")
      case (true, 0) where errors == 0: Label(nb: "alt er formatert", en: "all formatted")
      case (true, _): Label(nb: "\(changed) ikke formatert", en: "\(changed) not formatted")
      }
    let problems = Label(nb: "\(errors) feil", en: "\(errors) \(errors == 1 ? "error" : "errors")")
    let parts = errors == 0 ? [files, changes] : [files, changes, problems]
    return Label(nb: parts.map(\.nb).joined(separator: ", "), en: parts.map(\.en).joined(separator: ", "))
  }
}
