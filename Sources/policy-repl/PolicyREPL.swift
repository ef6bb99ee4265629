import ArgumentParser
import PolicyCore
import PolicyLang

@main struct PolicyREPL: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "policy-repl",
    abstract: "Simulates reforms of the integration of refugees in Norway, written as policy files.",
    usage: """
      policy-repl [options]              a session, from the terminal or a pipe
      policy-repl <command> [options]
      """,
    discussion: """
      Exit codes: 0 all well; 1 an expectation failed or is undecided, or a file is not formatted; 2 a file has errors; \
      3 the simulation could not run or a file not be written; 4 only snapshots differ; 5 nothing to test; 64 wrong \
      usage; 70 a bug in the tool; 130 interrupted.
      """,
    version: Version.tool,
    subcommands: [
      SessionCommand.self, RunCommand.self, CheckCommand.self, FormatCommand.self, TestCommand.self, DocCommand.self,
      ExplainCommand.self,
      PopulationCommand.self, CalibrateCommand.self, ValidateCommand.self, AssumptionsCommand.self,
      PanelCommand.self,
    ],
    defaultSubcommand: SessionCommand.self)

  static func main() {
    Interrupts.listen()
    do {
      try rejectUnknownCommand(CommandLine.arguments.dropFirst().first ?? "")
      var command = try parseAsRoot()
      try command.run()
    } catch {
      exit(withError: error)
    }
  }

  /// The default command would otherwise say only that an argument is one too many.
  private static func rejectUnknownCommand(_ word: String) throws {
    let commands = configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    guard !word.isEmpty, !word.hasPrefix("-"), !commands.contains(word) else { return }
    if word.hasSuffix(".policy") { throw ValidationError("To run a file: policy-repl run \(word)") }
    let near = Spelling.nearest(to: word, among: commands)
    throw ValidationError(
      "There is no command '\(word)'." + (near.map { " Did you mean '\($0)'?" } ?? " See 'policy-repl --help'."))
  }
}

enum Version {
  static let number = "0.1.0"
  static let tool = "policy-repl \(number)"
}

/// A command of ours: its failures are said in the user's language and become exit codes.
protocol ConsoleCommand: ParsableCommand {
  var shared: SharedOptions { get }
  func run(on console: Console) throws
}

extension ConsoleCommand {
  func run() throws {
    let console = shared.console
    do {
      try run(on: console)
    } catch let stop as Stop {
      if let message = stop.message { console.complain(message) }
      throw ExitCode(stop.status.rawValue)
    } catch is Cancelled {
      console.complain(Stop.interrupted)
      throw ExitCode(ExitStatus.interrupted.rawValue)
    } catch let failure as EngineFailure {
      console.complain(failure.message)
      throw ExitCode(ExitStatus.failure.rawValue)
    } catch let error as ExitCode {
      throw error
    } catch {
      let report = "\(Version.tool): \(error)"
      console.complain(
        Label(
          nb: "Dette er en feil i policy-repl. Meld fra med denne linja: \(report)",
          en: "This is a bug in policy-repl. Please report it with this line: \(report)"))
      throw ExitCode(ExitStatus.bug.rawValue)
    }
  }
}
