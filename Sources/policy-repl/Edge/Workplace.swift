import PolicyCore
import PolicyLang
import PolicyReport
import PolicySession
import Simulator

/// What commands work with: the library, whose persons are simulated, and sessions whose engine is made at the first
/// question.
struct Workplace {
  let library: Library
  let console: Console
  let fitted: [String: FittedValue]
  /// Own persons instead of the synthetic ones.
  let microdata: Microdata?
  /// Whether lives of single own persons may be shown.
  private let allowsIndividuals: Bool

  /// - Throws: `Stop` for a table of persons that has errors, after these have been shown; `Cancelled`.
  init(
    _ options: SharedOptions, console: Console, microdata file: MicrodataOptions? = nil,
    individuals: IndividualOptions? = nil
  ) throws {
    allowsIndividuals = individuals?.allowIndividuals ?? false
    library = try Library(folder: options.library)
    self.console = console
    fitted = try library.fittedValues()
    let table = file?.file.map { [library] in MicrodataFile($0, library: library, console: console) }
    microdata = try table?.read()
    if let microdata { console.remark(microdata.note(persons: microdata.persons)) }
  }

  func session(size: RunSize) -> Session {
    Session(loader: library, moduleNames: library.moduleNames, fitted: fitted, size: size) {
      [library, microdata, allowsIndividuals] catalogue in
      try library.engine(for: catalogue, microdata: microdata, allowsIndividuals: allowsIndividuals)
    }
  }

  /// The simulator with these persons.
  func engine(for catalogue: Catalogue, model: Int? = nil) throws -> Engine {
    try library.engine(for: catalogue, model: model, microdata: microdata)
  }

  func provenance(_ size: RunSize, persons: Int? = nil) -> Provenance {
    Provenance(
      tool: Version.tool, engine: Version.number, data: library.digest, seed: size.seed, persons: persons,
      microdata: microdata?.source, assumptions: size.assumptions, uncertainty: size.uncertainty)
  }
}
