import Foundation
import PolicyCore
import PolicyLang
import PolicySession
import Testing

/// No text traps, hangs, or leaves a session in disorder.
///
/// Every input is made from its number alone. `POLICY_FUZZ_INPUTS` says how many there are (`bin/fuzz` asks for a million),
/// `POLICY_FUZZ_FIRST` where they begin, and `POLICY_FUZZ_LOG` a folder in which the number at work is written down.
@Suite struct FuzzTests {
  static let inputs = number("POLICY_FUZZ_INPUTS") ?? 3_000
  static let first = number("POLICY_FUZZ_FIRST") ?? 0
  static let shards = 8

  private static func number(_ variable: String) -> Int? {
    ProcessInfo.processInfo.environment[variable].flatMap { Int($0) }
  }

  @Test(arguments: 0..<shards) func everyInputIsSurvived(shard: Int) throws {
    let log = ProcessInfo.processInfo.environment["POLICY_FUZZ_LOG"].map { "\($0)/\(shard)" }
    for number in stride(from: Self.first + shard, to: Self.first + Self.inputs, by: Self.shards) {
      if let log { try "\(number)\n".write(toFile: log, atomically: false, encoding: .utf8) }
      var dice = Dice(number)
      switch number % 6 {
      case 0: LanguageChecks(number).survive(Inputs.bytes(&dice))
      case 1: LanguageChecks(number).survive(Inputs.soup(&dice))
      case 2, 3:
        var generator = ProgramGenerator(Library.environment.catalogue, dice)
        let program = "language 1\nuse introduction_programme\n" + generator.statements().joined(separator: "\n") + "\n"
        LanguageChecks(number).survive(Inputs.damaged(program, &generator.dice))
      case 4: LanguageChecks(number).keepMeaning(ProgramGenerator(Library.environment.catalogue, dice))
      default: SessionChecks(number).stayInOrder(ProgramGenerator(Library.environment.catalogue, dice))
      }
    }
  }

  /// The generator is of use only while most of what it writes is right.
  @Test func mostProgramsAreRight() {
    var right = 0
    var kinds: Set<String> = []
    for number in 0..<200 {
      var generator = ProgramGenerator(Library.environment.catalogue, Dice(number))
      let statements = generator.statements()
      let checked = Language.check(
        SourceFile(name: "p.policy", text: statements.joined(separator: "\n")), in: Library.environment, mode: .script,
        loader: Library.Loader(), fitted: Library.fitted)
      if !checked.hasErrors {
        right += 1
        for statement in statements {
          kinds.insert(
            String(
              statement.split(separator: "\n").last { !$0.hasPrefix("end") && !$0.hasPrefix("  ") }?.prefix {
                $0 != " "
              } ?? ""))
        }
      } else if ProcessInfo.processInfo.environment["POLICY_FUZZ_SHOW"] != nil {
        print(DiagnosticRenderer().render(checked.diagnostics.filter { $0.severity == .error }))
      }
    }
    #expect(right > 120, "\(right) of 200 programs are right")
    #expect(
      kinds.isSuperset(of: [
        "let", "function", "group", "outcome", "scenario", "compare", "expect", "sweep", "solve", "attribute",
        "sensitivity",
      ]), "\(kinds.sorted())")
  }
}
