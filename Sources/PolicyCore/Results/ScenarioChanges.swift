/// In what two scenarios differ.
public struct ScenarioChanges: Hashable, Sendable {
  public enum Change: Hashable, Sendable {
    /// A lever for everybody, over time in both.
    case lever(String, before: Schedule, after: Schedule)
    /// A setting for some persons that only one of them has.
    case targeted(LeverSetting, rule: String?, isAdded: Bool)
    /// A parameter.
    case assumption(String, before: Double, after: Double)
  }

  /// A change with where it was written; a parameter's has no place.
  public struct Line: Hashable, Sendable {
    public var change: Change
    public var place: Place?

    public init(_ change: Change, place: Place?) {
      self.change = change
      self.place = place
    }
  }

  public var scenario: String
  public var reference: String
  public var lines: [Line]

  public init(scenario: String, reference: String, lines: [Line]) {
    self.scenario = scenario
    self.reference = reference
    self.lines = lines
  }
}
