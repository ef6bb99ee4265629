import ArgumentParser
import PolicyCore
import Simulator

extension PanelName: ExpressibleByArgument {}

/// `panel NAME`: the person-months behind an estimated equation, to estimate it again.
struct PanelCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "panel", abstract: "Writes the simulated person-months behind an estimated equation.")

  @Argument(help: "The equation: job_seekers (Tabell 13).")
  var name: PanelName

  @Option(help: ArgumentHelp("The CSV file to write.", valueName: "file"))
  var out: String

  @Option(help: "Persons to simulate (default: 60000).")
  var persons: Int?

  @Option(help: "The model of the table that is simulated, 1 to 3 (default: the one in use).")
  var model: Int?

  @Option(help: "What all random numbers follow from.")
  var seed: UInt64 = RunSize.quick.seed

  @OptionGroup var microdata: MicrodataOptions
  @OptionGroup var individuals: IndividualOptions
  @OptionGroup var shared: SharedOptions

  func validate() throws {
    try SizeOptions.check(persons: persons)
    if let model, !(1...3).contains(model) { throw ValidationError("--model must be 1, 2 or 3.") }
  }

  func run(on console: Console) throws {
    try individuals.check(microdata)
    let workplace = try Workplace(shared, console: console, microdata: microdata)
    let file = try OutputFile(out)
    let prelude = try Prelude(workplace)
    let engine = try workplace.engine(for: prelude.catalogue, model: model)
    let most = workplace.microdata?.persons
    let size = RunSize(persons: min(persons ?? most ?? RunSize.full.persons, most ?? .max), replicates: 1, seed: seed)
    let progress = ProgressLine(console: console)
    defer { progress.finish() }
    try file.write { put in
      try engine.panel(
        name, baseline: prelude.baseline, size: size, cancellation: Interrupts.cancellation,
        progress: { progress.update(RunProgress(fraction: $0)) }, write: put)
    }
  }
}
