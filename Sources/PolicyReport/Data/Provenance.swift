import PolicyCore

/// What a result was made with, so that it can be made again.
public struct Provenance: Hashable, Sendable {
  /// Name and version of the tool.
  public var tool: String
  /// Version of the simulation engine; equal versions give equal numbers.
  public var engine: String
  /// Version of the policy language.
  public var language: Int
  /// Version or digest of the standard library's data.
  public var data: String
  public var seed: UInt64
  /// Persons of the population that were simulated, when all questions share a size.
  public var persons: Int?
  /// The user's own persons; `nil` for the synthetic ones.
  public var microdata: MicrodataSource?
  /// The set of assumptions that was simulated, and what differed between replicates; `nil` without a simulation.
  public var assumptions: AssumptionSet?
  public var uncertainty: RunUncertainty?

  public init(
    tool: String, engine: String, language: Int = 1, data: String, seed: UInt64, persons: Int? = nil,
    microdata: MicrodataSource? = nil, assumptions: AssumptionSet? = nil, uncertainty: RunUncertainty? = nil
  ) {
    self.tool = tool
    self.engine = engine
    self.language = language
    self.data = data
    self.seed = seed
    self.persons = persons
    self.microdata = microdata
    self.assumptions = assumptions
    self.uncertainty = uncertainty
  }
}

extension Provenance {
  /// The member of a document that says whose persons were simulated; none for the synthetic ones.
  var population: [(key: String, value: JSONValue)] {
    guard let microdata else { return [] }
    let members: [(key: String, value: JSONValue)] = [
      ("file", .string(microdata.file)), ("rows", .integer(microdata.rows)), ("hash", .string("FNV-1a, 64 bits")),
      ("fingerprint", .string(microdata.fingerprint)),
    ]
    return [("population", .object(members))]
  }
}
