import ArgumentParser
import PolicyCore

/// Whose lives are simulated.
struct MicrodataOptions: ParsableArguments {
  @Option(
    name: .customLong("population"),
    help: ArgumentHelp("Simulate the persons of this table instead of the synthetic ones.", valueName: "file"))
  var file: String?
}

/// For commands that can show or write rows of single persons.
struct IndividualOptions: ParsableArguments {
  @Flag(help: "Show or write rows of single persons of own microdata (--population).")
  var allowIndividuals = false

  /// Refuses own microdata unless rows of single persons are allowed.
  ///
  /// - Throws: `Stop`.
  func check(_ microdata: MicrodataOptions) throws {
    guard microdata.file != nil, !allowIndividuals else { return }
    throw Stop(
      .usage,
      Label(
        nb: "Kommandoen skriver rader for enkeltpersoner, og personene er egne data. Bruk --allow-individuals hvis "
          + "radene kan skrives.",
        en: "This command writes rows of single persons, and the persons are own microdata. Use --allow-individuals if "
          + "the rows may be written."))
  }
}
