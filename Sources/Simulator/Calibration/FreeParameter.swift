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
    FreeParameter(slot: .jobStartOthers, scale: .identity, start: -4.6),
    FreeParameter(slot: .jobSexCountrySlope, scale: .identity, start: 2.1),
    FreeParameter(slot: .jobSexCountryCentre, scale: .identity, start: 0.79),
    FreeParameter(slot: .jobLossFirstYear, scale: .log, start: 0.018),
    FreeParameter(slot: .jobLossLater, scale: .log, start: 0.0038),
    FreeParameter(slot: .jobLossOthers, scale: .log, start: 0.084),
    FreeParameter(slot: .jobStableShare, scale: .logit, start: 0.61),
    FreeParameter(slot: .jobStableStart, scale: .log, start: 2.4),
    FreeParameter(slot: .educationEntry, scale: .log, start: 0.03),
    FreeParameter(slot: .settlementQualitySpread, scale: .log, start: 0.63),
    FreeParameter(slot: .seekerEntry, scale: .log, start: 0.07),
    FreeParameter(slot: .seekerParticipantFactor, scale: .logit, start: 0.08),
    FreeParameter(slot: .seekerStableEntry, scale: .logit, start: 0.26),
    FreeParameter(slot: .seekerEntryAfterLoss, scale: .logit, start: 0.1),
    FreeParameter(slot: .seekerReentry, scale: .log, start: 0.09),
    FreeParameter(slot: .seekerReturningShare, scale: .logit, start: 0.51),
    FreeParameter(slot: .seekerExitWithoutJob, scale: .log, start: 0.036),
    FreeParameter(slot: .seekerMeasureStart, scale: .log, start: 0.11),
    FreeParameter(slot: .seekerMeasureNext, scale: .log, start: 0.071),
    FreeParameter(slot: .reducedEntryParticipants, scale: .log, start: 0.00066),
    FreeParameter(slot: .reducedEntryGrowth, scale: .log, start: 0.26),
    FreeParameter(slot: .reducedEntryOthers, scale: .log, start: 0.0028),
    FreeParameter(slot: .reducedReentry, scale: .log, start: 0.035),
    FreeParameter(slot: .reducedExitWithoutJob, scale: .log, start: 0.03),
    FreeParameter(slot: .reducedToEducation, scale: .log, start: 0.0018),
    FreeParameter(slot: .reducedToDisability, scale: .log, start: 0.0032),
    FreeParameter(slot: .reducedDisabilityLater, scale: .log, start: 0.00086),
    FreeParameter(slot: .reducedMeasureSelection, scale: .identity, start: 1.2),
    FreeParameter(slot: .reducedMeasureEligible, scale: .logit, start: 0.86),
    FreeParameter(slot: .reducedMeasureStart, scale: .logit, start: 0.85),
    FreeParameter(slot: .reducedMeasureNext, scale: .log, start: 0.056),
    FreeParameter(slot: .reducedAAPShare, scale: .logit, start: 0.65),
    FreeParameter(slot: .kvpEntry, scale: .log, start: 0.016),
    FreeParameter(slot: .kvpEntryUnassisted, scale: .log, start: 0.00098),
    FreeParameter(slot: .kvpJobLevel, scale: .identity, start: -0.12),
    FreeParameter(slot: .kvpStartFactor, scale: .log, start: 0.75),
    FreeParameter(slot: .kvpLossFactor, scale: .log, start: 0.77),
    FreeParameter(slot: .jobbsjansenEntry, scale: .log, start: 0.0021),
    FreeParameter(slot: .jobbsjansenJobLevel, scale: .identity, start: 0.035),
    FreeParameter(slot: .jobbsjansenStartFactor, scale: .log, start: 3.8),
    FreeParameter(slot: .jobbsjansenLossFactor, scale: .log, start: 0.068),
    FreeParameter(slot: .incomeFullTimeLevel, scale: .identity, start: 3.2),
    FreeParameter(slot: .incomeFullTimeGrowth, scale: .log, start: 0.054),
    FreeParameter(slot: .incomeParticipantShift, scale: .identity, start: -3.6),
    FreeParameter(slot: .incomeParticipantPay, scale: .identity, start: 0.1),
    FreeParameter(slot: .incomeKVPShift, scale: .identity, start: -2.7),
    FreeParameter(slot: .incomeKVPPay, scale: .identity, start: 0.05),
    FreeParameter(slot: .incomeJobbsjansenShift, scale: .identity, start: -2.2),
    FreeParameter(slot: .incomeJobbsjansenPay, scale: .identity, start: -0.15),
    FreeParameter(slot: .incomeWageMedian, scale: .log, start: 370_000),
    FreeParameter(slot: .incomeWageSpread, scale: .log, start: 0.28),
    FreeParameter(slot: .assistanceProgramme, scale: .logit, start: 0.46),
    FreeParameter(slot: .assistanceParticipants, scale: .logit, start: 0.61),
    FreeParameter(slot: .assistanceOthers, scale: .logit, start: 0.074),
    FreeParameter(slot: .assistanceAfterSupport, scale: .logit, start: 0.042),
    FreeParameter(slot: .assistanceSeekers, scale: .logit, start: 0.3),
    FreeParameter(slot: .assistanceReduced, scale: .logit, start: 0.31),
    FreeParameter(slot: .assistanceEmployed, scale: .logit, start: 0.04),
    FreeParameter(slot: .assistanceEmployedParticipants, scale: .logit, start: 0.08),
  ]
}
