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
}
