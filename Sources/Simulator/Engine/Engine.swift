import PolicyCore
import Synchronization

/// The microsimulation: answers comparisons on a synthetic population with common random numbers.
///
/// Every draw is a pure function of (seed, replicate, person, process, month), and counts are whole numbers, so results
/// are the same to the bit for any number of threads.
public final class Engine: PolicyEngine {
  let lowering: Lowering
  let clocks = LifeClocks()
  private let populations: Mutex<(persons: Int, population: Population)?> = Mutex(nil)
  /// The user's own persons; `nil` for the synthetic ones.
  let microdata: Microdata?
  /// Whether lives of single own persons may be shown.
  let allowsIndividuals: Bool

  /// - Parameters:
  ///   - seekerModel: which model (1–3) of Tabell 13 governs job seekers at NAV; 3 holds for all spells.
  ///   - microdata: own persons instead of the synthetic ones.
  ///   - allowsIndividuals: whether lives of single own persons may be shown.
  /// - Throws: `DataError` when the data do not fit the catalogue.
  public init(
    data: ModelData, catalogue: Catalogue, seekerModel: Int = 3, microdata: Microdata? = nil,
    allowsIndividuals: Bool = false
  ) throws {
    self.microdata = microdata
    self.allowsIndividuals = allowsIndividuals
    let values = Dictionary(
      catalogue.modelParameters.map { ($0.slot, $0.value) }, uniquingKeysWith: { first, _ in first })
    lowering = try Lowering(
      data: data, catalogue: catalogue, parameters: try ParameterValues(values), seekerModel: seekerModel)
  }

  /// The population of a run's size; made at the first question and kept while the size stays.
  public func population(persons: Int) throws -> Population {
    try populations.withLock { kept in
      if let kept, kept.persons == persons { return kept.population }
      let made =
        try microdata?.population(persons: persons)
        ?? Population.make(from: lowering.data.population, persons: persons)
      kept = (persons, made)
      return made
    }
  }

  public func answer(
    _ plan: ComparisonPlan, size: RunSize, cancellation: Cancellation,
    progress: @escaping @Sendable (RunProgress) -> Void
  ) throws -> ComparisonResult {
    try translatingErrors {
      let population = try population(persons: size.persons)
      var run = try ComparisonRun(
        plan, size: size, population: population, lowering: lowering(size.assumptions), clocks: clocks)
      try run.fillPlaces(cancellation: cancellation)
      return shown(run.result(try run.sums(cancellation: cancellation, progress: progress)), of: population)
    }
  }
}
