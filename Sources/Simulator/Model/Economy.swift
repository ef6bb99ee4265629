/// The business cycle and the level of social assistance, month by month: what all persons meet alike.
final class Economy: Sendable {
  /// Factor on job starts, at NAV and outside; empty when no lever moves it.
  private let starts: [Double]
  /// Factor on job losses.
  private let losses: [Double]
  /// Factor on job starts of recipients of social assistance.
  private let assisted: [Double]
  /// Ascending months in which a factor changes.
  private let changes: [Int]

  init(_ parameters: ParameterValues, levers: Levers) {
    let unemployment = levers[.economyUnemployment]
    let assistance = levers[.benefitsSocialAssistance]
    if unemployment.isStanding {
      starts = []
      losses = []
    } else {
      let points = unemployment.months(ModelTime.months).map { ($0 - unemployment.standing) * 100 }
      starts = points.map { exp(parameters[.economyStartEffect] * $0) }
      losses = points.map { exp(parameters[.economyLossEffect] * $0) }
    }
    assisted =
      assistance.isStanding
      ? []
      : assistance.months(ModelTime.months).map {
        pow(max($0, 0.01) / assistance.standing, -parameters[.benefitsElasticityAssistance])
      }
    // Starts of an education follow its funding month by month, too.
    changes = Set(unemployment.changes + assistance.changes + levers[.educationFunding].changes).sorted()
  }

  @inline(__always)
  func startFactor(_ month: Int, isAssisted: Bool) -> Double {
    (starts.isEmpty ? 1 : starts[month]) * (isAssisted && !assisted.isEmpty ? assisted[month] : 1)
  }

  var highestLossFactor: Double { losses.max() ?? 1 }

  @inline(__always)
  func lossFactor(_ month: Int) -> Double { losses.isEmpty ? 1 : losses[month] }

  /// The first month after `month` in which a factor changes.
  @inline(__always)
  func nextChange(after month: Int) -> Int { changes.isEmpty ? Int.max : changes.first { $0 > month } ?? Int.max }
}
