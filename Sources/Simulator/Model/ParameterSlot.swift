/// The closed list of the model's parameters; `stdlib/parameters.policy` declares each by name.
public enum ParameterSlot: String, CaseIterable, Sendable {
  // Settlement
  case settlementQualitySpread = "settlement.quality_spread"
  case settlementQualityCausal = "settlement.quality_causal"
  case settlementUnemploymentCausal = "settlement.unemployment_causal"
  case settlementResultReliability = "settlement.result_reliability"
  case settlementCapacityLimit = "settlement.capacity_limit"
  case settlementAdultShare = "settlement.adult_share"
  // Introduction programme
  case programmeStartDelay = "programme.start_delay"
  case programmeLockIn = "programme.lock_in"
  case programmeOtherExits = "programme.other_exits"
  case programmeContentEffect = "programme.content_effect"
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
  // Work outside NAV
  case jobStartParticipants = "job.start_participants"
  case jobStartOthers = "job.start_others"
  case jobSexCountrySlope = "job.sex_country_slope"
  case jobSexCountryCentre = "job.sex_country_centre"
  case jobLossFirstYear = "job.loss_first_year"
  case jobLossLater = "job.loss_later"
  case jobLossOthers = "job.loss_others"
  // Education
  case educationEntry = "education.entry"
  case educationMonths = "education.months"
  // Health exit
  case healthExitLevel = "health.exit_level"
  case healthExitGrowth = "health.exit_growth"
  case healthExitOthers = "health.exit_others"
  // Job seekers at NAV
  case seekerEntry = "seeker.entry"
  case seekerParticipantFactor = "seeker.participant_factor"
  case seekerEntryAfterLoss = "seeker.entry_after_loss"
  case seekerReentry = "seeker.reentry"
  case seekerExitWithoutJob = "seeker.exit_without_job"
  case seekerMeasureStart = "seeker.measure_start"
  case seekerMeasureNext = "seeker.measure_next"
  case seekerMeasureMonths = "seeker.measure_months"
  case seekerMixWageSubsidy = "seeker.mix.wage_subsidy"
  case seekerMixAMO = "seeker.mix.amo"
  case seekerMixFollowUp = "seeker.mix.follow_up"
  case seekerMixClarification = "seeker.mix.clarification"
  case seekerMixWorkPractice = "seeker.mix.work_practice"
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
