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
  public var other: ScenarioPlan? { goal.term.other(than: scenario) }

  /// Whether the goal subtracts the scenario that is moved.
  public var isSubtracted: Bool { goal.term.subtracts(scenario) }

  /// The settings that are told apart, in the stored scale of the lever's unit.
  public var numbers: [Double] { lever.numbers(from: low, to: high) }

  /// The number of the last setting; the first is 0.
  public var lastSetting: Int { numbers.count - 1 }

  public func number(of setting: Int) -> Double {
    let numbers = numbers
    return numbers[min(setting, numbers.count - 1)]
  }

  public func point(_ setting: Int) -> LeverPoint {
    LeverPoint(scenario, [.init(lever: lever, number: number(of: setting))])
  }
}

extension SweptLever {
  /// All numbers from one to another that are told apart: the lever's whole units, and no finer than about a hundredth of
  /// the range.
  public func numbers(from low: Double, to high: Double) -> [Double] {
    let step = scale.resolution(of: high - low)
    let last = max(0, Int(((high - low) / step - 1e-9).rounded(.up)))
    return (0..<last).map { scale.number(low, plus: $0, of: step) } + [high]
  }
}

extension LeverScale {
  /// The distance between two numbers that a person would tell apart in a range.
  fileprivate func resolution(of range: Double) -> Double {
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
