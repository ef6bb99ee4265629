import ArgumentParser
import PolicyCore
import PolicyReport
import Simulator

/// `population margins`: every margin and conditional share beside its target.
struct PopulationMarginsCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "margins", abstract: "Compares the synthetic population with the report's numbers (the default).")

  @Option(help: "Persons to make, each standing for as many as needed (default: all).")
  var persons: Int?

  @OptionGroup var shared: SharedOptions

  func validate() throws { try SizeOptions.check(persons: persons) }

  func run(on console: Console) throws {
    let texts = try Library(folder: shared.library).populationTexts()
    let population = try Failing.onData { try Population.make(from: texts, persons: persons) }
    let report = try Failing.onData { try PopulationReport(population, texts: texts) }
    try console.print(PopulationTable(report.rows, style: console.outputStyle).text)
  }
}
