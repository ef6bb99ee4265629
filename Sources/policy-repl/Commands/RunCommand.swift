import ArgumentParser
import PolicyCore
import PolicySession

/// `run FILE…`: everything that files ask and expect.
struct RunCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Runs policy files and prints the answers.")

  @Argument(help: ArgumentHelp("Policy files; - reads standard input.", valueName: "file"))
  var files: [String]

  @OptionGroup var sizes: SizeOptions
  @OptionGroup var microdata: MicrodataOptions
  @OptionGroup var individuals: IndividualOptions
  @OptionGroup var assumptions: AssumptionOptions
  @OptionGroup var uncertainty: UncertaintyOptions
  @OptionGroup var results: ResultOptions
  @OptionGroup var shared: SharedOptions

  func run(on console: Console) throws {
    let workplace = try Workplace(shared, console: console, microdata: microdata, individuals: individuals)
    let outputs = try ResultFiles(results)
    let display = Display(console)
    let size = uncertainty.applied(to: assumptions.applied(to: sizes.size(of: workplace.microdata)))
    let session = workplace.session(size: size)
    // All errors of all files come before the first simulation.
    let programs = files.map { Program($0, workplace: workplace) }
    let hasErrors = programs.contains { $0.result.hasErrors }
    if !hasErrors { for path in programs.flatMap(\.writtenFiles) { _ = try OutputFile(path) } }
    var done: [FileResult] = []
    for program in programs {
      guard !hasErrors, let file = program.file else {
        if !program.result.diagnostics.isEmpty { console.note(program.result.diagnostics) }
        done.append(program.result)
        continue
      }
      var unwritten: (any Error)?
      done.append(
        try session.run(
          file, recorded: try SnapshotFile(of: file.name)?.recorded, cancellation: Interrupts.cancellation,
          emit: { output in
            do {
              try display.show(output, in: program.environment)
              try display.write(
                output, of: file.name, catalogue: program.environment.catalogue, workplace: workplace)
            } catch { unwritten = unwritten ?? error }
          }, progress: display.progress.update))
      display.progress.finish()
      if let unwritten { throw unwritten }
    }
    try outputs.write(done, size: session.size, workplace: workplace)
    if let status = ExitStatus(of: done) { throw Stop(status) }
  }
}
