import ArgumentParser
import PolicyCore
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
    let workplace = try Workplace(shared, console: console)
    let names = InputFile.policies(under: paths)
    guard !names.isEmpty else { throw Stop.nothingFound(paths) }
    let files = names.map { Program($0, workplace: workplace).result }
    // An error of a module that several files use is one error.
    let all = files.flatMap(\.diagnostics).unique
    switch format {
    case .human: if !all.isEmpty { console.note(all) }
    case .json:
      let provenance = Provenance(tool: Version.tool, engine: Version.number, data: workplace.library.digest, seed: 0)
      try console.print(ResultsJSON.document(files, provenance: provenance).text())
    case .github: try console.print(DiagnosticFormats.gitHub(all))
    case .sarif: try console.print(DiagnosticFormats.sarif(all, tool: "policy-repl", version: Version.number).text())
    }
    console.remark(Self.summary(files.count, all))
    if all.contains(where: { $0.severity == .error }) { throw Stop(.source) }
  }

  private static func summary(_ count: Int, _ diagnostics: [Diagnostic]) -> Label {
    let errors = diagnostics.count { $0.severity == .error }
    let warnings = diagnostics.count { $0.severity == .warning }
    func words(_ count: Int, _ one: String, _ many: String) -> String { "\(count) \(count == 1 ? one : many)" }
    return Label(
      nb: [words(count, "fil", "filer"), "\(errors) feil", words(warnings, "advarsel", "advarsler")]
        .joined(separator: ", "),
      en: [words(count, "file", "files"), words(errors, "error", "errors"), words(warnings, "warning", "warnings")]
        .joined(separator: ", "))
  }
}
