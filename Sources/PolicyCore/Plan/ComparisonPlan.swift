/// Two scenarios of a question whose paired difference is asked for besides those to the reference, by their indices.
public struct ScenarioPair: Hashable, Sendable, Codable {
  public var minuend: Int
  public var subtrahend: Int

  public init(minuend: Int, subtrahend: Int) {
    self.minuend = minuend
    self.subtrahend = subtrahend
  }
}

/// One question to the model: levels of outcomes for scenarios, in a frame.
public struct ComparisonPlan: Framed, Hashable, Sendable, Codable {
  public var scenarios: [ScenarioPlan]
  /// Index of the scenario that the others are compared with.
  public var reference: Int
  /// Outcome slots.
  public var outcomes: [String]
  /// Years on the clock (1, 2, …) or calendar years.
  public var years: [Int]
  public var frame: QuestionFrame
  /// Further differences, none of them to the reference.
  public var pairs: [ScenarioPair]

  public init(
    scenarios: [ScenarioPlan], reference: Int = 0, outcomes: [String], years: [Int], frame: QuestionFrame,
    pairs: [ScenarioPair] = []
  ) {
    self.scenarios = scenarios
    self.reference = reference
    self.outcomes = outcomes
    self.years = years
    self.frame = frame
    self.pairs = pairs
  }

  /// A question whose frame is given in parts.
  public init(
    scenarios: [ScenarioPlan], reference: Int = 0, outcomes: [String], clock: Clock, years: [Int], by: [String] = [],
    filters: [GroupFilter] = [], cohorts: CohortRange? = nil, pairs: [ScenarioPair] = [],
    formulas: [String: OutcomeFormula] = [:]
  ) {
    self.init(
      scenarios: scenarios, reference: reference, outcomes: outcomes, years: years,
      frame: QuestionFrame(clock, by: by, filters: filters, cohorts: cohorts, formulas: formulas), pairs: pairs)
  }

  /// The question for some numbers of each scenario, the first one being the reference.
  public init(scenarios: [ScenarioPlan], measures: [Measure], frame: QuestionFrame, pairs: [ScenarioPair] = []) {
    self.init(
      scenarios: scenarios, outcomes: measures.map(\.outcome).unique, years: Set(measures.map(\.year)).sorted(),
      frame: frame, pairs: pairs)
  }
}

/// A picture of a comparison: an outcome over the years, a line for each scenario.
public struct YearsPlot: Hashable, Sendable, Codable {
  /// The outcome's slot.
  public var outcome: String
  /// The attribute slot whose categories are lines of their own.
  public var by: String?
  /// Where the picture goes; `nil` for the terminal.
  public var path: String?

  public init(outcome: String, by: String? = nil, path: String? = nil) {
    self.outcome = outcome
    self.by = by
    self.path = path
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
