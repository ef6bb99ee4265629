/// A lever with the numbers that a sweep gives it, in order.
public struct SweepAxis: Hashable, Sendable, Codable {
  public var lever: SweptLever
  /// In the stored scale of the lever's unit.
  public var numbers: [Double]

  public init(lever: SweptLever, numbers: [Double]) {
    self.lever = lever
    self.numbers = numbers
  }
}

/// One number of an answer at each point: an outcome in a year.
public struct Measure: Hashable, Sendable, Codable {
  /// The outcome's slot in the model.
  public var outcome: String
  public var year: Int

  public init(outcome: String, year: Int) {
    self.outcome = outcome
    self.year = year
  }
}

/// A picture of a sweep.
public struct PlotPlan: Hashable, Sendable, Codable {
  public var measure: Measure
  /// The attribute slot whose categories are lines of their own.
  public var by: String?
  /// Where the picture goes; `nil` for the terminal.
  public var path: String?

  public init(measure: Measure, by: String? = nil, path: String? = nil) {
    self.measure = measure
    self.by = by
    self.path = path
  }
}

/// A checked `sweep`: a scenario with one or two of its levers moved in steps, each point compared with a reference.
public struct SweepPlan: Framed, Hashable, Sendable, Codable {
  public var scenario: ScenarioPlan
  /// What is subtracted: the scenario's base unless another was named.
  public var reference: ScenarioPlan
  /// One or two.
  public var axes: [SweepAxis]
  /// What the table shows.
  public var measures: [Measure]
  public var plots: [PlotPlan]
  public var frame: QuestionFrame

  public init(
    scenario: ScenarioPlan, reference: ScenarioPlan, axes: [SweepAxis], measures: [Measure], plots: [PlotPlan] = [],
    frame: QuestionFrame
  ) {
    self.scenario = scenario
    self.reference = reference
    self.axes = axes
    self.measures = measures
    self.plots = plots
    self.frame = frame
  }

  /// More points than these are refused: they would take an hour and be read by nobody.
  public static let mostPoints = 500

  /// All points, the last lever moving fastest.
  public var points: [LeverPoint] {
    axes.reduce([LeverPoint(scenario, [])]) { points, axis in
      points.flatMap { point in
        axis.numbers.map { LeverPoint(scenario, point.settings + [.init(lever: axis.lever, number: $0)]) }
      }
    }
  }

  /// What is shown and drawn, each once.
  public var allMeasures: [Measure] { (measures + plots.map(\.measure)).unique }

  /// The question to the model about all points, the reference first, divided by some attributes.
  public func question(by: [String]) -> ComparisonPlan {
    ComparisonPlan(
      scenarios: [reference] + points.map(\.plan), measures: allMeasures, frame: frame.divided(by: by))
  }
}
