import ArgumentParser
import PolicyCore
import Simulator

/// `population export`: the persons as a table, to see what own microdata look like.
struct PopulationExportCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Writes the population as CSV, one person a row.")

  @Option(help: ArgumentHelp("The CSV file to write.", valueName: "file"))
  var out: String

  @Option(help: "Persons to write, the first of a fixed order (default: all).")
  var persons: Int?

  @OptionGroup var microdata: MicrodataOptions
  @OptionGroup var individuals: IndividualOptions
  @OptionGroup var shared: SharedOptions

  func validate() throws { try SizeOptions.check(persons: persons) }

  func run(on console: Console) throws {
    try individuals.check(microdata)
    let workplace = try Workplace(shared, console: console, microdata: microdata)
    let file = try OutputFile(out)
    let texts = try workplace.library.populationTexts()
    let population = try Failing.onData {
      try workplace.microdata?.population(persons: persons ?? .max) ?? Population.make(from: texts, persons: persons)
    }
    let progress = ProgressLine(console: console)
    defer { progress.finish() }
    try file.write { put in
      try PopulationExport(population).write(
        cancellation: Interrupts.cancellation, progress: { progress.update(RunProgress(fraction: $0)) }, to: put)
    }
  }
}
