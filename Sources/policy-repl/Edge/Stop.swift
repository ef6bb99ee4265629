import PolicyCore

/// What the process says to its caller; CI reads nothing else before this.
enum ExitStatus: Int32 {
  case success = 0
  /// An expectation failed or is undecided.
  case expectation = 1
  /// A file has errors.
  case source = 2
  /// The simulation could not run, or its results not be written.
  case failure = 3
  /// Only snapshots differ.
  case snapshot = 4
  /// Nothing to test.
  case nothing = 5
  /// Wrong usage.
  case usage = 64
  /// A bug in the tool.
  case bug = 70
  case interrupted = 130

  /// A file is not formatted: like an expectation, something that was to hold does not.
  static let unformatted = ExitStatus.expectation
}

/// Ends the command, with a sentence for people unless everything has been said.
struct Stop: Error {
  var status: ExitStatus
  var message: Label?

  init(_ status: ExitStatus, _ message: Label? = nil) {
    self.status = status
    self.message = message
  }

  static let interrupted = Label(
    nb: "Avbrutt. Det er ikke noe svar.", en: "Interrupted. There is no answer.")

  static func nothingFound(_ paths: [String]) -> Stop {
    let list = paths.joined(separator: ", ")
    return Stop(
      .nothing, Label(nb: "Ingen policy-filer i \(list).", en: "There are no policy files in \(list)."))
  }
}
