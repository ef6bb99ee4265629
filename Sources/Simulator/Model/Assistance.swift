/// Who receives social assistance: shares by what a person does, the same persons always first.
///
/// A person receives it in a month when a uniform of the person lies below the share of that state, so that need stays with
/// the person. The shares are fitted to receipt within a year (report lines 3466–3469, 5393–5408, 6210–6212).
struct Assistance: Sendable {
  let programme: Double
  let participants: Double
  let others: Double
  let afterSupport: Double
  let seekers: Double
  let reduced: Double
  let kvp: Double
  let employed: Double
  let employedParticipants: Double

  init(_ parameters: ParameterValues) {
    programme = parameters[.assistanceProgramme]
    participants = parameters[.assistanceParticipants]
    others = parameters[.assistanceOthers]
    afterSupport = parameters[.assistanceAfterSupport]
    seekers = parameters[.assistanceSeekers]
    reduced = parameters[.assistanceReduced]
    kvp = parameters[.assistanceKVP]
    employed = parameters[.assistanceEmployed]
    employedParticipants = parameters[.assistanceEmployedParticipants]
  }

  /// The share of those in a state who receive it.
  func share(_ state: WorkState, isParticipant: Bool, isSupported: Bool = false) -> Double {
    switch state {
    case .programme: programme
    // KVP and Jobbsjansen are for those who need it or are close to it.
    case .outOfWork: isSupported ? afterSupport : isParticipant ? participants : others
    // Former participants who register have seldom earned an unemployment benefit: they need what they need out of work.
    case .jobSeeker: isParticipant ? participants : seekers
    case .reducedCapacity: reduced
    case .kvp: kvp
    // Former participants have lower pay and larger families to keep.
    case .employed: isParticipant ? employedParticipants : employed
    // Education and Jobbsjansen have their own support, the disabled their benefit.
    case .education, .jobbsjansen, .disability, .awaitingSettlement, .absent: 0
    }
  }
}
