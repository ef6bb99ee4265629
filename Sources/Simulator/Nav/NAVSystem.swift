/// Everything that governs the spells of one group at NAV under one scenario.
final class NAVSystem: Sendable {
  let hazard: NAVHazard
  let allocation: MeasureAllocation
  /// Monthly hazards of leaving without a job: to nothing, to an education, to a disability benefit.
  let exits: NAVExits
  /// The measures of the program that these persons can get.
  let own: [OwnMeasure]
  /// exp of the duration terms by band, and of the measure terms by phase.
  let durationFactor: [Double]
  let measureFactor: [Double]
  /// The parts of the log hazard by phase: what stays with the usual course, and what the scenario's brings.
  private let standing: [Double]
  private let causal: [Double]
  /// What a work assessment adds to the log hazard, and whom it reaches.
  let assessment: (effect: Double, share: LeverTimeline)?

  init(
    hazard: NAVHazard, allocation: MeasureAllocation, exits: NAVExits,
    assessment: (effect: Double, share: LeverTimeline)? = nil, own: [OwnMeasure] = []
  ) {
    self.hazard = hazard
    self.allocation = allocation
    self.exits = exits
    self.assessment = assessment
    self.own = own
    durationFactor = hazard.duration.map { exp($0) }
    measureFactor = hazard.measure.map { exp($0) }
    let share = allocation.causalShare
    standing = hazard.measure.map { (1 - share) * $0 }
    var causal = hazard.measure.map { share * $0 }
    for measure in own { measure.add(to: &causal) }
    self.causal = causal
  }

  /// The hazard factor of a month: the usual course's term as far as it is not causal, the scenario's as far as it is.
  func measureFactor(usual: MeasurePhase, scenario: MeasurePhase) -> Double {
    if usual == scenario { return measureFactor[usual.index] }
    return exp(standing[usual.index] + causal[scenario.index])
  }
}

/// The ways out of NAV without a job, as cumulative monthly probabilities.
struct NAVExits: Sendable {
  /// Of all ways together, a month.
  let probability: Double
  private let withoutJob: Threshold
  private let education: Threshold
  private let disability: Threshold

  init(withoutJob: Double, education: Double = 0, disability: Double = 0) {
    probability = withoutJob + education + disability
    self.withoutJob = Threshold(withoutJob)
    self.education = Threshold(withoutJob + education)
    self.disability = Threshold(withoutJob + education + disability)
  }

  @inline(__always)
  func ending(_ word: UInt32) -> NAVSpell.Ending? {
    guard disability.contains(word) else { return nil }
    return withoutJob.contains(word) ? .withoutWork : education.contains(word) ? .education : .disability
  }
}
