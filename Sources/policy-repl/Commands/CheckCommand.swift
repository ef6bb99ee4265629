import ArgumentParser
import PolicyCore
import PolicyLang
import PolicyReport

/// `check PATH…`: what can be said about files without a simulation.
struct CheckCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Finds the errors of policy files, without a simulation.")

  enum Format: String, ExpressibleByArgument, CaseIterable { case human, json, github, sarif }

  @Argument(help: ArgumentHelp("Files, or folders with *.policy files.", valueName: "path"))
  var paths: [String]

  @Option(help: "For people, or for programs: human, json, github or sarif.")
  var format = Format.human

  @OptionGroup var shared: SharedOptions

  func run(on console: Console) throws {
    let library = try Library(folder: shared.library)
    let names = InputFile.policies(under: paths)
    guard !names.isEmpty else { throw Stop.nothingFound(paths) }
    let fitted = try library.fittedValues()
    let files = names.map { name in
      FileResult(path: name, diagnostics: Self.diagnostics(of: name, library: library, fitted: fitted))
    }
    // An error of a module that several files use is one error.
    var seen: Set<Diagnostic> = []
    let all = files.flatMap(\.diagnostics).filter { seen.insert($0).inserted }
    switch format {
    case .human: if !all.isEmpty { console.note(all) }
    case .json:
      let provenance = Provenance(tool: Version.tool, engine: Version.number, data: library.digest, seed: 0)
      try console.print(ResultsJSON.document(files, provenance: provenance).text())
    case .github: try console.print(DiagnosticFormats.gitHub(all))
    case .sarif: try console.print(DiagnosticFormats.sarif(all, tool: "policy-repl", version: Version.number).text())
    }
    console.remark(Self.summary(files.count, all))
    if all.contains(where: { $0.severity == .error }) { throw Stop(.source) }
  }

  static func diagnostics(of path: String, library: Library, fitted: [String: FittedValue]) -> [Diagnostic] {
    switch PolicySource(path) {
    case .unreadable(let diagnostic): [diagnostic]
    case .file(let file):
      Language.check(file, mode: .file, loader: library, fitted: fitted).diagnostics
    }
  }

  private static func summary(_ count: Int, _ diagnostics: [Diagnostic]) -> Label {
    let errors = diagnostics.count { $0.severity == .error }
    let warnings = diagnostics.count { $0.severity == .warning }
    return Label(
      nb:
        "\(count) \(count == 1 ? "fil" : "filer"), \(errors) feil, \(warnings) \(warnings == 1 ? "advarsel" : "advarsler")",
      en: "\(count) \(count == 1 ? "file" : "files"), \(errors) \(errors == 1 ? "error" : "errors"), "
        + "\(warnings) \(warnings == 1 ? "warning" : "warnings")")
  }
}
