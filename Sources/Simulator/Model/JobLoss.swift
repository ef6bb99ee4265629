/// The monthly hazard of losing a job.
///
/// Former participants by tenure; others are either stable or not, since one hazard for all cannot give both how many work
/// (report line 1765) and how few did before they came to NAV (line 5257). Jobs after KVP or Jobbsjansen have a factor.
struct JobLoss: Sendable {
  let firstYear: Double
  let later: Double
  let others: Double
  let stable: Double
  private let highestFactor: Double

  init(_ parameters: ParameterValues) {
    firstYear = parameters[.jobLossFirstYear]
    later = parameters[.jobLossLater]
    others = parameters[.jobLossOthers]
    stable = parameters[.jobLossStable]
    highestFactor = max(1, parameters[.kvpLossFactor], parameters[.jobbsjansenLossFactor])
  }

  @inline(__always)
  func hazard(tenure: Int, isParticipant: Bool, isStable: Bool) -> Double {
    isParticipant ? (tenure < 12 ? firstYear : later) : isStable ? stable : others
  }

  var highest: Double { max(firstYear, later, others, stable) * highestFactor }
}
