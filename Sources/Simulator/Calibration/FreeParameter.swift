/// A parameter that calibration fits, on a scale where it is unbounded.
struct FreeParameter: Sendable {
  enum Scale: Sendable { case identity, log, logit }

  let slot: ParameterSlot
  let scale: Scale
  /// Where the search begins; any plausible value serves.
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
    FreeParameter(slot: .jobStartParticipants, scale: .identity, start: -3),
    FreeParameter(slot: .jobStartOthers, scale: .identity, start: -3.4),
    FreeParameter(slot: .jobSexCountrySlope, scale: .identity, start: 2),
    FreeParameter(slot: .jobSexCountryCentre, scale: .identity, start: 0.8),
    FreeParameter(slot: .jobLossFirstYear, scale: .log, start: 0.035),
    FreeParameter(slot: .jobLossLater, scale: .log, start: 0.004),
    FreeParameter(slot: .jobLossOthers, scale: .log, start: 0.03),
    FreeParameter(slot: .educationEntry, scale: .log, start: 0.03),
    FreeParameter(slot: .healthExitLevel, scale: .log, start: 0.0002),
    FreeParameter(slot: .healthExitGrowth, scale: .log, start: 0.35),
    FreeParameter(slot: .healthExitOthers, scale: .log, start: 0.0004),
    FreeParameter(slot: .settlementQualitySpread, scale: .log, start: 0.6),
    FreeParameter(slot: .seekerEntry, scale: .log, start: 0.011),
    FreeParameter(slot: .seekerParticipantFactor, scale: .logit, start: 0.3),
    FreeParameter(slot: .seekerEntryAfterLoss, scale: .logit, start: 0.1),
    FreeParameter(slot: .seekerReentry, scale: .log, start: 0.04),
    FreeParameter(slot: .seekerExitWithoutJob, scale: .log, start: 0.04),
    FreeParameter(slot: .seekerMeasureStart, scale: .log, start: 0.09),
    FreeParameter(slot: .seekerMeasureNext, scale: .log, start: 0.08),
  ]
}
