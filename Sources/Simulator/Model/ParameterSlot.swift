/// The closed list of the model's parameters; `stdlib/parameters.policy` declares each by name.
public enum ParameterSlot: String, CaseIterable, Sendable {
  // Reception
  case receptionMappingEffect = "reception.mapping_effect"
  case receptionMappingMonths = "reception.mapping_months"
  case receptionIntegrationEffect = "reception.integration_effect"
  case receptionNorwegianEffect = "reception.norwegian_effect"
  case receptionGuidanceEffect = "reception.guidance_effect"
  // Settlement
  case settlementQualitySpread = "settlement.quality_spread"
  case settlementQualityCausal = "settlement.quality_causal"
  case settlementUnemploymentCausal = "settlement.unemployment_causal"
  case settlementResultReliability = "settlement.result_reliability"
  case settlementCapacityLimit = "settlement.capacity_limit"
  case settlementAdultShare = "settlement.adult_share"
  case settlementWaitingRealised = "settlement.waiting_realised"
  // Introduction programme
  case programmeStartDelay = "programme.start_delay"
  case programmeLockIn = "programme.lock_in"
  case programmeOtherExits = "programme.other_exits"
  case programmeContentEffect = "programme.content_effect"
  case programmeExtensionMonths = "programme.extension_months"
  case programmeFullTimeEffect = "programme.full_time_effect"
  case programmeFullYearEffect = "programme.full_year_effect"
  case programmeAdaptedEffect = "programme.adapted_effect"
  case programmeWorkEffect = "programme.work_effect"
  case programmePrimaryEffect = "programme.primary_effect"
  case programmeUpperSecondaryEffect = "programme.upper_secondary_effect"
  case programmeUpperSecondaryMonths = "programme.upper_secondary_months"
  case programmePlanEffect = "programme.plan_effect"
  case programmeNAVPlanEffect = "programme.nav_plan_effect"
  // NAV measures in the programme
  case navEffectWageSubsidy = "nav.effect.wage_subsidy"
  case navEffectAMO = "nav.effect.amo"
  case navEffectFollowUp = "nav.effect.follow_up"
  case navEffectClarification = "nav.effect.clarification"
  case navEffectWorkPractice = "nav.effect.work_practice"
  case navCausalShareWageSubsidy = "nav.causal_share.wage_subsidy"
  case navCausalShareOther = "nav.causal_share.other"
  case navMixAMO = "nav.mix.amo"
  case navMixWorkPractice = "nav.mix.work_practice"
  case navMixFollowUp = "nav.mix.follow_up"
  // Norwegian
  case norwegianTrackGradient = "norwegian.track_gradient"
  case norwegianAttainment = "norwegian.attainment"
  case norwegianExtraMonths = "norwegian.extra_months"
  case norwegianEffectOnJob = "norwegian.effect_on_job"
  case norwegianHoursEffect = "norwegian.hours_effect"
  case norwegianWorkOrientedEffect = "norwegian.work_oriented_effect"
  case norwegianTrackClassesEffect = "norwegian.track_classes_effect"
  // Work outside NAV
  case jobStartParticipants = "job.start_participants"
  case jobStartOthers = "job.start_others"
  case jobSexCountrySlope = "job.sex_country_slope"
  case jobSexCountryCentre = "job.sex_country_centre"
  case jobLossFirstYear = "job.loss_first_year"
  case jobLossLater = "job.loss_later"
  case jobLossOthers = "job.loss_others"
  case jobLossStable = "job.loss_stable"
  case jobStableShare = "job.stable_share"
  case jobStableStart = "job.stable_start"
  // Education
  case educationEntry = "education.entry"
  case educationOthersFactor = "education.others_factor"
  case educationMonths = "education.months"
  case educationFundingElasticity = "education.funding_elasticity"
  // Job seekers at NAV
  case seekerEntry = "seeker.entry"
  case seekerParticipantFactor = "seeker.participant_factor"
  case seekerEntryAfterLoss = "seeker.entry_after_loss"
  case seekerStableEntry = "seeker.stable_entry"
  case seekerReentry = "seeker.reentry"
  case seekerReturningShare = "seeker.returning_share"
  case seekerExitWithoutJob = "seeker.exit_without_job"
  case seekerMeasureStart = "seeker.measure_start"
  case seekerMeasureNext = "seeker.measure_next"
  case seekerMeasureMonths = "seeker.measure_months"
  case seekerMeasureSelection = "seeker.measure_selection"
  case seekerCausalShare = "seeker.causal_share"
  case seekerMixWageSubsidy = "seeker.mix.wage_subsidy"
  case seekerMixAMO = "seeker.mix.amo"
  case seekerMixFollowUp = "seeker.mix.follow_up"
  case seekerMixClarification = "seeker.mix.clarification"
  case seekerMixWorkPractice = "seeker.mix.work_practice"
  // Reduced work capacity at NAV
  case reducedEntryParticipants = "reduced.entry_participants"
  case reducedEntryGrowth = "reduced.entry_growth"
  case reducedEntryOthers = "reduced.entry_others"
  case reducedReentry = "reduced.reentry"
  case reducedExitWithoutJob = "reduced.exit_without_job"
  case reducedToEducation = "reduced.to_education"
  case reducedToDisability = "reduced.to_disability"
  case reducedDisabilityLater = "reduced.disability_later"
  case reducedMeasureEligible = "reduced.measure_eligible"
  case reducedMeasureStart = "reduced.measure_start"
  case reducedMeasureNext = "reduced.measure_next"
  case reducedMeasureMonths = "reduced.measure_months"
  case reducedMeasureSelection = "reduced.measure_selection"
  case reducedCausalShare = "reduced.causal_share"
  case reducedAssessmentEffect = "reduced.assessment_effect"
  case reducedAAPShare = "reduced.aap_share"
  case reducedMixWageSubsidy = "reduced.mix.wage_subsidy"
  case reducedMixAMO = "reduced.mix.amo"
  case reducedMixFollowUp = "reduced.mix.follow_up"
  case reducedMixClarification = "reduced.mix.clarification"
  case reducedMixWorkPractice = "reduced.mix.work_practice"
  case reducedMixOrdinaryEducation = "reduced.mix.ordinary_education"
  case reducedMixRehabilitation = "reduced.mix.rehabilitation"
  case reducedMixJobClub = "reduced.mix.job_club"
  // Qualification programme
  case kvpEntry = "kvp.entry"
  case kvpEntryUnassisted = "kvp.entry_unassisted"
  case kvpJobLevel = "kvp.job_level"
  case kvpStartFactor = "kvp.start_factor"
  case kvpLossFactor = "kvp.loss_factor"
  case kvpTakeUp = "kvp.take_up"
  case kvpCausalShare = "kvp.causal_share"
  case kvpLengthRealised = "kvp.length_realised"
  case kvpContentEffect = "kvp.content_effect"
  case kvpNorwegianEffect = "kvp.norwegian_effect"
  case kvpEducationEffect = "kvp.education_effect"
  // Jobbsjansen
  case jobbsjansenEntry = "jobbsjansen.entry"
  case jobbsjansenAssistedFactor = "jobbsjansen.assisted_factor"
  case jobbsjansenManFactor = "jobbsjansen.man_factor"
  case jobbsjansenMonths = "jobbsjansen.months"
  case jobbsjansenJobLevel = "jobbsjansen.job_level"
  case jobbsjansenToEducation = "jobbsjansen.to_education"
  case jobbsjansenToNAV = "jobbsjansen.to_nav"
  case jobbsjansenStartFactor = "jobbsjansen.start_factor"
  case jobbsjansenLossFactor = "jobbsjansen.loss_factor"
  case jobbsjansenTakeUp = "jobbsjansen.take_up"
  case jobbsjansenCausalShare = "jobbsjansen.causal_share"
  // The economy and the level of benefits
  case economyStartEffect = "economy.start_effect"
  case economyLossEffect = "economy.loss_effect"
  case benefitsElasticityIntroduction = "benefits.elasticity_introduction"
  case benefitsElasticityAssistance = "benefits.elasticity_assistance"
  // Labour income
  case incomeFullTimeLevel = "income.full_time_level"
  case incomeFullTimeGrowth = "income.full_time_growth"
  case incomeParticipantShift = "income.participant_shift"
  case incomeParticipantPay = "income.participant_pay"
  case incomeKVPShift = "income.kvp_shift"
  case incomeKVPPay = "income.kvp_pay"
  case incomeJobbsjansenShift = "income.jobbsjansen_shift"
  case incomeJobbsjansenPay = "income.jobbsjansen_pay"
  case incomeWageMedian = "income.wage_median"
  case incomeWageSpread = "income.wage_spread"
  case incomeWageGrowth = "income.wage_growth"
  // Social assistance
  case assistanceProgramme = "assistance.programme"
  case assistanceParticipants = "assistance.participants"
  case assistanceOthers = "assistance.others"
  case assistanceAfterSupport = "assistance.after_support"
  case assistanceSeekers = "assistance.seekers"
  case assistanceReduced = "assistance.reduced"
  case assistanceKVP = "assistance.kvp"
  case assistanceEmployed = "assistance.employed"
  case assistanceEmployedParticipants = "assistance.employed_participants"
  // Unit costs, benefits and taxes
  case budgetProgrammeMonth = "budget.programme_month"
  case budgetNorwegianHour = "budget.norwegian_hour"
  case budgetMeasureWageSubsidy = "budget.measure.wage_subsidy"
  case budgetMeasureAMO = "budget.measure.amo"
  case budgetMeasureFollowUp = "budget.measure.follow_up"
  case budgetMeasureClarification = "budget.measure.clarification"
  case budgetMeasureWorkPractice = "budget.measure.work_practice"
  case budgetMeasureJobClub = "budget.measure.job_club"
  case budgetMeasureOrdinaryEducation = "budget.measure.ordinary_education"
  case budgetMeasureRehabilitation = "budget.measure.rehabilitation"
  case budgetMeasureAFT = "budget.measure.aft"
  case budgetNAVMonth = "budget.nav_month"
  case budgetKVPMonth = "budget.kvp_month"
  case budgetJobbsjansenMonth = "budget.jobbsjansen_month"
  case budgetReceptionMonth = "budget.reception_month"
  case budgetMapping = "budget.mapping"
  case budgetGuidance = "budget.guidance"
  case budgetPrimaryYear = "budget.primary_year"
  case budgetUpperSecondaryYear = "budget.upper_secondary_year"
  case budgetTaxWages = "budget.tax_wages"
  case budgetTaxBenefits = "budget.tax_benefits"
  case budgetDiscountRate = "budget.discount_rate"
  case budgetTaxEmployers = "budget.tax_employers"
  case budgetAAPYear = "budget.aap_year"
  case budgetDisabilityYear = "budget.disability_year"
  case budgetAssistanceMonth = "budget.assistance_month"
  case budgetAssistanceSupplement = "budget.assistance_supplement"
  case budgetUnemploymentShare = "budget.unemployment_share"
  case budgetUnemploymentYear = "budget.unemployment_year"
  case budgetAllowanceMonth = "budget.allowance_month"
  case budgetStudentAidMonth = "budget.student_aid_month"
  case budgetProgrammeMeasureMonths = "budget.programme_measure_months"
  case budgetComponentIntegrationCentre = "budget.component.integration_centre"
  case budgetComponentReceptionNorwegian = "budget.component.reception_norwegian"
  case budgetComponentFullTime = "budget.component.full_time"
  case budgetComponentFullYear = "budget.component.full_year"
  case budgetComponentAdapted = "budget.component.adapted"
  case budgetComponentWork = "budget.component.work"
  case budgetComponentWorkOrientedNorwegian = "budget.component.work_oriented_norwegian"
  case budgetComponentPlan = "budget.component.plan"
  case budgetComponentNAVPlan = "budget.component.nav_plan"
  case budgetAssessment = "budget.assessment"
  case budgetKVPNorwegian = "budget.kvp_norwegian"
  case budgetKVPEducation = "budget.kvp_education"
}

