/// The monthly hazard of beginning an education outside the introduction programme's own, and how long it lasts.
///
/// `h = entry · others · age · (funding / today's)^elasticity`: participants and others, the young more than the old
/// (assumed), and as far as it is funded.
final class EducationStart: Sendable {
  /// The mean length.
  let months: Double
  private let entry: Double
  private let othersFactor: Double
  private let elasticity: Double
  private let funding: LeverTimeline

  init(_ parameters: ParameterValues, levers: Levers) {
    entry = parameters[.educationEntry]
    othersFactor = parameters[.educationOthersFactor]
    months = parameters[.educationMonths]
    elasticity = parameters[.educationFundingElasticity]
    funding = levers[.educationFunding]
  }

  func hazard(isParticipant: Bool, age: AgeBand, at month: Int) -> Double {
    let usual = entry * (isParticipant ? 1 : othersFactor) * Self.ageFactor(age)
    return funding.isStanding ? usual : usual * factor(funding.value(at: month))
  }

  /// The highest hazard, for the cap of the clock.
  var highest: Double {
    entry * (([funding.standing] + funding.periods.map(\.value)).map(factor).max() ?? 1)
  }

  private func factor(_ funded: Double) -> Double { pow(max(funded, 0.001) / funding.standing, elasticity) }

  /// How much likelier the young are to begin an education (assumed; the report has no ages).
  private static func ageFactor(_ age: AgeBand) -> Double {
    switch age {
    case .upTo19, .twenties: 1
    case .thirties: 0.5
    default: 0.1
    }
  }
}
