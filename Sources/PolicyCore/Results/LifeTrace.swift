/// What one person had in a calendar year, as the run counts it.
public struct LifeYear: Hashable, Sendable, Codable {
  public var year: Int
  /// Kroner of 2018.
  public var labourIncome: Double
  public var assistanceMonths: Int
  /// Kroner of 2018.
  public var benefits: Double
  /// Net, of state and municipalities; kroner of 2018.
  public var publicCost: Double

  public init(year: Int, labourIncome: Double, assistanceMonths: Int, benefits: Double, publicCost: Double) {
    self.year = year
    self.labourIncome = labourIncome
    self.assistanceMonths = assistanceMonths
    self.benefits = benefits
    self.publicCost = publicCost
  }
}

/// One life under one scenario.
public struct TracedLife: Hashable, Sendable, Codable {
  public var scenario: String
  /// In the order in which they happen.
  public var events: [LifeEvent]
  /// Calendar years at whose end the person is there.
  public var years: [LifeYear]

  public init(scenario: String, events: [LifeEvent], years: [LifeYear]) {
    self.scenario = scenario
    self.events = events
    self.years = years
  }
}

/// A lever or an assumption that the two scenarios set differently for the person when it is read.
public struct ReachedSetting: Hashable, Sendable, Codable {
  /// The lever's name, or `assume PARAMETER`.
  public var name: String
  /// When it is read; `nil` for what is in force at all times.
  public var read: Month?
  public var readAt: ReadPoint?
  /// As they are written, by scenario.
  public var values: [String]
  /// The conditions of the settings for some persons that gave the values, by scenario.
  public var conditions: [PersonCondition?]

  public init(
    name: String, read: Month?, readAt: ReadPoint?, values: [String], conditions: [PersonCondition?] = [nil, nil]
  ) {
    self.name = name
    self.read = read
    self.readAt = readAt
    self.values = values
    self.conditions = conditions
  }
}

/// Where two lives of one person part, and why as far as the model can say.
public struct Parting: Hashable, Sendable, Codable {
  public enum Reason: Hashable, Sendable, Codable {
    /// One draw, compared with the two scenarios' probabilities; `nil` where a scenario has no such draw.
    case chance(LifeChance.Kind, drawn: Double, probabilities: [Double?])
    /// The programme ends as planned under one scenario, and was planned otherwise under the other.
    case programme([ProgrammeOutline])
    /// The same draw gives a measure or a place another length, since its mean is another one.
    case length(LastingThing, months: [Int])
    /// Settled in another month or municipality.
    case settlement
    /// Not told by one draw: the kind of a measure, or several draws together.
    case other
  }

  /// What lasts for a number of months that is drawn.
  public enum LastingThing: Hashable, Sendable, Codable {
    /// By the model's key.
    case measure(String)
    case place(LifeState)
  }

  public var month: Month
  public var reason: Reason
  /// What reached the person until then; one or more of these made the difference.
  public var settings: [ReachedSetting]

  public init(month: Month, reason: Reason, settings: [ReachedSetting]) {
    self.month = month
    self.reason = reason
    self.settings = settings
  }
}

/// The answer to a `trace`: one person's life under one scenario or two, made by the run's own code.
public struct LifeTrace: Hashable, Sendable, Codable {
  public var plan: TracePlan
  /// The number in the population's fixed order, from 0.
  public var person: Int
  /// The person's category of each attribute, by slots in the model's order: as settled, or as arrived.
  public var facts: [String: String]
  public var birth: Month
  public var arrival: Month
  /// By scenario.
  public var lives: [TracedLife]
  /// `nil` when the lives are the same, or there is one.
  public var parting: Parting?
  /// Where the lives do not part: what reached the person all the same, and changed nothing that they did.
  public var withoutEffect: [ReachedSetting]
  /// Of own microdata: shown, and in no file.
  public var isOfMicrodata: Bool

  public init(
    plan: TracePlan, person: Int, facts: [String: String], birth: Month, arrival: Month, lives: [TracedLife],
    parting: Parting?, withoutEffect: [ReachedSetting] = [], isOfMicrodata: Bool = false
  ) {
    self.plan = plan
    self.person = person
    self.facts = facts
    self.birth = birth
    self.arrival = arrival
    self.lives = lives
    self.parting = parting
    self.withoutEffect = withoutEffect
    self.isOfMicrodata = isOfMicrodata
  }
}
