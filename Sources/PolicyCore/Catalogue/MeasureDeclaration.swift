/// A labour-market measure that does not exist, as a program declares it (`measure language_job … end`).
///
/// What it brings (a lever and four parameters) stands in the catalogue beside the model's own, marked by its `owner`.
public struct MeasureDeclaration: Hashable, Sendable, Codable {
  public var name: String
  public var label: Label
  /// The `##` text.
  public var documentation: String
  /// The groups at NAV that it is for.
  public var groups: [MeasureGroup]
  /// Of whom among them it is, by what holds when their spell begins (`nil`: of all).
  public var persons: PersonCondition?
  /// How a scenario says how many get it.
  public var intake: MeasureIntake
  public var benefit: MeasureBenefit
  /// In the order of `MeasureNumber`.
  public var parameters: [ParameterDeclaration]

  public init(
    name: String, label: Label, documentation: String, groups: [MeasureGroup], persons: PersonCondition?,
    intake: MeasureIntake, benefit: MeasureBenefit, parameters: [ParameterDeclaration]
  ) {
    self.name = name
    self.label = label
    self.documentation = documentation
    self.groups = groups
    self.persons = persons
    self.intake = intake
    self.benefit = benefit
    self.parameters = parameters
  }

  /// So many can be declared beside each other: the engine has a place for each.
  public static let most = 4

  public subscript(_ number: MeasureNumber) -> ParameterDeclaration { parameters[number.ordinal] }

  /// The lever by which a scenario gives it places: none in the baseline.
  public var lever: LeverDeclaration {
    let name = "\(name).\(intake.word)"
    return LeverDeclaration(
      name: name, slot: name, label: intake.label(of: label), documentation: documentation, domain: intake.domain,
      baseline: .quantity(Quantity(0, intake.unit)), readAt: .monthly, reach: .everyone, mechanism: mechanism,
      acts: intake.acts, citations: [], isCollective: intake.isCollective, owner: self.name)
  }

  /// Its own numbers, and what its participants miss of today's measures.
  private var mechanism: [String] { parameters.map(\.name) + groups.map(\.causalShare) }
}

/// Whom NAV follows up.
public enum MeasureGroup: String, Hashable, Sendable, Codable, CaseIterable {
  case jobSeekers = "job_seekers"
  case reducedCapacity = "reduced_capacity"

  public var label: Label {
    switch self {
    case .jobSeekers: Label(nb: "arbeidssøkere", en: "job seekers")
    case .reducedCapacity: Label(nb: "personer med nedsatt arbeidsevne", en: "persons with reduced work capacity")
    }
  }

  /// What today's measures do, which participants in another one are without meanwhile.
  fileprivate var causalShare: String {
    switch self {
    case .jobSeekers: "seeker.causal_share"
    case .reducedCapacity: "reduced.causal_share"
    }
  }
}

/// How many get a measure, with the most that a scenario may say.
public enum MeasureIntake: Hashable, Sendable, Codable {
  /// Persons who start in a year, of the whole population.
  case places(most: Double)
  /// Of those who could start and go on to be registered, the share who do within a year.
  case share(most: Double)

  var word: String {
    switch self {
    case .places: "places"
    case .share: "share"
    }
  }

  var unit: Unit {
    switch self {
    case .places: .persons
    case .share: .share
    }
  }

  var domain: LeverDomain {
    switch self {
    case .places(let most), .share(let most): .quantity(unit: unit, low: 0, high: most)
    }
  }

  /// A number of places is one for all; a share can differ between persons.
  var isCollective: Bool {
    switch self {
    case .places: true
    case .share: false
    }
  }

  fileprivate func label(of measure: Label) -> Label {
    switch self {
    case .places: Label(nb: "\(measure.nb), plasser i året", en: "\(measure.en), places a year")
    case .share:
      Label(nb: "\(measure.nb), andel som starter i året", en: "\(measure.en), share who start in a year")
    }
  }

  fileprivate var acts: Label {
    switch self {
    case .places:
      Label(
        nb: "Så mange starter i året, så langt det finnes noen som kan.",
        en: "So many start in a year, as far as there is somebody who can.")
    case .share:
      Label(
        nb: "Så stor del av dem som kan, starter i løpet av et år.",
        en: "So large a part of those who can start within a year.")
    }
  }
}

/// What participants get meanwhile.
public enum MeasureBenefit: String, Hashable, Sendable, Codable, CaseIterable {
  /// As on today's measures: the measure allowance for those without another benefit.
  case allowance = "measure_allowance"
  /// A subsidised job: the cost is a subsidy of wages, and there is no allowance.
  case wages
  case none

  public var label: Label {
    switch self {
    case .allowance: Label(nb: "tiltakspenger som i dag", en: "the measure allowance as today")
    case .wages: Label(nb: "lønn; kostnaden er et tilskudd til den", en: "wages; the cost is a subsidy of them")
    case .none: Label(nb: "ingenting utover det de har", en: "nothing beyond what they have")
    }
  }
}
