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
  /// The chance of B1 by track under the baseline levers.
  private let usualChance: [Double]
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
    let mean = logit(usualShare)
    usualChance = odds.map { logistic(mean + $0) }
    isChanged = !target.isStanding || !hours.isStanding || !trackClasses.isStanding
  }

  /// The chance of B1 under the scenario's levers of a participant who starts in `start`, and the log hazard and the months that
  /// they add.
  func outcome(track: Track, luck: PersonLuck, at start: Int) -> (chanceOfB1: Double, effect: Double, months: Double) {
    let usual = usualChance[Int(track.rawValue)]
    guard isChanged else { return (usual, 0, 0) }
    let uniform = luck.unit(.norwegian)
    let reached = uniform < usual
    let targetOdds = targetOdds(track, at: start)
    let shift =
      hoursEffect * (hours.value(at: start) - hours.standing) / 100
      + trackClassesEffect * (trackClasses.value(at: start) - trackClasses.standing)
    let chance = logistic(targetOdds + shift)
    let reaches = uniform < chance
    let effect = reaches == reached ? 0 : reaches ? effectOnJob : -effectOnJob
    // Whom a target lifts needs more time; hours come within the programme.
    let isTargeted = !reached && uniform < logistic(targetOdds)
    return (chance, effect, isTargeted ? extraMonths : 0)
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
