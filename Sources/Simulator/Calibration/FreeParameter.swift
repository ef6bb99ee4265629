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

  /// In an order in which the parameters of one system stand together.
  static let all: [FreeParameter] = [
    FreeParameter(slot: .jobStartParticipants, scale: .identity, start: -3),
    FreeParameter(slot: .jobStartOthers, scale: .identity, start: -4.3),
    FreeParameter(slot: .jobSexCountrySlope, scale: .identity, start: 2.2),
    FreeParameter(slot: .jobSexCountryCentre, scale: .identity, start: 0.79),
    FreeParameter(slot: .jobLossFirstYear, scale: .log, start: 0.014),
    FreeParameter(slot: .jobLossLater, scale: .log, start: 0.0045),
    FreeParameter(slot: .jobLossOthers, scale: .log, start: 0.09),
    FreeParameter(slot: .jobStableShare, scale: .logit, start: 0.66),
    FreeParameter(slot: .jobStableStart, scale: .log, start: 1.5),
    FreeParameter(slot: .educationEntry, scale: .log, start: 0.026),
    FreeParameter(slot: .settlementQualitySpread, scale: .log, start: 0.65),
    FreeParameter(slot: .seekerEntry, scale: .log, start: 0.075),
    FreeParameter(slot: .seekerParticipantFactor, scale: .logit, start: 0.11),
    FreeParameter(slot: .seekerStableEntry, scale: .logit, start: 0.11),
    FreeParameter(slot: .seekerEntryAfterLoss, scale: .logit, start: 0.058),
    FreeParameter(slot: .seekerReentry, scale: .log, start: 0.05),
    FreeParameter(slot: .seekerExitWithoutJob, scale: .log, start: 0.039),
    FreeParameter(slot: .seekerMeasureStart, scale: .log, start: 0.12),
    FreeParameter(slot: .seekerMeasureNext, scale: .log, start: 0.073),
    FreeParameter(slot: .reducedEntryParticipants, scale: .log, start: 0.00067),
    FreeParameter(slot: .reducedEntryGrowth, scale: .log, start: 0.22),
    FreeParameter(slot: .reducedEntryOthers, scale: .log, start: 0.0027),
    FreeParameter(slot: .reducedReentry, scale: .log, start: 0.036),
    FreeParameter(slot: .reducedExitWithoutJob, scale: .log, start: 0.033),
    FreeParameter(slot: .reducedToEducation, scale: .log, start: 0.0011),
    FreeParameter(slot: .reducedToDisability, scale: .log, start: 0.0029),
    FreeParameter(slot: .reducedDisabilityLater, scale: .log, start: 0.001),
    FreeParameter(slot: .reducedMeasureSelection, scale: .identity, start: 1.5),
    FreeParameter(slot: .reducedMeasureEligible, scale: .logit, start: 0.88),
    FreeParameter(slot: .reducedMeasureStart, scale: .logit, start: 0.5),
    FreeParameter(slot: .reducedMeasureNext, scale: .log, start: 0.058),
    FreeParameter(slot: .reducedAAPShare, scale: .logit, start: 0.66),
    FreeParameter(slot: .kvpEntry, scale: .log, start: 0.014),
    FreeParameter(slot: .kvpEntryUnassisted, scale: .log, start: 0.001),
    FreeParameter(slot: .kvpJobLevel, scale: .identity, start: -0.35),
    FreeParameter(slot: .kvpStartFactor, scale: .log, start: 0.7),
    FreeParameter(slot: .kvpLossFactor, scale: .log, start: 1.5),
    FreeParameter(slot: .jobbsjansenEntry, scale: .log, start: 0.002),
    FreeParameter(slot: .jobbsjansenJobLevel, scale: .identity, start: 0.084),
    FreeParameter(slot: .jobbsjansenStartFactor, scale: .log, start: 4),
    FreeParameter(slot: .jobbsjansenLossFactor, scale: .log, start: 0.073),
    FreeParameter(slot: .incomeFullTimeLevel, scale: .identity, start: 2.8),
    FreeParameter(slot: .incomeFullTimeGrowth, scale: .log, start: 0.048),
    FreeParameter(slot: .incomeParticipantShift, scale: .identity, start: -2.6),
    FreeParameter(slot: .incomeSupportShift, scale: .identity, start: -2.3),
    FreeParameter(slot: .incomeWageMedian, scale: .log, start: 380_000),
    FreeParameter(slot: .incomeWageSpread, scale: .log, start: 0.27),
    FreeParameter(slot: .assistanceProgramme, scale: .logit, start: 0.45),
    FreeParameter(slot: .assistanceParticipants, scale: .logit, start: 0.64),
    FreeParameter(slot: .assistanceOthers, scale: .logit, start: 0.071),
    FreeParameter(slot: .assistanceAfterSupport, scale: .logit, start: 0.048),
    FreeParameter(slot: .assistanceSeekers, scale: .logit, start: 0.29),
    FreeParameter(slot: .assistanceReduced, scale: .logit, start: 0.31),
  ]
}
