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
  @OptionGroup var microdata: MicrodataOptions
  @OptionGroup var shared: SharedOptions

  func run(on console: Console) throws {
    let workplace = try Workplace(shared, console: console, microdata: microdata)
    let file = try json.map { try OutputFile($0) }
    let prelude = try Prelude(workplace)
    let size = sizes.size(standard: Self.standard, of: workplace.microdata)
    let progress = ProgressLine(console: console)
    defer { progress.finish() }
    let rows = try workplace.engine(for: prelude.catalogue).validate(
      baseline: prelude.baseline, size: size, cancellation: Interrupts.cancellation
    ) { fraction in
      progress.update(RunProgress(fraction: fraction))
    }
    progress.finish()
    try console.print(ValidationTable(rows, style: console.outputStyle).text)
    try file?.write(ValidationJSON.document(rows, provenance: workplace.provenance(size)).text())
  }
}
