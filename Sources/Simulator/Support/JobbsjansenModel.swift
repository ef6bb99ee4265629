/// Jobbsjansen: places by year, who is in its target groups, and how it ends.
///
/// For those outside work with long residence, mostly women (report lines 6352–6398, 6666); recipients of social assistance
/// are excluded from July 2016 (line 6362). Ends follow Tabell 9 (lines 6507–6521).
final class JobbsjansenModel: Sendable {
  /// Monthly hazard of a woman in the target group in a year with the reference number of places.
  let entry: Double
  let manFactor: Double
  /// A recipient of social assistance relative to others, as far as the rules let them in.
  let assistedFactor: Double
  let meanMonths: Double
  let jobLevel: Double
  /// Of those who end without a job: shares to an education and to NAV.
  let toEducation: Double
  let toNAV: Double
  let startFactor: Double
  let lossFactor: Double
  let takeUp: Double
  let causalShare: Double
  let exclusion: LeverTimeline
  let wait: LeverTimeline
  /// Places relative to the reference, by month: today's and the scenario's.
  let usualPlaces: [Double]
  let places: [Double]

  /// The participants of 2017 (Tabell 6, line 6373), which `entry` refers to.
  static let referencePlaces = 1898.0

  /// - Parameter history: participants by calendar year (Tabell 6); the nearest year outside.
  init(_ parameters: ParameterValues, levers: Levers, history: [Int: Double]) {
    entry = parameters[.jobbsjansenEntry]
    assistedFactor = parameters[.jobbsjansenAssistedFactor]
    manFactor = parameters[.jobbsjansenManFactor]
    meanMonths = parameters[.jobbsjansenMonths]
    jobLevel = parameters[.jobbsjansenJobLevel]
    toEducation = parameters[.jobbsjansenToEducation]
    toNAV = parameters[.jobbsjansenToNAV]
    startFactor = parameters[.jobbsjansenStartFactor]
    lossFactor = parameters[.jobbsjansenLossFactor]
    takeUp = parameters[.jobbsjansenTakeUp]
    causalShare = parameters[.jobbsjansenCausalShare]
    exclusion = levers[.jobbsjansenExclusion]
    wait = levers[.jobbsjansenWait]
    let years = history.keys.sorted()
    usualPlaces = (0..<ModelTime.months).map { month in
      let year = min(max(ModelTime.year(of: month), years.first ?? 0), years.last ?? 0)
      return (history[year] ?? 0) / Self.referencePlaces
    }
    places = levers[.jobbsjansenPlaces].months(ModelTime.months).map { $0 / Self.referencePlaces }
  }

  /// The monthly hazard of a place with the reference number of places, for those whom the rules let in.
  @inline(__always)
  func hazard(_ sex: Sex, isAssisted: Bool) -> Double {
    entry * ((sex == .woman ? 1 : manFactor) * (isAssisted ? assistedFactor : 1))
  }

  func months(_ u: Double) -> Int { KVPModel.months(meanMonths, u) }
}
