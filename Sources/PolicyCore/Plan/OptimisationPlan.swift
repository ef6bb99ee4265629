/// A checked `optimise`: the settings of one or two levers, of which the best is looked for.
public struct OptimisationPlan: Hashable, Sendable, Codable {
  public enum Aim: String, Hashable, Sendable, Codable, CaseIterable { case maximise, minimise }

  public var scenario: ScenarioPlan
  /// One or two levers, each with all numbers that it can be given, in order.
  public var axes: [SweepAxis]
  /// Whether every setting is tried, since the question gives all steps; else a search tries some of them.
  public var triesAll: Bool
  public var aim: Aim
  public var objective: MeasuredTerm
  /// Each has one bound.
  public var conditions: [ExpectationPlan]
  public var plots: [FrontPlot]

  public init(
    scenario: ScenarioPlan, axes: [SweepAxis], triesAll: Bool, aim: Aim, objective: MeasuredTerm,
    conditions: [ExpectationPlan] = [], plots: [FrontPlot] = []
  ) {
    self.scenario = scenario
    self.axes = axes
    self.triesAll = triesAll
    self.aim = aim
    self.objective = objective
    self.conditions = conditions
    self.plots = plots
  }

  /// What is measured of every setting: the objective, then the conditions.
  public var terms: [MeasuredTerm] { [objective] + conditions.map(\.measured) }

  /// The scenario that differences are taken from, the first where there are several; else the scenario as it stands.
  public var reference: ScenarioPlan {
    terms.lazy.compactMap { $0.term.other(than: scenario) }.first ?? scenario
  }

  /// How many settings there are.
  public var settingCount: Int { axes.reduce(1) { $0 * $1.numbers.count } }

  /// How many settings are tried at most.
  public var mostTried: Int { triesAll ? settingCount : min(settingCount, axes.count > 1 ? 64 : 24) }

  /// The scenario with its levers at the numbers in these places of the axes.
  public func point(_ setting: [Int]) -> LeverPoint {
    LeverPoint(
      scenario, zip(axes, setting).map { LeverPoint.Setting(lever: $0.lever, number: $0.numbers[$1]) })
  }
}

/// A picture of what the objective is at each amount of the first condition.
public struct FrontPlot: Hashable, Sendable, Codable {
  /// Where the picture goes; `nil` for the terminal.
  public var path: String?

  public init(path: String? = nil) { self.path = path }
}
