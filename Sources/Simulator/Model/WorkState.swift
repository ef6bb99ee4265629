/// What a person does in a month; exactly one at a time.
enum WorkState: UInt8, CaseIterable {
  /// A residence permit, not yet settled in a municipality.
  case awaitingSettlement
  case programme
  /// Neither working, studying, registered at NAV nor on a health benefit.
  case outOfWork
  /// Registered at NAV as a job seeker.
  case jobSeeker
  case employed
  case education
  /// Work assessment allowance or disability benefit; absorbing.
  case healthBenefit
  /// Dead, emigrated, over 67 or not yet arrived: in no denominator.
  case absent

  static let presentCount = 7
}

/// The closed list of outcomes that the model measures; `stdlib/outcomes.policy` binds each by name.
public enum OutcomeSlot: String, CaseIterable, Sendable {
  case employed
  case inEducation = "in_education"
  case employedOrEducation = "employed_or_education"
  case jobSeeker = "job_seeker"
  case healthBenefit = "health_benefit"
  case inProgramme = "in_programme"

  /// The states that count.
  var states: [WorkState] {
    switch self {
    case .employed: [.employed]
    case .inEducation: [.education]
    case .employedOrEducation: [.employed, .education]
    case .jobSeeker: [.jobSeeker]
    case .healthBenefit: [.healthBenefit]
    case .inProgramme: [.programme]
    }
  }
}
