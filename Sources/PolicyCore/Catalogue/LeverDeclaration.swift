/// A value that a lever can take.
public enum LeverValue: Hashable, Sendable, Codable {
  case quantity(Quantity)
  /// Two integers that sum to 100 (`60/40`).
  case weights(Int, Int)
  /// A language level that a share of the participants is to reach.
  case levelTarget(level: LanguageLevel, skill: LanguageSkill, share: Double)
}

/// What a lever accepts; the bounds are static, so that range errors are found before a run.
public enum LeverDomain: Hashable, Sendable, Codable {
  /// A quantity of a unit within inclusive bounds, in stored scale.
  case quantity(unit: Unit, low: Double, high: Double)
  case weights
  case levelTarget(skill: LanguageSkill)
}

/// When the model reads a lever for a person.
public enum ReadPoint: String, Hashable, Sendable, Codable, CaseIterable {
  case settlement
  case programmeStart = "programme_start"
  /// When a spell at NAV, a programme of qualification or a place begins.
  case entry
  case monthly
}

/// Whom a dated change reaches.
public enum Reach: String, Hashable, Sendable, Codable, CaseIterable {
  case newEntrants = "new_entrants"
  case everyone
}

/// The month in a person's life that a lever can move.
public enum MovedEvent: String, Hashable, Sendable, Codable, CaseIterable {
  case settlement
  case nothing = "none"
}

/// A policy lever, declared once in `stdlib/`: checking, help, completion and the manual come from this.
public struct LeverDeclaration: Hashable, Sendable, Codable {
  /// The dotted name, as `programme.length`.
  public var name: String
  /// The model's slot that it binds; equal to the name unless said otherwise.
  public var slot: String
  public var label: Label
  /// The `##` text.
  public var documentation: String
  public var domain: LeverDomain
  public var baseline: LeverValue
  public var readAt: ReadPoint
  public var reach: Reach
  /// The parameters that its effect runs through, from lever to outcome.
  public var mechanism: [String]
  /// One sentence on how it acts, for `explain`.
  public var acts: Label
  public var citations: [Citation]
  /// The lever of the same unit that it may not exceed in any month, by name.
  public var atMost: String?
  /// Whether it moves the month of settlement, so that years since settlement count from different months.
  public var movesSettlement: Bool
  /// Whether it holds for all persons alike, so that no rule can set it for some.
  public var isCollective: Bool
  /// The declaration of a program that brought it; `nil` for a lever of the model.
  public var owner: String?

  public init(
    name: String, slot: String, label: Label, documentation: String, domain: LeverDomain, baseline: LeverValue,
    readAt: ReadPoint, reach: Reach, mechanism: [String], acts: Label, citations: [Citation],
    atMost: String? = nil, movesSettlement: Bool = false,
    isCollective: Bool = false, owner: String? = nil
  ) {
    self.name = name
    self.slot = slot
    self.label = label
    self.documentation = documentation
    self.domain = domain
    self.baseline = baseline
    self.readAt = readAt
    self.reach = reach
    self.mechanism = mechanism
    self.acts = acts
    self.citations = citations
    self.atMost = atMost
    self.movesSettlement = movesSettlement
    self.isCollective = isCollective
    self.owner = owner
  }
}
