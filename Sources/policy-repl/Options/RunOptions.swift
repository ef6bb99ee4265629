import ArgumentParser
import PolicyCore
import Simulator

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// How much is simulated; the sizes are printed with every table.
struct SizeOptions: ParsableArguments {
  @Option(help: "Persons to simulate, the first of a fixed order, weighted up to the whole (quick: 60000).")
  var persons: Int?

  @Option(help: "Paired runs; one gives no interval (quick: 8).")
  var replicates: Int?

  @Flag(help: "300000 persons and 20 runs.")
  var full = false

  @Option(help: "What all random numbers follow from.")
  var seed: UInt64 = RunSize.quick.seed

  @Option(help: "Threads; without influence on any result (default: all processors).")
  var threads: Int?

  /// What `--persons` and `--replicates` take.
  static let persons = 1...10_000_000
  static let replicates = 1...10_000

  func validate() throws {
    try Self.check(persons: persons)
    if let replicates, !Self.replicates.contains(replicates) {
      throw ValidationError("--replicates must be from 1 to 10000.")
    }
    if let threads, !(1...1_024).contains(threads) { throw ValidationError("--threads must be from 1 to 1024.") }
  }

  static func check(persons: Int?) throws {
    if let persons, !Self.persons.contains(persons) {
      throw ValidationError("--persons must be from 1 to 10000000.")
    }
  }

  /// - Parameters:
  ///   - standard: The size unless something else is asked for.
  ///   - microdata: Own persons, of whom all are simulated unless fewer are asked for.
  func size(standard: RunSize = .quick, of microdata: Microdata? = nil) -> RunSize {
    let base = full ? RunSize.full : standard
    let all = microdata?.persons
    return RunSize(
      persons: min(persons ?? all ?? base.persons, all ?? .max), replicates: replicates ?? base.replicates, seed: seed,
      threads: threads ?? max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))))
  }
}

/// Where results go besides standard output.
struct ResultOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Write all results as JSON.", valueName: "file"))
  var json: String?

  @Option(help: ArgumentHelp("Write all results as CSV into this folder.", valueName: "dir"))
  var csv: String?
}
