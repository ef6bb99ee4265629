/// The qualification programme (KVP): who is offered it, how long it lasts, and how it ends.
///
/// Offers go to those outside work, mostly to those on social assistance (report lines 5735–5777). The report has no
/// estimate of an effect: who takes part today is described by fitted levels; what an offer to more persons does is their
/// own chance of work outside, moved towards the participants' by a causal share.
final class KVPModel: Sendable {
  /// Monthly hazard of an offer that is taken, with and without social assistance.
  let entry: Double
  let entryUnassisted: Double
  /// Log odds of a job at the end, for the mean person of the job hazard.
  let jobLevel: Double
  let startFactor: Double
  let lossFactor: Double
  let takeUp: Double
  let causalShare: Double
  /// Share of a change of the length that is carried out.
  let lengthRealised: Double
  let contentEffect: Double
  let norwegianEffect: Double
  let educationEffect: Double
  let offer: LeverTimeline
  let length: LeverTimeline
  let norwegian: LeverTimeline
  let education: LeverTimeline

  init(_ parameters: ParameterValues, levers: Levers) {
    entry = parameters[.kvpEntry]
    entryUnassisted = parameters[.kvpEntryUnassisted]
    jobLevel = parameters[.kvpJobLevel]
    startFactor = parameters[.kvpStartFactor]
    lossFactor = parameters[.kvpLossFactor]
    takeUp = parameters[.kvpTakeUp]
    causalShare = parameters[.kvpCausalShare]
    lengthRealised = parameters[.kvpLengthRealised]
    contentEffect = parameters[.kvpContentEffect]
    norwegianEffect = parameters[.kvpNorwegianEffect]
    educationEffect = parameters[.kvpEducationEffect]
    offer = levers[.kvpOffer]
    length = levers[.kvpLength]
    norwegian = levers[.kvpNorwegian]
    education = levers[.kvpEducation]
  }

  /// The monthly hazard of an offer that is taken, today's and the scenario's.
  @inline(__always)
  func hazard(isAssisted: Bool, at month: Int) -> (usual: Double, now: Double) {
    let usual = isAssisted ? entry : entryUnassisted
    return (usual, offer.isStanding ? usual : usual * (offer.value(at: month) / offer.standing))
  }

  /// Months of a programme by the person's uniform: evenly spread around the lever's mean (assumed).
  func months(_ u: Double, at month: Int) -> Int {
    Self.months(length.standing + lengthRealised * (length.value(at: month) - length.standing), u)
  }

  static func months(_ mean: Double, _ u: Double) -> Int { max(1, Int((mean * (0.4 + 1.2 * u)).rounded())) }

  /// What the scenario's content adds to the log odds of a job at the end.
  func content(at month: Int, luck: PersonLuck) -> Double {
    var sum = contentEffect * (length.value(at: month) - length.standing) / 12
    let u = luck.unit(.kvpContent)
    if u < norwegian.value(at: month) { sum += norwegianEffect }
    if u < norwegian.standing { sum -= norwegianEffect }
    let v = luck.unit(.kvpContent, 1)
    if v < education.value(at: month) { sum += educationEffect }
    if v < education.standing { sum -= educationEffect }
    return sum
  }
}
