import ArgumentParser
import PolicyCore
import PolicyReport

/// `validate`: every target of the report beside what the model gives.
struct ValidateCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate", abstract: "Compares the model with the report, fitted and held-out numbers apart.")

  static let standard = RunSize(persons: 400_000, replicates: 4)

  @Option(help: ArgumentHelp("Write one row a fact as JSON.", valueName: "file"))
  var json: String?

  @OptionGroup var sizes: SizeOptions
  @OptionGroup var assumptions: AssumptionOptions
  @OptionGroup var shared: SharedOptions

  func run(on console: Console) throws {
    let workplace = try Workplace(shared, console: console)
    let file = try json.map { try OutputFile($0) }
    let prelude = try Prelude(workplace)
    let size = assumptions.applied(to: sizes.size(standard: Self.standard))
    let progress = ProgressLine(console: console)
    defer { progress.finish() }
    let rows = try workplace.library.engine(for: prelude.catalogue).validate(
      baseline: prelude.baseline, size: size, cancellation: Interrupts.cancellation
    ) { fraction in
      progress.update(RunProgress(fraction: fraction))
    }
    progress.finish()
    if let remark = size.assumptions.remark { try console.print("  " + remark[console.language]) }
    try console.print(ValidationTable(rows, style: console.outputStyle).text)
    let provenance = Provenance(
      tool: Version.tool, engine: Version.number, data: workplace.library.digest, seed: size.seed,
      assumptions: size.assumptions)
    try file?.write(ValidationJSON.document(rows, provenance: provenance).text())
  }
}
