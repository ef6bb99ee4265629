/// A checked `attribute`: the parts in which a scenario differs from a reference, over which their difference divides.
public struct AttributionPlan: Framed, Hashable, Sendable, Codable {
  /// A setting of one of the two scenarios, or of both.
  public struct Line: Hashable, Sendable, Codable {
    public var setting: LeverSetting
    /// The part that it belongs to; `nil` when both scenarios have it.
    public var part: Int?
    /// Whether it comes with its part, and does not go with it.
    public var isOfScenario: Bool

    public init(_ setting: LeverSetting, part: Int? = nil, isOfScenario: Bool = true) {
      self.setting = setting
      self.part = part
      self.isOfScenario = isOfScenario
    }
  }

  /// A parameter that the two scenarios give different values; `nil` is the declared one.
  public struct Assumption: Hashable, Sendable, Codable {
    public var slot: String
    public var part: Int
    public var inReference: Double?
    public var inScenario: Double?

    public init(slot: String, part: Int, inReference: Double?, inScenario: Double?) {
      self.slot = slot
      self.part = part
      self.inReference = inReference
      self.inScenario = inScenario
    }
  }

  public var scenario: ScenarioPlan
  public var reference: ScenarioPlan
  /// At least one.
  public var parts: [ReformPart]
  /// Each in force over earlier ones.
  public var lines: [Line]
  public var assumptions: [Assumption]
  /// What is divided.
  public var measures: [Measure]
  public var frame: QuestionFrame

  public init(
    scenario: ScenarioPlan, reference: ScenarioPlan, parts: [ReformPart], lines: [Line],
    assumptions: [Assumption] = [], measures: [Measure], frame: QuestionFrame
  ) {
    self.scenario = scenario
    self.reference = reference
    self.parts = parts
    self.lines = lines
    self.assumptions = assumptions
    self.measures = measures
    self.frame = frame
  }

  /// More parts are refused: their table would be read by nobody.
  public static let mostParts = 40
  /// With at most so many parts every combination is simulated; with more, orders are sampled.
  public static let mostPartsExactly = 10

  /// The reference with some of the parts, as bits by their position.
  public func scenario(with parts: UInt64) -> ScenarioPlan {
    if parts == 0 { return reference }
    if parts == everything { return scenario }
    func has(_ part: Int) -> Bool { parts & 1 << UInt64(part) != 0 }
    var plan = reference
    plan.name = "\(scenario.name) with " + self.parts.indices.filter(has).map { "\($0 + 1)" }.joined(separator: ", ")
    plan.settings = lines.filter { line in line.part.map { has($0) == line.isOfScenario } ?? true }.map(\.setting)
    for assumption in assumptions where has(assumption.part) {
      plan.parameters[assumption.slot] = assumption.inScenario
    }
    return plan
  }

  /// All parts.
  public var everything: UInt64 { parts.count >= 64 ? .max : 1 << UInt64(parts.count) - 1 }

  /// The question to the model about some combinations of parts, the reference first.
  public func question(_ combinations: [UInt64]) -> ComparisonPlan {
    ComparisonPlan(
      scenarios: [reference] + combinations.map { scenario(with: $0) }, measures: measures, frame: frame)
  }
}
