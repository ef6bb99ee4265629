import ArgumentParser
import PolicyCore
import PolicyReport
import PolicySession

/// `assumptions [NAME]`: every unknown parameter with its range, and what it moves over it.
struct AssumptionsCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "assumptions", abstract: "Lists what is assumed, and how far each assumption moves the results.",
    discussion: "Simulates 20000 persons and 2 runs for either end of every range unless another size is asked for.")

  @Argument(help: "A parameter, or a lever for all parameters of its chain; without one, all.")
  var name: String?

  @OptionGroup var sizes: SizeOptions
  @OptionGroup var assumptions: AssumptionOptions
  @OptionGroup var results: ResultOptions
  @OptionGroup var shared: SharedOptions

  func run(on console: Console) throws {
    let workplace = try Workplace(shared, console: console)
    let json = try results.json.map { try OutputFile($0) }
    let csv = try results.csv.map { try OutputFolder($0).file("assumptions.csv") }
    let size = assumptions.applied(to: sizes.size(standard: .assumptions))
    _ = try Prelude(workplace)
    let request = AssumptionRequest(session: workplace.session(size: size).withPrelude, name: name)
    let progress = ProgressLine(console: console)
    defer { progress.finish() }
    let report = try request.answer(size: size, cancellation: Interrupts.cancellation, progress: progress.update)
    progress.finish()
    guard let report else { throw Stop(.usage, request.unknown) }
    try console.print(AssumptionPage(report, style: console.outputStyle).text)
    let provenance = Provenance(
      tool: Version.tool, engine: Version.number, data: workplace.library.digest, seed: size.seed,
      persons: size.persons, assumptions: size.assumptions)
    try json?.write(AssumptionData.document(report, provenance: provenance).text())
    try csv?.write(AssumptionData.csv(report))
  }
}
