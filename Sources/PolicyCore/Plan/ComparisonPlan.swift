/// Which persons a question is about: those whose clock starts within these years, inclusive.
public struct CohortRange: Hashable, Sendable, Codable {
  public var firstYear: Int
  public var lastYear: Int

  public init(firstYear: Int, lastYear: Int) {
    self.firstYear = firstYear
    self.lastYear = lastYear
  }
}

/// A condition that persons of a question meet when the clock starts, with the words that readers know them by.
public struct GroupFilter: Hashable, Sendable, Codable {
  public var condition: PersonCondition
  public var label: Label

  public init(_ condition: PersonCondition, label: Label) {
    self.condition = condition
    self.label = label
  }
}

/// Two scenarios of a question whose paired difference is asked for besides those to the reference, by their indices.
public struct ScenarioPair: Hashable, Sendable, Codable {
  public var minuend: Int
  public var subtrahend: Int

  public init(minuend: Int, subtrahend: Int) {
    self.minuend = minuend
    self.subtrahend = subtrahend
  }
}

/// One question to the model: levels of outcomes for scenarios, on a clock, by groups.
public struct ComparisonPlan: Hashable, Sendable, Codable {
  public var scenarios: [ScenarioPlan]
  /// Index of the scenario that the others are compared with.
  public var reference: Int
  /// Outcome slots.
  public var outcomes: [String]
  /// Of the outcomes that the model does not have of its own, how they are made, by slot.
  public var formulas: [String: OutcomeFormula]
  public var clock: Clock
  /// Years on the clock (1, 2, …) or calendar years.
  public var years: [Int]
  /// Attribute slots, at most two.
  ///
  /// All persons together are always answered too, with an empty group.
  public var by: [String]
  public var filters: [GroupFilter]
  public var cohorts: CohortRange?
  /// Further differences, none of them to the reference.
  public var pairs: [ScenarioPair]

  public init(
    scenarios: [ScenarioPlan], reference: Int = 0, outcomes: [String], clock: Clock, years: [Int], by: [String] = [],
    filters: [GroupFilter] = [], cohorts: CohortRange? = nil, pairs: [ScenarioPair] = [],
    formulas: [String: OutcomeFormula] = [:]
  ) {
    self.scenarios = scenarios
    self.reference = reference
    self.outcomes = outcomes
    self.clock = clock
    self.years = years
    self.by = by
    self.filters = filters
    self.cohorts = cohorts
    self.pairs = pairs
    self.formulas = formulas
  }
}

/// How much is simulated, and how.
public struct RunSize: Hashable, Sendable, Codable {
  /// Persons of the population's fixed stratified order, weighted up to the whole.
  public var persons: Int
  public var replicates: Int
  public var seed: UInt64
  /// Has no influence on any result.
  public var threads: Int
  /// The set that unknown parameters take their values from; a scenario's own `assume` goes before.
  public var assumptions: AssumptionSet
  /// What differs between the replicates.
  public var uncertainty: RunUncertainty

  public init(
    persons: Int, replicates: Int, seed: UInt64 = 1, threads: Int = 1, assumptions: AssumptionSet = .central,
    uncertainty: RunUncertainty = .monteCarlo
  ) {
    self.persons = persons
    self.replicates = replicates
    self.seed = seed
    self.threads = threads
    self.assumptions = assumptions
    self.uncertainty = uncertainty
  }

  public static let quick = RunSize(persons: 60_000, replicates: 8)
  public static let full = RunSize(persons: 300_000, replicates: 20)
}
