extension LeverSlot {
  /// The state whose beginning reads a lever that is declared as `read entry`; `nil` for other levers.
  var entryState: WorkState? {
    switch self {
    case .seekerPlaces, .seekerWageSubsidy, .seekerMeasureMonths, .seekerOrdinaryEligibility: .jobSeeker
    case .reducedPlaces, .reducedWageSubsidy, .reducedMeasureMonths, .reducedAssessment: .reducedCapacity
    case .kvpLength, .kvpNorwegian, .kvpEducation: .kvp
    default: nil
    }
  }

  /// The states in which a lever that is declared as `read monthly` moves what happens next; none of one that moves
  /// money alone.
  var monthlyStates: [WorkState] {
    switch self {
    case .kvpOffer, .jobbsjansenPlaces, .jobbsjansenExclusion, .jobbsjansenWait, .educationFunding,
      .benefitsSocialAssistance:
      [.outOfWork, .programme]
    case .economyUnemployment: [.outOfWork, .programme, .jobSeeker, .reducedCapacity, .employed]
    default: []
    }
  }
}
