import ArgumentParser
import PolicyCore
import PolicyReport
import PolicySession

/// `test PATH…`: whether what files expect holds.
struct TestCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "Judges every expectation of policy files.",
    discussion: "Runs at the full size (300000 persons, 20 runs) unless another is asked for.")

  @Argument(help: ArgumentHelp("Files, or folders with *.policy files.", valueName: "path"))
  var paths: [String]

  @Option(help: ArgumentHelp("Only files whose path contains this.", valueName: "text"))
  var filter: String?

  @Option(help: ArgumentHelp("Write the verdicts as JUnit XML.", valueName: "file"))
  var junit: String?

  @Flag(help: "Record the snapshots that are missing or differ, unless CI is set.")
  var update = false

  @OptionGroup var sizes: SizeOptions
  @OptionGroup var microdata: MicrodataOptions
  @OptionGroup var assumptions: AssumptionOptions
  @OptionGroup var uncertainty: UncertaintyOptions
  @OptionGroup var results: ResultOptions
  @OptionGroup var shared: SharedOptions

  func run(on console: Console) throws {
    let workplace = try Workplace(shared, console: console, microdata: microdata)
    let outputs = try ResultFiles(results, junit: junit)
    let names = InputFile.policies(under: paths).filter { name in filter.map { name.contains($0) } ?? true }
    guard !names.isEmpty else { throw Stop.nothingFound(paths) }
    let size = uncertainty.applied(
      to: assumptions.applied(to: sizes.size(standard: .full, of: workplace.microdata)))
    let session = workplace.session(size: size)
    let records = update && environment("CI", default: "").isEmpty
    if update, !records { console.remark(Self.notRecorded) }
    let report = TestReport(console: console, size: session.size, pathWidth: names.map(\.count).max() ?? 0)
    let progress = ProgressLine(console: console)
    var done: [FileResult] = []
    for name in names {
      let program = Program(name, workplace: workplace)
      var result = program.result
      if let file = program.file, !result.hasErrors {
        let snapshots = try SnapshotFile(of: file.name)
        result = try session.test(
          file, recorded: snapshots?.recorded, cancellation: Interrupts.cancellation, progress: progress.update)
        if let snapshots, result.failure == nil {
          if records, !result.snapshots.isEmpty { try snapshots.record(&result.snapshots) }
          let obsolete = records ? 0 : snapshots.obsolete(result.snapshots)
          if obsolete > 0 { console.remark(Self.obsolete(obsolete, in: snapshots.path)) }
        }
      }
      progress.finish()
      try report.show(result)
      done.append(result)
    }
    try report.showSummary(done)
    try outputs.write(done, size: session.size, workplace: workplace)
    if let status = ExitStatus(of: done) { throw Stop(status) }
    if done.allSatisfy({ $0.expectations.isEmpty && $0.snapshots.isEmpty }) { throw Stop(.nothing) }
  }

  private static let notRecorded = Label(
    nb: "CI er satt: ingen øyeblikksbilder skrives, de sammenlignes bare.",
    en: "CI is set: no snapshots are recorded, they are only compared.")

  private static func obsolete(_ count: Int, in path: String) -> Label {
    Label(
      nb: "\(path) har \(count) av setninger som ikke finnes lenger; `--update` fjerner dem.",
      en: "\(path) keeps \(count) of statements that are gone; `--update` removes them.")
  }
}
