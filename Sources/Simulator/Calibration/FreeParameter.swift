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
    FreeParameter(slot: .jobStartOthers, scale: .identity, start: -4.1),
    FreeParameter(slot: .jobSexCountrySlope, scale: .identity, start: 2.1),
    FreeParameter(slot: .jobSexCountryCentre, scale: .identity, start: 0.8),
    FreeParameter(slot: .jobLossFirstYear, scale: .log, start: 0.014),
    FreeParameter(slot: .jobLossLater, scale: .log, start: 0.004),
    FreeParameter(slot: .jobLossOthers, scale: .log, start: 0.075),
    FreeParameter(slot: .jobStableShare, scale: .logit, start: 0.55),
    FreeParameter(slot: .educationEntry, scale: .log, start: 0.024),
    FreeParameter(slot: .educationMonths, scale: .log, start: 40),
    FreeParameter(slot: .settlementQualitySpread, scale: .log, start: 0.6),
    FreeParameter(slot: .seekerEntry, scale: .log, start: 0.022),
    FreeParameter(slot: .seekerParticipantFactor, scale: .logit, start: 0.2),
    FreeParameter(slot: .seekerStableEntry, scale: .logit, start: 0.4),
    FreeParameter(slot: .seekerEntryAfterLoss, scale: .logit, start: 0.1),
    FreeParameter(slot: .seekerReentry, scale: .log, start: 0.04),
    FreeParameter(slot: .seekerExitWithoutJob, scale: .log, start: 0.045),
    FreeParameter(slot: .seekerMeasureStart, scale: .log, start: 0.12),
    FreeParameter(slot: .seekerMeasureNext, scale: .log, start: 0.085),
    FreeParameter(slot: .reducedEntryParticipants, scale: .log, start: 0.0008),
    FreeParameter(slot: .reducedEntryGrowth, scale: .log, start: 0.22),
    FreeParameter(slot: .reducedEntryOthers, scale: .log, start: 0.0025),
    FreeParameter(slot: .reducedReentry, scale: .log, start: 0.039),
    FreeParameter(slot: .reducedExitWithoutJob, scale: .log, start: 0.028),
    FreeParameter(slot: .reducedToEducation, scale: .log, start: 0.001),
    FreeParameter(slot: .reducedToDisability, scale: .log, start: 0.0026),
    FreeParameter(slot: .reducedDisabilityLater, scale: .log, start: 0.0014),
    FreeParameter(slot: .reducedMeasureSelection, scale: .identity, start: 1.2),
    FreeParameter(slot: .reducedMeasureEligible, scale: .logit, start: 0.88),
    FreeParameter(slot: .reducedMeasureStart, scale: .logit, start: 0.35),
    FreeParameter(slot: .reducedMeasureNext, scale: .log, start: 0.052),
    FreeParameter(slot: .reducedAAPShare, scale: .logit, start: 0.66),
    FreeParameter(slot: .kvpEntry, scale: .log, start: 0.011),
    FreeParameter(slot: .kvpEntryUnassisted, scale: .log, start: 0.0012),
    FreeParameter(slot: .kvpJobLevel, scale: .identity, start: -0.1),
    FreeParameter(slot: .kvpStartFactor, scale: .log, start: 0.5),
    FreeParameter(slot: .kvpLossFactor, scale: .log, start: 0.6),
    FreeParameter(slot: .jobbsjansenEntry, scale: .log, start: 0.0017),
    FreeParameter(slot: .jobbsjansenJobLevel, scale: .identity, start: -0.1),
    FreeParameter(slot: .jobbsjansenStartFactor, scale: .log, start: 5),
    FreeParameter(slot: .jobbsjansenLossFactor, scale: .log, start: 0.1),
    FreeParameter(slot: .incomeFullTimeLevel, scale: .identity, start: 1.5),
    FreeParameter(slot: .incomeFullTimeGrowth, scale: .log, start: 0.15),
    FreeParameter(slot: .incomeParticipantShift, scale: .identity, start: -1.7),
    FreeParameter(slot: .incomeSupportShift, scale: .identity, start: -1.6),
    FreeParameter(slot: .incomeWageMedian, scale: .log, start: 400_000),
    FreeParameter(slot: .incomeWageSpread, scale: .log, start: 0.23),
    FreeParameter(slot: .assistanceProgramme, scale: .logit, start: 0.45),
    FreeParameter(slot: .assistanceParticipants, scale: .logit, start: 0.6),
    FreeParameter(slot: .assistanceOthers, scale: .logit, start: 0.07),
    FreeParameter(slot: .assistanceAfterSupport, scale: .logit, start: 0.3),
    FreeParameter(slot: .assistanceSeekers, scale: .logit, start: 0.29),
    FreeParameter(slot: .assistanceReduced, scale: .logit, start: 0.3),
  ]
}
