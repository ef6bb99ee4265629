/// What a person does in a month; exactly one at a time.
public enum LifeState: String, Hashable, Sendable, Codable, CaseIterable {
  case awaitingSettlement = "awaiting_settlement"
  case programme
  case outOfWork = "out_of_work"
  case jobSeeker = "job_seeker"
  case reducedCapacity = "reduced_capacity"
  case kvp
  case jobbsjansen
  case employed
  case education
  case disability
}

/// A draw of chance in a life: what was drawn, and what it was compared with.
///
/// The uniform is the person's for this process and month, the same under every scenario; the event happens when it lies
/// below the probability.
public struct LifeChance: Hashable, Sendable, Codable {
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    case jobStart = "job_start"
    case jobLoss = "job_loss"
    /// Work while registered at NAV.
    case jobAtNAV = "job_at_nav"
    /// NAV left without a job.
    case leavingNAV = "leaving_nav"
    /// A first or further measure of a spell at NAV.
    case measure
    case registration
    /// Registered at NAV as soon as a job is lost.
    case registrationAfterLoss = "registration_after_loss"
    case education
    case reducedCapacity = "reduced_capacity"
    case disability
    case kvpOffer = "kvp_offer"
    case jobbsjansenPlace = "jobbsjansen_place"
    /// Whether a place is taken that a lever adds, or lost that it takes away.
    case takeUp = "take_up"
    case jobAfterKVP = "job_after_kvp"
    case jobAfterJobbsjansen = "job_after_jobbsjansen"
  }

  public var kind: Kind
  /// The month of the draw; what it decides begins in it, or in the next one at NAV.
  public var month: Month
  public var probability: Double
  /// In (0, 1).
  public var drawn: Double
  public var happens: Bool

  public init(kind: Kind, month: Month, probability: Double, drawn: Double, happens: Bool) {
    self.kind = kind
    self.month = month
    self.probability = probability
    self.drawn = drawn
    self.happens = happens
  }
}

/// The introduction programme as it is planned when its levers are read.
public struct ProgrammeOutline: Hashable, Sendable, Codable {
  public var start: Month
  public var months: Int
  /// The kind of NAV measure in it, by the model's key.
  public var measure: String?
  /// Whether the person reaches B1 oral.
  public var reachesB1: Bool
  /// What content, measure and level do to the monthly hazard of work once the programme is over, as a factor.
  public var jobFactor: Double

  public init(start: Month, months: Int, measure: String?, reachesB1: Bool, jobFactor: Double) {
    self.start = start
    self.months = months
    self.measure = measure
    self.reachesB1 = reachesB1
    self.jobFactor = jobFactor
  }
}

/// Something that begins or ends in a month of a life.
public struct LifeEvent: Hashable, Sendable, Codable {
  public enum Leaving: String, Hashable, Sendable, Codable, CaseIterable {
    case deathOrEmigration = "death_or_emigration"
    /// 67 years old.
    case retirementAge = "retirement_age"
    /// The life goes on, and nobody looks.
    case endOfTrace = "end_of_trace"
  }

  public enum Kind: Hashable, Sendable, Codable {
    /// Begins a state; `after` is the one before it, `nil` at the first month that is simulated.
    case enters(LifeState, after: LifeState?)
    /// Municipalities are numbered from 1, as exports have them.
    case settles(municipality: Int, county: String)
    case plansProgramme(ProgrammeOutline)
    case startsMeasure(String)
    case endsMeasure(String)
    case leaves(Leaving)
  }

  public var month: Month
  public var kind: Kind
  /// The draw that brought it; `nil` where none did, or where several did together.
  public var chance: LifeChance?

  public init(month: Month, kind: Kind, chance: LifeChance? = nil) {
    self.month = month
    self.kind = kind
    self.chance = chance
  }
}
