/// The introduction programme of one person under one scenario.
struct ProgrammeCourse {
  var start: Int
  /// First month after the planned end.
  var plannedEnd: Int
  /// Log hazard of job start once the programme is over, relative to no measure and the usual content.
  var effect: Double
  /// The same under the baseline levers; it holds until the programme is over, since nothing acts before its time.
  var usualEffect: Double
}

/// Draws and rules of the introduction programme.
struct ProgrammeModel: Sendable {
  let lockIn: Double
  let otherExits: Double
  let contentEffect: Double
  let startDelay: Double
  let measures: ProgrammeMeasures
  let standardLength: Double
  let usualInvolvement: Double
  let usualWageSubsidy: Double
  let usualB1Share: Double
  let attainment: Double
  let extraMonths: Double
  let norwegianEffect: Double
  /// Log odds of B1 by track, relative to the average participant.
  let b1Odds: [Double]
  let levers: Levers

  init(_ parameters: ParameterValues, levers: Levers, trackShares: [Double]) {
    lockIn = parameters[.programmeLockIn]
    otherExits = parameters[.programmeOtherExits]
    contentEffect = parameters[.programmeContentEffect]
    startDelay = parameters[.programmeStartDelay]
    measures = ProgrammeMeasures(parameters)
    standardLength = levers.programmeLength.standing
    usualInvolvement = levers.navInvolvement.standing
    usualWageSubsidy = levers.navWageSubsidy.standing
    usualB1Share = levers.b1Share.standing
    attainment = parameters[.norwegianAttainment]
    extraMonths = parameters[.norwegianExtraMonths]
    norwegianEffect = parameters[.norwegianEffectOnJob]
    b1Odds = Self.trackOdds(gradient: parameters[.norwegianTrackGradient], shares: trackShares, mean: usualB1Share)
    self.levers = levers
  }

  /// Planned months of a standard programme by the person's uniform.
  ///
  /// With those who leave early for work this gives the registered lengths of lines 3930–3933: 22 % under 1.7 years, the
  /// majority about 2 years, 23 % over 2.3 years, 2 % over 3 years.
  static func standardMonths(_ u: Double) -> Double {
    let points: [(Double, Double)] = [
      (0, 8), (0.05, 20.4), (0.15, 24), (0.55, 24), (0.71, 27.6), (0.975, 36), (1, 44),
    ]
    guard let upper = points.firstIndex(where: { u < $0.0 }), upper > 0 else { return u <= 0 ? 8 : 44 }
    let (u0, m0) = points[upper - 1]
    let (u1, m1) = points[upper]
    return m0 + (m1 - m0) * (u - u0) / (u1 - u0)
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

  /// The course that starts in `start`; the uniforms are the person's, the same in every scenario.
  func course(
    start: Int, track: Track, length: Double, measure: MeasureLuck, norwegian: Double
  ) -> ProgrammeCourse {
    let usualMonths = Self.standardMonths(length)
    var months = usualMonths * levers.programmeLength.value(at: start) / standardLength
    var effect = contentEffect * (months - usualMonths) / 12

    let usualKind = measures.kind(
      measure, involvement: usualInvolvement, wageSubsidy: usualWageSubsidy)
    let newKind = measures.kind(
      measure, involvement: levers.navInvolvement.value(at: start),
      wageSubsidy: levers.navWageSubsidy.value(at: start))
    let usualEffect = measures.effect(of: usualKind, usual: usualKind)
    effect += measures.effect(of: newKind, usual: usualKind)

    let target = levers.b1Share.value(at: start)
    if target > usualB1Share {
      let reached = usualB1Share + attainment * (target - usualB1Share)
      let odds = b1Odds[Int(track.rawValue)]
      let isLifted =
        !reachesB1(track: track, uniform: norwegian) && norwegian < logistic(logit(min(reached, 0.999)) + odds)
      if isLifted {
        effect += norwegianEffect
        months += extraMonths
      }
    }
    return ProgrammeCourse(
      start: start, plannedEnd: start + max(Int(months.rounded()), 1), effect: effect, usualEffect: usualEffect)
  }
}

extension ProgrammeModel {
  /// Whether a participant reaches B1 under the baseline levers.
  func reachesB1(track: Track, uniform: Double) -> Bool {
    uniform < logistic(logit(usualB1Share) + b1Odds[Int(track.rawValue)])
  }

  /// The measure that a participant has under the baseline levers.
  func usualKind(_ measure: MeasureLuck) -> Int? {
    measures.kind(measure, involvement: usualInvolvement, wageSubsidy: usualWageSubsidy)
  }
}
