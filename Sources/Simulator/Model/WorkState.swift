/// What a person does in a month; exactly one at a time.
enum WorkState: UInt8, CaseIterable {
  /// A residence permit, not yet settled in a municipality.
  case awaitingSettlement
  case programme
  /// Neither working, studying, registered at NAV, in a programme nor disabled.
  case outOfWork
  /// Registered at NAV as a job seeker.
  case jobSeeker
  /// Registered at NAV with reduced work capacity.
  case reducedCapacity
  /// In the qualification programme.
  case kvp
  case jobbsjansen
  case employed
  case education
  /// Disability benefit; absorbing.
  case disability
  /// Dead, emigrated, over 67 or not yet arrived: in no denominator.
  case absent

  static let presentCount = 10
}
