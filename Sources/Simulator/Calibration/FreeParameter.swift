/// A parameter that calibration fits, on a scale where it is unbounded.
struct FreeParameter: Sendable {
  enum Scale: Sendable { case identity, log, logit }

  let slot: ParameterSlot
  let scale: Scale
  /// Where the search begins: a round number near earlier fits.
  let start: Double

  func inner(_ value: Double) -> Double {
    switch scale {
    case .identity: value
    case .log: log(value)
    case .logit: logit(value)
    }
  }

  func outer(_ inner: Double) -> Double {
    switch scale {
    case .identity: inner
    case .log: exp(inner)
    case .logit: logistic(inner)
    }
  }

  /// The derivative of `outer`.
  func slope(_ inner: Double) -> Double {
    switch scale {
    case .identity: 1
    case .log: exp(inner)
    case .logit: logistic(inner) * (1 - logistic(inner))
    }
  }

  static let all: [FreeParameter] = [
    FreeParameter(slot: .jobStartParticipants, scale: .identity, start: -2.7),
    FreeParameter(slot: .jobStartOthers, scale: .identity, start: -3.6),
    FreeParameter(slot: .jobSexCountrySlope, scale: .identity, start: 2.3),
    FreeParameter(slot: .jobSexCountryCentre, scale: .identity, start: 0.79),
    FreeParameter(slot: .jobLossFirstYear, scale: .log, start: 0.043),
    FreeParameter(slot: .jobLossLater, scale: .log, start: 0.006),
    FreeParameter(slot: .jobLossOthers, scale: .log, start: 0.03),
    FreeParameter(slot: .educationEntry, scale: .log, start: 0.03),
    FreeParameter(slot: .healthExitLevel, scale: .log, start: 0.00025),
    FreeParameter(slot: .healthExitGrowth, scale: .log, start: 0.3),
    FreeParameter(slot: .healthExitOthers, scale: .log, start: 0.00035),
    FreeParameter(slot: .settlementQualitySpread, scale: .log, start: 0.55),
    FreeParameter(slot: .seekerEntry, scale: .log, start: 0.014),
    FreeParameter(slot: .seekerParticipantFactor, scale: .logit, start: 0.35),
    FreeParameter(slot: .seekerReentry, scale: .log, start: 0.058),
    FreeParameter(slot: .seekerExitWithoutJob, scale: .log, start: 0.05),
    FreeParameter(slot: .seekerMeasureStart, scale: .log, start: 0.11),
    FreeParameter(slot: .seekerMeasureNext, scale: .log, start: 0.088),
  ]
}
