/// Whose life a `trace` follows.
public enum TracedPerson: Hashable, Sendable, Codable {
  /// By the number in the population's fixed order, from 0, as exports have it.
  case number(Int)
  /// The first who meets a condition when settled, or when arrived for those whom no municipality settles.
  ///
  /// - Parameters:
  ///   - condition: `nil` is met by everybody.
  ///   - isParted: only persons whose lives under the two scenarios part.
  case first(condition: PersonCondition?, isParted: Bool)
}

/// A checked `trace`: one person's life in one replicate, under one scenario or two.
public struct TracePlan: Hashable, Sendable, Codable {
  public var person: TracedPerson
  /// One or two; the second is seen beside the first.
  public var scenarios: [ScenarioPlan]
  /// From 1.
  public var replicate: Int
  /// How long the life is followed from the month in which the person enters the model.
  public var years: Int

  public static let mostScenarios = 2
  public static let usualYears = 10

  public init(
    person: TracedPerson, scenarios: [ScenarioPlan], replicate: Int = 1, years: Int = TracePlan.usualYears
  ) {
    self.person = person
    self.scenarios = scenarios
    self.replicate = replicate
    self.years = years
  }
}
