import ArgumentParser

/// `population`: the persons that are simulated, synthetic or own.
struct PopulationCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "population", abstract: "Makes the population and compares it with the report's numbers.",
    subcommands: [PopulationMarginsCommand.self, PopulationExportCommand.self, PopulationCheckCommand.self],
    defaultSubcommand: PopulationMarginsCommand.self)
}
