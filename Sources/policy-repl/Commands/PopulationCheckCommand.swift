import ArgumentParser
import PolicyCore
import PolicyReport
import Simulator

/// `population check FILE`: whether a table of own persons can be simulated, and what is in it.
struct PopulationCheckCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Checks a table of own persons and says what is in it.",
    discussion: "Nothing is stored: simulate with --population FILE.", aliases: ["import"])

  @Argument(help: ArgumentHelp("The table, as `population export` writes it.", valueName: "file"))
  var file: String

  @OptionGroup var shared: SharedOptions

  func run(on console: Console) throws {
    let library = try Library(folder: shared.library)
    let microdata = try MicrodataFile(file, library: library, console: console).read()
    let summary = try microdata.summary(cancellation: Interrupts.cancellation)
    try console.print(MicrodataTable(summary, style: console.outputStyle).text)
  }
}
