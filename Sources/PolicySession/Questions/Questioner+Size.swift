import PolicyCore

// Questions of many scenarios would keep a class waiting, so they are asked of fewer persons.

extension Questioner {
  /// How much such a question simulates at most: this many scenarios of the size that was asked for.
  private static let mostScenarios = 32
  /// For fewer persons than these no scenario is simulated, unless fewer were asked for.
  private static let fewestPersons = 10_000

  /// The same questioner for a question of so many scenarios: of fewer persons when they are many, and with a progress
  /// that says how many they are.
  func limited(to scenarios: Int) -> Questioner {
    var limited = self
    if scenarios > Self.mostScenarios {
      limited.size.persons = min(size.persons, max(Self.fewestPersons, size.persons * Self.mostScenarios / scenarios))
    }
    limited.progress = { [progress] run in progress(RunProgress(fraction: run.fraction, scenarios: scenarios)) }
    limited.progress(RunProgress(fraction: 0))
    return limited
  }

  /// That an answer is about fewer persons than were asked for; none when it is not.
  func fewerPersonsNote(_ result: ComparisonResult) -> [Label] {
    guard result.size.persons < size.persons else { return [] }
    let (taken, asked) = (SourceNumber.text(Double(result.size.persons)), SourceNumber.text(Double(size.persons)))
    return [
      Label(
        nb: "Så mange scenarioer regnes ut for færre personer: \(taken) i stedet for \(asked).",
        en: "So many scenarios are simulated for fewer persons: \(taken) instead of \(asked).")
    ]
  }
}
