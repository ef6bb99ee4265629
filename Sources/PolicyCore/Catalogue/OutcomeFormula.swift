/// How an outcome of one's own is made of what the model measures of a person in a year.
///
/// `share employed and not social_assistance among age < 30` is a share of persons, `mean months employed so far` a mean.
public struct OutcomeFormula: Hashable, Sendable, Codable {
  public enum Aggregate: Hashable, Sendable, Codable {
    /// The share of persons of whom something holds.
    case share(YearCondition)
    /// How many persons it holds of.
    case count(YearCondition)
    /// The mean amount of a person.
    case mean(YearQuantity)
    /// The amounts of all persons together.
    case sum(YearQuantity)
    /// The amount that this share of persons does not exceed; 0.5 is the median.
    case quantile(Double, YearQuantity)
  }

  public var aggregate: Aggregate
  /// Of whom; `.all([])` is everybody.
  public var among: YearCondition

  public init(_ aggregate: Aggregate, among: YearCondition = .all([])) {
    self.aggregate = aggregate
    self.among = among
  }

  /// Whether it adds persons up, so that it is weighted up to the population.
  public var isTotal: Bool {
    switch aggregate {
    case .share, .mean, .quantile: false
    case .count, .sum: true
    }
  }
}

/// What can hold of a person in a year of a clock.
public indirect enum YearCondition: Hashable, Sendable, Codable {
  /// What the person is when the clock starts.
  case person(PersonCondition)
  /// An outcome that is a share, by its slot: whether the person counts in it.
  case outcome(String)
  /// The bound is in the unit of the amount.
  case compared(YearQuantity, Comparison, Quantity)
  /// It held so many years before.
  case earlier(YearCondition, years: Int)
  case all([YearCondition])
  case any([YearCondition])
  case not(YearCondition)
}

/// An amount of a person in a year of a clock.
public struct YearQuantity: Hashable, Sendable, Codable {
  public enum Subject: Hashable, Sendable, Codable {
    /// An outcome in kroner, by its slot.
    case amount(of: String)
    /// The months in which the person counts in an outcome that is a share, by its slot.
    case months(of: String)
    /// The months from the clock's zero to the first in which the person counts in an outcome that is a share, by its
    /// slot; more than any number for who has not yet.
    case monthsUntil(String)
  }

  public enum Window: Hashable, Sendable, Codable {
    /// The twelve months that end with the one in which the year is measured.
    case year
    /// All months since the clock's zero.
    case soFar
  }

  public var subject: Subject
  public var window: Window

  public init(_ subject: Subject, _ window: Window = .year) {
    self.subject = subject
    self.window = window
  }
}

/// How an amount is compared with a bound.
public enum Comparison: String, Hashable, Sendable, Codable, CaseIterable {
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="

  public func holds(_ value: Double, _ bound: Double) -> Bool {
    switch self {
    case .less: value < bound
    case .lessOrEqual: value <= bound
    case .greater: value > bound
    case .greaterOrEqual: value >= bound
    }
  }
}

extension OutcomeFormula {
  /// The outcomes that it is made of, by their slots.
  public var outcomes: Set<String> {
    switch aggregate {
    case .share(let condition), .count(let condition): condition.outcomes.union(among.outcomes)
    case .mean(let quantity), .sum(let quantity), .quantile(_, let quantity): among.outcomes.union([quantity.outcome])
    }
  }

  /// The tests of what a person is, each once.
  public var persons: [PersonCondition] {
    switch aggregate {
    case .share(let condition), .count(let condition): (condition.persons + among.persons).unique
    case .mean, .sum, .quantile: among.persons
    }
  }

  /// Whether it has no number while too many persons are still waiting for what it looks at.
  public var isOfWaits: Bool {
    if case .quantile(_, let quantity) = aggregate, case .monthsUntil = quantity.subject { true } else { false }
  }

  /// Whether it is a number of the persons' order, such as the median.
  public var isQuantile: Bool {
    if case .quantile = aggregate { true } else { false }
  }

  /// Whether its amount is that of all years since the clock's zero.
  var isSoFar: Bool {
    switch aggregate {
    case .share, .count: false
    case .mean(let quantity), .sum(let quantity), .quantile(_, let quantity): quantity.looksBack
    }
  }

  /// Whether it looks at all months since the clock's zero, which calendar years do not have.
  public var looksBack: Bool {
    switch aggregate {
    case .share(let condition), .count(let condition): condition.looksBack || among.looksBack
    case .mean(let quantity), .sum(let quantity), .quantile(_, let quantity): quantity.looksBack || among.looksBack
    }
  }
}

extension YearQuantity {
  var outcome: String {
    switch subject {
    case .amount(let slot), .months(let slot), .monthsUntil(let slot): slot
    }
  }

  /// Whether it looks at all months since the clock's zero.
  var looksBack: Bool {
    if case .monthsUntil = subject { true } else { window == .soFar }
  }
}

extension YearCondition {
  private var parts: [YearCondition] {
    switch self {
    case .person, .outcome, .compared: []
    case .earlier(let part, _), .not(let part): [part]
    case .all(let parts), .any(let parts): parts
    }
  }

  var outcomes: Set<String> {
    switch self {
    case .outcome(let slot): [slot]
    case .compared(let quantity, _, _): [quantity.outcome]
    default: parts.reduce(into: []) { $0.formUnion($1.outcomes) }
    }
  }

  var looksBack: Bool {
    if case .compared(let quantity, _, _) = self { return quantity.looksBack }
    return parts.contains(where: \.looksBack)
  }

  /// The tests of what a person is, each once.
  public var persons: [PersonCondition] {
    if case .person(let condition) = self { return [condition] }
    return parts.flatMap(\.persons).unique
  }
}
