import ArgumentParser
import PolicyCore
import PolicyLang
import PolicyReport

/// `check PATH…`: what can be said about files without a simulation.
struct CheckCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Finds the errors of policy files, without a simulation.",
    discussion: """
      With --fix the replacements that need no choice are made: those of messages that offer one. Each is printed with \
      its place; comments and everything else stay as they are, and a file never has more errors than before.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case human, json, github, sarif }

  @Argument(help: ArgumentHelp("Files, or folders with *.policy files.", valueName: "path"))
  var paths: [String]

  @Option(help: "For people, or for programs: human, json, github or sarif.")
  var format = Format.human

  @Flag(help: "Make the replacements that messages offer, where there is no choice.")
  var fix = false

  @OptionGroup var shared: SharedOptions

  func run(on console: Console) throws {
    let workplace = try Workplace(shared, console: console)
    let names = InputFile.policies(under: paths)
    guard !names.isEmpty else { throw Stop.nothingFound(paths) }
    let fixes = fix ? try self.fix(names, workplace: workplace) : nil
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
    console.remark(Self.summary(files.count, all, fixes: fixes))
    if all.contains(where: { $0.severity == .error }) { throw Stop(.source) }
  }

  /// Mends files and says what was replaced; those that cannot be read are left to the check.
  ///
  /// - Returns: How many replacements were made.
  private func fix(_ names: [String], workplace: Workplace) throws -> Int {
    guard !names.contains("-") else {
      throw Stop(
        .usage, Label(nb: "--fix retter filer, ikke standard inn.", en: "--fix mends files, not standard input."))
    }
    var count = 0
    for name in names {
      if Interrupts.cancellation.isCancelled { throw Cancelled() }
      guard let file = try? Program.read(name) else { continue }
      let repair = Language.repair(file, loader: workplace.library, fitted: workplace.fitted)
      guard !repair.steps.isEmpty else { continue }
      try OutputFile(name).write(String(decoding: repair.file.bytes, as: UTF8.self))
      count += repair.steps.count
      for step in repair.steps { workplace.console.note(Self.line(step)) }
    }
    return count
  }

  /// `FILE:3:3: unknown-lever: programme.lenght → programme.length`.
  private static func line(_ step: Repair.Step) -> String {
    func shown(_ text: String) -> String { text.split(whereSeparator: \.isNewline).joined(separator: " ") }
    let old = step.old.isEmpty ? "+" : "\(shown(step.old)) →"
    return "\(step.place): \(step.id): \(old) \(shown(step.new))"
  }

  private static func summary(_ count: Int, _ diagnostics: [Diagnostic], fixes: Int?) -> Label {
    let errors = diagnostics.count { $0.severity == .error }
    let warnings = diagnostics.count { $0.severity == .warning }
    func words(_ count: Int, _ one: String, _ many: String) -> String { "\(count) \(count == 1 ? one : many)" }
    let nb = [words(count, "fil", "filer"), "\(errors) feil", words(warnings, "advarsel", "advarsler")]
    let en = [words(count, "file", "files"), words(errors, "error", "errors"), words(warnings, "warning", "warnings")]
    return Label(
      nb: (nb + (fixes.map { ["\($0) rettet"] } ?? [])).joined(separator: ", "),
      en: (en + (fixes.map { ["\($0) mended"] } ?? [])).joined(separator: ", "))
  }
}
