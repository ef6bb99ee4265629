/// Who reaches B1 oral in the programme, and what reaching it is assumed to give.
struct NorwegianModel: Sendable {
  private let usualShare: Double
  private let attainment: Double
  private let extraMonths: Double
  private let effectOnJob: Double
  /// Log odds of B1 for each 100 hours, and for teaching wholly by track.
  private let hoursEffect: Double
  private let trackClassesEffect: Double
  /// Log odds of B1 by track, relative to the average participant.
  private let odds: [Double]
  private let target: LeverTimeline
  private let hours: LeverTimeline
  private let trackClasses: LeverTimeline
  private let isChanged: Bool

  init(_ parameters: ParameterValues, levers: Levers, trackShares: [Double]) {
    target = levers[.norwegianTarget]
    hours = levers[.norwegianHours]
    trackClasses = levers[.norwegianTrackClasses]
    usualShare = target.standing
    attainment = parameters[.norwegianAttainment]
    extraMonths = parameters[.norwegianExtraMonths]
    effectOnJob = parameters[.norwegianEffectOnJob]
    hoursEffect = parameters[.norwegianHoursEffect]
    trackClassesEffect = parameters[.norwegianTrackClassesEffect]
    odds = Self.trackOdds(gradient: parameters[.norwegianTrackGradient], shares: trackShares, mean: usualShare)
    isChanged = !target.isStanding || !hours.isStanding || !trackClasses.isStanding
  }

  func usuallyReaches(track: Track, uniform: Double) -> Bool {
    uniform < logistic(logit(usualShare) + odds[Int(track.rawValue)])
  }

  /// The log hazard and the months that the scenario's levers add for a participant who starts in `start`.
  func change(track: Track, uniform: Double, at start: Int) -> (effect: Double, months: Double) {
    guard isChanged else { return (0, 0) }
    let reached = usuallyReaches(track: track, uniform: uniform)
    let isTargeted = !reached && uniform < logistic(targetOdds(track, at: start))
    let reaches = self.reaches(track: track, uniform: uniform, at: start)
    let effect = reaches == reached ? 0 : reaches ? effectOnJob : -effectOnJob
    // Whom a target lifts needs more time; hours come within the programme.
    return (effect, isTargeted ? extraMonths : 0)
  }

  /// Whether a participant who starts in `start` reaches B1 under the scenario's levers.
  func reaches(track: Track, uniform: Double, at start: Int) -> Bool {
    let shift =
      hoursEffect * (hours.value(at: start) - hours.standing) / 100
      + trackClassesEffect * (trackClasses.value(at: start) - trackClasses.standing)
    return uniform < logistic(targetOdds(track, at: start) + shift)
  }

  /// Log odds of B1 with the scenario's target alone.
  private func targetOdds(_ track: Track, at start: Int) -> Double {
    let aim = target.value(at: start)
    let share = min(aim > usualShare ? usualShare + attainment * (aim - usualShare) : usualShare, 0.999)
    return logit(share) + odds[Int(track.rawValue)]
  }

  /// Offsets by track that are `gradient` apart and keep the mean share.
  private static func trackOdds(gradient: Double, shares: [Double], mean: Double) -> [Double] {
    let steps = [0, -gradient, 0, gradient]
    var shift = 0.0
    for _ in 0..<40 {
      var share = 0.0
      var slope = 0.0
      for track in steps.indices {
        let p = logistic(logit(mean) + steps[track] + shift)
        share += shares[track] * p
        slope += shares[track] * p * (1 - p)
      }
      shift += (mean - share) / max(slope, 1e-9)
    }
    return steps.map { $0 + shift }
  }
}
