/// A checked `solve`: which settings of a lever reach a goal.
public struct SolvePlan: Hashable, Sendable, Codable {
  public var scenario: ScenarioPlan
  public var lever: SweptLever
  /// The ends of the range, in the stored scale of the lever's unit.
  public var low: Double
  public var high: Double
  /// What is to hold; one scenario of its term is the one that is moved.
  public var goal: ExpectationPlan

  public init(scenario: ScenarioPlan, lever: SweptLever, low: Double, high: Double, goal: ExpectationPlan) {
    self.scenario = scenario
    self.lever = lever
    self.low = low
    self.high = high
    self.goal = goal
  }

  /// The scenario on the other side of the goal's difference; `nil` when the goal is about a level.
  public var other: ScenarioPlan? {
    guard case .difference(let minuend, let subtrahend) = goal.term else { return nil }
    return isSubtracted ? minuend : subtrahend
  }

  /// Whether the goal subtracts the scenario that is moved.
  public var isSubtracted: Bool {
    guard case .difference(_, let subtrahend) = goal.term else { return false }
    return subtrahend.name == scenario.name
  }

  /// The distance between two settings that are told apart: the lever's whole units, and no finer than about a hundredth
  /// of the range.
  public var step: Double { lever.scale.resolution(of: high - low) }

  /// The number of the last setting; the first is 0.
  public var lastSetting: Int { max(0, Int(((high - low) / step - 1e-9).rounded(.up))) }

  /// A setting's number, in the stored scale of the lever's unit; the last one is the end of the range.
  public func number(of setting: Int) -> Double {
    setting >= lastSetting ? high : lever.scale.number(low, plus: setting, of: step)
  }

  public func point(_ setting: Int) -> LeverPoint {
    LeverPoint(scenario, [.init(lever: lever, number: number(of: setting))])
  }
}

extension LeverScale {
  /// The distance between two numbers that a person would tell apart in a range.
  func resolution(of range: Double) -> Double {
    let whole: Double =
      switch unit {
      case .months, .years, .hours, .persons, .kroner, .millionKroner: 1
      case .share: 0.01
      case .points: 0.001
      case .basicAmount: 0.01
      case .number: self == .weights ? 1 : 0.01
      }
    var step = whole
    while step * 1000 <= range * (1 + 1e-9) { step *= 10 }
    return step
  }
}
