import ArgumentParser
import PolicyCore
import PolicyReport

/// `validate`: every target of the report beside what the model gives.
struct ValidateCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate", abstract: "Compares the model with the report, fitted and held-out numbers apart.")

  static let standard = RunSize(persons: 400_000, replicates: 4)

  @OptionGroup var sizes: SizeOptions
  @OptionGroup var shared: SharedOptions

  func run(on console: Console) throws {
    let workplace = try Workplace(shared, console: console)
    let prelude = try Prelude(workplace)
    let progress = ProgressLine(console: console)
    defer { progress.finish() }
    let rows = try workplace.library.engine(for: prelude.catalogue).validate(
      baseline: prelude.baseline, size: sizes.size(standard: Self.standard), cancellation: Interrupts.cancellation
    ) { fraction in
      progress.update(RunProgress(fraction: fraction))
    }
    progress.finish()
    try console.print(ValidationTable(rows, style: console.outputStyle).text)
  }
}