/// A value for every parameter.
public struct ParameterValues: Hashable, Sendable {
  private var values: [Double]

  /// - Throws: `DataError` for a missing, unknown or non-finite value.
  public init(_ byName: [String: Double]) throws {
    values = []
    for slot in ParameterSlot.allCases {
      guard let value = byName[slot.rawValue], value.isFinite else {
        throw DataError(file: "parameters", row: 0, problem: "no value for `\(slot.rawValue)`")
      }
      values.append(value)
    }
    if let unknown = byName.keys.filter({ ParameterSlot(rawValue: $0) == nil }).sorted().first {
      throw DataError(file: "parameters", row: 0, problem: "the model has no parameter `\(unknown)`")
    }
  }

  public subscript(_ slot: ParameterSlot) -> Double {
    get { values[slot.ordinal] }
    set { values[slot.ordinal] = newValue }
  }

  /// The same values with some replaced.
  ///
  /// - Throws: `DataError` for a name that is not a parameter.
  public func replacing(_ changes: [String: Double]) throws -> ParameterValues {
    var result = self
    for (name, value) in changes {
      guard let slot = ParameterSlot(rawValue: name) else {
        throw DataError(file: "parameters", row: 0, problem: "the model has no parameter `\(name)`")
      }
      result[slot] = value
    }
    return result
  }
}

extension ParameterSlot {
  private static let ordinals = Dictionary(
    uniqueKeysWithValues: ParameterSlot.allCases.enumerated().map { ($1, $0) })

  var ordinal: Int { Self.ordinals[self]! }
}
