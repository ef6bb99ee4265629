/// A lever's value over a period.
public struct LeverSetting: Hashable, Sendable, Codable {
  /// The lever's slot in the model.
  public var slot: String
  public var value: LeverValue
  /// First month in force (`nil`: from the beginning).
  public var from: Month?
  /// Last month in force (`nil`: to the end).
  public var until: Month?
  /// Whom it reaches (`nil`: everybody).
  public var persons: PersonCondition?

  public init(
    slot: String, value: LeverValue, from: Month? = nil, until: Month? = nil, persons: PersonCondition? = nil
  ) {
    self.slot = slot
    self.value = value
    self.from = from
    self.until = until
    self.persons = persons
  }
}

/// A checked scenario, flat: all settings along its chain of bases, later ones in force over earlier ones.
public struct ScenarioPlan: Hashable, Sendable, Codable {
  public var name: String
  public var base: String?
  /// Only what differs from the declared baselines.
  public var settings: [LeverSetting]
  /// Parameter values by slot that differ from the declared ones (tests, sensitivity).
  public var parameters: [String: Double]
  /// Measures of one's own that its settings and parameters may speak of; those that no setting gives places do nothing.
  public var measures: [MeasureDeclaration]

  public init(
    name: String, base: String? = nil, settings: [LeverSetting] = [], parameters: [String: Double] = [:],
    measures: [MeasureDeclaration] = []
  ) {
    self.name = name
    self.base = base
    self.settings = settings
    self.parameters = parameters
    self.measures = measures
  }

  /// The conditions of its targeted settings, each once, in their order.
  public var conditions: [PersonCondition] { settings.compactMap(\.persons).unique }

  /// Whether a setting or a parameter is a measure's.
  public func uses(_ measure: MeasureDeclaration) -> Bool {
    settings.contains { $0.slot == measure.lever.slot }
      || measure.parameters.contains { parameters[$0.slot] != nil }
  }

  /// The same with all measures that are known, so that a question may move any of them.
  ///
  /// What it uses stays as it was when the scenario was declared.
  public func knowing(_ known: [MeasureDeclaration]) -> ScenarioPlan {
    let used = measures.filter(uses)
    var plan = self
    plan.measures =
      known.map { measure in used.first { $0.name == measure.name } ?? measure }
      + used.filter { measure in !known.contains { $0.name == measure.name } }
    return plan
  }
}
