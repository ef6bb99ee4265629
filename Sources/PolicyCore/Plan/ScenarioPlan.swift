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

  /// The conditions that tell persons apart, each once, in their order.
  public var conditions: [PersonCondition] { settingsByPerson.compactMap(\.persons).unique }
}
