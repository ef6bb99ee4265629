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
    FreeParameter(slot: .jobStartParticipants, scale: .identity, start: -2.9),
    FreeParameter(slot: .jobStartOthers, scale: .identity, start: -3.9),
    FreeParameter(slot: .jobSexCountrySlope, scale: .identity, start: 2.3),
    FreeParameter(slot: .jobSexCountryCentre, scale: .identity, start: 0.81),
    FreeParameter(slot: .jobLossFirstYear, scale: .log, start: 0.015),
    FreeParameter(slot: .jobLossLater, scale: .log, start: 0.005),
    FreeParameter(slot: .jobLossOthers, scale: .log, start: 0.14),
    FreeParameter(slot: .jobStableShare, scale: .logit, start: 0.58),
    FreeParameter(slot: .educationEntry, scale: .log, start: 0.037),
    FreeParameter(slot: .educationMonths, scale: .log, start: 24),
    FreeParameter(slot: .settlementQualitySpread, scale: .log, start: 0.86),
    FreeParameter(slot: .seekerEntry, scale: .log, start: 0.024),
    FreeParameter(slot: .seekerParticipantFactor, scale: .logit, start: 0.064),
    FreeParameter(slot: .seekerStableEntry, scale: .logit, start: 0.4),
    FreeParameter(slot: .seekerEntryAfterLoss, scale: .logit, start: 0.11),
    FreeParameter(slot: .seekerReentry, scale: .log, start: 0.026),
    FreeParameter(slot: .seekerExitWithoutJob, scale: .log, start: 0.036),
    FreeParameter(slot: .seekerMeasureStart, scale: .log, start: 0.11),
    FreeParameter(slot: .seekerMeasureNext, scale: .log, start: 0.069),
    FreeParameter(slot: .reducedEntryParticipants, scale: .log, start: 0.0008),
    FreeParameter(slot: .reducedEntryGrowth, scale: .log, start: 0.2),
    FreeParameter(slot: .reducedEntryOthers, scale: .log, start: 0.0026),
    FreeParameter(slot: .reducedReentry, scale: .log, start: 0.033),
    FreeParameter(slot: .reducedExitWithoutJob, scale: .log, start: 0.032),
    FreeParameter(slot: .reducedToEducation, scale: .log, start: 0.0015),
    FreeParameter(slot: .reducedToDisability, scale: .log, start: 0.0024),
    FreeParameter(slot: .reducedDisabilityLater, scale: .log, start: 0.0032),
    FreeParameter(slot: .reducedMeasureSelection, scale: .identity, start: 0.5),
    FreeParameter(slot: .reducedMeasureEligible, scale: .logit, start: 0.77),
    FreeParameter(slot: .reducedMeasureStart, scale: .logit, start: 0.3),
    FreeParameter(slot: .reducedMeasureNext, scale: .log, start: 0.053),
    FreeParameter(slot: .reducedAAPShare, scale: .logit, start: 0.65),
    FreeParameter(slot: .kvpEntry, scale: .log, start: 0.0087),
    FreeParameter(slot: .kvpEntryUnassisted, scale: .log, start: 0.0012),
    FreeParameter(slot: .kvpJobLevel, scale: .identity, start: -0.25),
    FreeParameter(slot: .kvpStartFactor, scale: .log, start: 0.11),
    FreeParameter(slot: .kvpLossFactor, scale: .log, start: 0.18),
    FreeParameter(slot: .jobbsjansenEntry, scale: .log, start: 0.0025),
    FreeParameter(slot: .jobbsjansenJobLevel, scale: .identity, start: -0.11),
    FreeParameter(slot: .jobbsjansenStartFactor, scale: .log, start: 2),
    FreeParameter(slot: .jobbsjansenLossFactor, scale: .log, start: 0.028),
    FreeParameter(slot: .incomeFullTimeLevel, scale: .identity, start: 0.8),
    FreeParameter(slot: .incomeFullTimeGrowth, scale: .log, start: 0.21),
    FreeParameter(slot: .incomeParticipantShift, scale: .identity, start: -1),
    FreeParameter(slot: .incomeSupportShift, scale: .identity, start: -1),
    FreeParameter(slot: .incomeWageMedian, scale: .log, start: 380_000),
    FreeParameter(slot: .incomeWageSpread, scale: .log, start: 0.23),
    FreeParameter(slot: .assistanceProgramme, scale: .logit, start: 0.45),
    FreeParameter(slot: .assistanceParticipants, scale: .logit, start: 0.59),
    FreeParameter(slot: .assistanceOthers, scale: .logit, start: 0.12),
    FreeParameter(slot: .assistanceAfterSupport, scale: .logit, start: 0.4),
    FreeParameter(slot: .assistanceSeekers, scale: .logit, start: 0.29),
    FreeParameter(slot: .assistanceReduced, scale: .logit, start: 0.26),
  ]
}
