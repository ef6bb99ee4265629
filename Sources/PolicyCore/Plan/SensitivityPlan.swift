/// Which parameters a `sensitivity` moves.
public enum SensitivityScope: String, Hashable, Sendable, Codable, CaseIterable {
  /// What is taken from a declared range: assumed, descriptive and external parameters.
  case assumptions
  /// Those and what was fitted or estimated: all but law and rates.
  case parameters
}

/// A parameter with the two values that it is moved to.
public struct MovedParameter: Hashable, Sendable, Codable {
  public var name: String
  /// The parameter's slot in the model.
  public var slot: String
  public var grade: EvidenceGrade
  public var low: Double
  public var high: Double

  public init(name: String, slot: String, grade: EvidenceGrade, low: Double, high: Double) {
    self.name = name
    self.slot = slot
    self.grade = grade
    self.low = low
    self.high = high
  }

  /// The ends of what is known of a parameter: its declared range, or two standard errors either way within that.
  ///
  /// - Returns: `nil` when the scope does not take it, or nothing is uncertain of it.
  public init?(_ parameter: ParameterDeclaration, in scope: SensitivityScope) {
    var (low, high) = (parameter.low, parameter.high)
    if !parameter.grade.isTakenFromRange {
      guard scope == .parameters, parameter.grade != .rule, let error = parameter.standardError, error.isFinite else {
        return nil
      }
      let (least, most) = parameter.range.map { ($0.lowerBound, $0.upperBound) } ?? (-.infinity, .infinity)
      low = max(parameter.value - 2 * error, least)
      high = min(parameter.value + 2 * error, most)
    }
    guard low.isFinite, high.isFinite, low < high else { return nil }
    self.init(name: parameter.name, slot: parameter.slot, grade: parameter.grade, low: low, high: high)
  }
}

/// A checked `sensitivity`: how a difference, or a level, moves with each uncertain parameter.
public struct SensitivityPlan: Framed, Hashable, Sendable, Codable {
  public enum End: String, Hashable, Sendable, Codable, CaseIterable { case low, high }

  public var scenario: ScenarioPlan
  /// What is subtracted; `nil` for the scenario's level.
  public var reference: ScenarioPlan?
  public var parameters: [MovedParameter]
  /// Parameters that one of the scenarios sets itself, by name: these are not moved.
  public var fixed: [String]
  public var measures: [Measure]
  public var frame: QuestionFrame

  public init(
    scenario: ScenarioPlan, reference: ScenarioPlan?, parameters: [MovedParameter], fixed: [String] = [],
    measures: [Measure], frame: QuestionFrame
  ) {
    self.scenario = scenario
    self.reference = reference
    self.parameters = parameters
    self.fixed = fixed
    self.measures = measures
    self.frame = frame
  }

  /// A scenario with a parameter at one end, by a name that no scenario of a program can have.
  public func variant(of scenario: ScenarioPlan, _ parameter: MovedParameter, _ end: End) -> ScenarioPlan {
    var variant = scenario
    variant.name = "\(scenario.name) with \(parameter.name) \(end.rawValue)"
    variant.parameters[parameter.slot] = end == .low ? parameter.low : parameter.high
    return variant
  }

  /// The two scenarios as they stand; one when a level is asked for.
  public var scenarios: [ScenarioPlan] { [reference, scenario].compactMap { $0 } }

  /// The question to the model, with every parameter at either end in all scenarios alike.
  public var question: ComparisonPlan {
    let moved = parameters.flatMap { parameter in
      End.allCases.flatMap { end in scenarios.map { variant(of: $0, parameter, end) } }
    }
    return ComparisonPlan(scenarios: scenarios + moved, measures: measures, frame: frame)
  }
}
