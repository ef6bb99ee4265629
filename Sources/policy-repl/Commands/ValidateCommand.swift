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

  @Option(help: ArgumentHelp("Write the same as one HTML page.", valueName: "file"))
  var html: String?

  @Flag(help: "List also what is not compared, with the reason.")
  var all = false

  @OptionGroup var sizes: SizeOptions
  @OptionGroup var microdata: MicrodataOptions
  @OptionGroup var assumptions: AssumptionOptions
  @OptionGroup var shared: SharedOptions

  func run(on console: Console) throws {
    let workplace = try Workplace(shared, console: console, microdata: microdata)
    let file = try json.map { try OutputFile($0) }
    let page = try html.map { try OutputFile($0) }
    let prelude = try Prelude(workplace)
    let size = assumptions.applied(to: sizes.size(standard: Self.standard, of: workplace.microdata))
    let progress = ProgressLine(console: console)
    defer { progress.finish() }
    let report = try workplace.engine(for: prelude.catalogue).validate(
      baseline: prelude.baseline, size: size, cancellation: Interrupts.cancellation
    ) { fraction in
      progress.update(RunProgress(fraction: fraction))
    }
    progress.finish()
    if let remark = size.assumptions.remark { try console.print("  " + remark[console.language]) }
    try console.print(ValidationTable(report, style: console.outputStyle, listsAll: all).text)
    let provenance = workplace.provenance(size)
    try file?.write(ValidationJSON.document(report, provenance: provenance).text())
    try page?.write(ValidationHTML(report, provenance: provenance, language: shared.lang).page)
  }
}
