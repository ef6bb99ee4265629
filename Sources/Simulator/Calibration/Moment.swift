/// The closed list of what the simulated panel is measured for, each on the sample of one fact of the report.
///
/// Participants are followed to December 2018 and persons at NAV to December 2016, their outcomes to 2017, as in the
/// report's registers.
public enum Moment: UInt8, CaseIterable, Sendable {
  // Introduction programme: exits of 2010–2017 (lines 1877, 3402).
  case introEnded
  case introWorkYear1
  case introEducationYear1
  case introWorkOrEducationYear1
  case introPeak
  case introYear7
  case introMenAfghanistan
  case introWomenAfghanistan
  case introMenEritreaEthiopia
  case introWomenEritreaEthiopia
  case introMenSomalia
  case introWomenSomalia
  case introMenPalestine
  case introWomenPalestine
  case introWomen
  case introNAVMeasureWork
  case introWageSubsidyWork
  case introWageSubsidyShare
  case introShort
  case introLong
  case introOver3
  case introHealthExit
  case introHealthYear7
  case introAssistanceExit
  case introAssistanceRise
  case introAssistanceYear7
  case introIncome100Exit
  case introIncome100Year5
  case introIncome300Year7
  case introMedianYear7
  case introAverageYear7
  case municipalityMin
  case municipalityMax
  // Settlement
  case settled6In2013And2014
  case settled6In2018
  case settled12In2014
  case settled12In2017
  // Norwegian
  case norwegianB1
  case norwegianB1SomaliaEritrea
  case norwegianEmployedEritrea
  case norwegianEmployedSomalia
  // Job seekers at NAV: spells from September 2010 to December 2016, outcomes to 2017.
  case seekersRegistered
  case seekerSpells
  case seekerCensored
  case seekerAnyMeasure
  case seekerEnded
  case seekerEndedWithMeasure
  case seekerMoreMeasures
  case seekerMeasureMonths
  case seekerMeasureUpTo4
  case seekerWorkWithMeasure
  case seekerWorkNoMeasure
  case seekerWorkNoMeasureSummary
  case seekerWorkQuota
  case seekerWorkFamily
  case seekerOrdinaryOnlyJob
  case seekerEmployedBefore
  case seekerYear1WithMeasure
  case seekerYear6WithMeasure
  case seekerYear6NoMeasure
  case seekerHealthExit
  case seekerHealthYear6
  case seekerIntroShare
  case seekerIncome100Before
  case seekerIncome100Exit
  case seekerIncome100Later
  case seekerMedianExit
  case seekerMedianYear6
  case seekerAverageYear6
  case seekerAssistanceExitMeasure
  case seekerAssistanceYear6Measure
  case seekerAssistanceExitNoMeasure
  case seekerAssistanceYear6NoMeasure
  // Reduced work capacity at NAV: spells from September 2010 to December 2016, outcomes to 2017.
  case reducedRegistered
  case reducedSpells
  case reducedCensored
  case reducedAnyMeasure
  case reducedWithMeasure
  case reducedMoreMeasures
  case reducedMeasureMonths
  case reducedWorkWithMeasure
  case reducedWorkNoMeasure
  case reducedWorkFamily
  case reducedWorkQuota
  case reducedWorkAll
  case reducedEducationAll
  case reducedYear6WithMeasure
  case reducedYear6NoMeasure
  case reducedSubsidyToWork
  case reducedSubsidyYear6
  case reducedStillBenefit
  case reducedIncome100Exit
  case reducedMedianYear6
  case reducedAverageYear5
  case reducedAAPExit
  case reducedAAPYear3
  case reducedDisabilityExitMeasure
  case reducedDisabilityExitNoMeasure
  case reducedDisabilityYear5
  case reducedAssistanceExit
  case reducedAssistanceYear6
  case reducedIntroShare
  // Qualification programme: ends of 2010–2017.
  case kvpEnded
  case kvpWomen
  case kvpWork
  case kvpYear7
  case kvpRetained
  case kvpIncome100Year1
  case kvpIncome300Year1
  case kvpIncome100Year4
  case kvpIncome300Rise
  case kvpMedianYear7
  case kvpAverageYear7
  case kvpAssistanceBefore
  case kvpAssistanceYear7
  case kvpEmployedAssistanceYear1
  // Jobbsjansen: ends of 2013–2017.
  case jobbsjansenParticipants
  case jobbsjansenWork
  case jobbsjansenEducation
  case jobbsjansenTransferred
  case jobbsjansenWomenWork
  case jobbsjansenMenWork
  case jobbsjansenWomen
  case jobbsjansenBefore
  case jobbsjansenYear1
  case jobbsjansenYear4
  case jobbsjansenEducationYear1
  case jobbsjansenRetained
  case jobbsjansenIncome100Year4
  case jobbsjansenIncome300Year4
  case jobbsjansenMedianYear4
  case jobbsjansenAverageYear4
  case jobbsjansenAssistanceYear4
  // The whole population, November 2018.
  case employedAfrica

  /// Whether the value is a number of persons or spells rather than a share or a mean.
  var isCount: Bool {
    switch self {
    case .introEnded, .seekersRegistered, .seekerSpells, .seekerEnded, .seekerEndedWithMeasure, .reducedRegistered,
      .reducedSpells, .kvpEnded, .jobbsjansenParticipants:
      true
    default: false
    }
  }

  var ordinal: Int { Int(rawValue) }

  /// The fact's id in `stdlib/data/facts.csv`.
  public var id: String {
    switch self {
    case .introEnded: "intro_population_nir"
    case .introWorkYear1: "intro_work_1y_ch7"
    case .introEducationYear1: "intro_education_1y_ch7"
    case .introWorkOrEducationYear1: "intro_work_or_education_1y_ch7"
    case .introPeak: "intro_peak_employment"
    case .introYear7: "intro_employment_y7"
    case .introMenAfghanistan: "intro_work_men_afghanistan"
    case .introWomenAfghanistan: "intro_work_women_afghanistan"
    case .introMenEritreaEthiopia: "intro_work_men_eritrea_ethiopia"
    case .introWomenEritreaEthiopia: "intro_work_women_eritrea_ethiopia"
    case .introMenSomalia: "intro_work_men_somalia"
    case .introWomenSomalia: "intro_work_women_somalia"
    case .introMenPalestine: "intro_work_men_palestine"
    case .introWomenPalestine: "intro_work_women_palestine"
    case .introWomen: "intro_women_job_rate_vs_jobbsjansen"
    case .introNAVMeasureWork: "intro_work_1y_nav_measure"
    case .introWageSubsidyWork: "intro_work_1y_wage_subsidy"
    case .introWageSubsidyShare: "intro_wage_subsidy_share"
    case .introShort: "intro_length_short"
    case .introLong: "intro_length_long"
    case .introOver3: "intro_length_over3"
    case .introHealthExit: "benefits_intro_aap_disability_exit"
    case .introHealthYear7: "benefits_intro_aap_disability_y7_ch7"
    case .introAssistanceExit: "benefits_intro_social_assistance_exit"
    case .introAssistanceRise: "benefits_intro_social_assistance_rise"
    case .introAssistanceYear7: "benefits_intro_social_assistance_y7"
    case .introIncome100Exit: "intro_income100k_exit_year"
    case .introIncome100Year5: "intro_income100k_y4_5"
    case .introIncome300Year7: "intro_income300k_all_y7"
    case .introMedianYear7: "intro_median_income_y7_ch7"
    case .introAverageYear7: "intro_average_income_y7"
    case .municipalityMin: "intro_municipality_min"
    case .municipalityMax: "intro_municipality_max"
    case .settled6In2013And2014: "settlement_within6m_2013_2014_summary"
    case .settled6In2018: "settlement_within6m_2018"
    case .settled12In2014: "settlement_within12m_2014"
    case .settled12In2017: "settlement_within12m_2017"
    case .norwegianB1: "norwegian_b1_or_higher"
    case .norwegianB1SomaliaEritrea: "norwegian_b1b2_oral_somalia_eritrea"
    case .norwegianEmployedEritrea: "norwegian_employed_eritrea"
    case .norwegianEmployedSomalia: "norwegian_employed_somalia"
    case .seekersRegistered: "nav_js_n_registered"
    case .seekerSpells: "nav_js_spells"
    case .seekerCensored: "nav_js_censored_share"
    case .seekerAnyMeasure: "nav_js_share_any_measure"
    case .seekerEnded: "nav_js_n_exited"
    case .seekerEndedWithMeasure: "nav_js_n_exited_with_measure"
    case .seekerMoreMeasures: "nav_js_more_measures_share"
    case .seekerMeasureMonths: "nav_js_duration_mean"
    case .seekerMeasureUpTo4: "nav_duration_up_to_4_months"
    case .seekerWorkWithMeasure: "nav_js_to_work_with_measure"
    case .seekerWorkNoMeasure: "nav_js_to_work_no_measure_ch8"
    case .seekerWorkNoMeasureSummary: "nav_js_to_work_no_measure_summary"
    case .seekerWorkQuota: "nav_js_to_work_quota"
    case .seekerWorkFamily: "nav_js_to_work_family"
    case .seekerOrdinaryOnlyJob: "nav_js_ordinary_only_job"
    case .seekerEmployedBefore: "nav_js_employment_before"
    case .seekerYear1WithMeasure: "nav_js_employment_y1_with_measure"
    case .seekerYear6WithMeasure: "nav_js_employment_y6_with_measure"
    case .seekerYear6NoMeasure: "nav_js_employment_y6_no_measure"
    case .seekerHealthExit: "benefits_js_aap_disability_exit"
    case .seekerHealthYear6: "benefits_js_aap_disability_y6"
    case .seekerIntroShare: "annex4_js_intro_participants"
    case .seekerIncome100Before: "nav_js_income100k_before"
    case .seekerIncome100Exit: "nav_js_income100k_exit"
    case .seekerIncome100Later: "nav_js_income100k_later"
    case .seekerMedianExit: "nav_js_median_income_exit"
    case .seekerMedianYear6: "nav_js_median_income_y6"
    case .seekerAverageYear6: "nav_js_average_income_y6"
    case .seekerAssistanceExitMeasure: "benefits_js_measure_social_assistance_exit"
    case .seekerAssistanceYear6Measure: "benefits_js_measure_social_assistance_y6"
    case .seekerAssistanceExitNoMeasure: "benefits_js_no_measure_social_assistance_exit"
    case .seekerAssistanceYear6NoMeasure: "benefits_js_no_measure_social_assistance_y6"
    case .reducedRegistered: "nav_rc_n_registered"
    case .reducedSpells: "nav_rc_spells"
    case .reducedCensored: "nav_rc_censored_share"
    case .reducedAnyMeasure: "nav_rc_share_any_measure"
    case .reducedWithMeasure: "nav_rc_exited_with_measure_share"
    case .reducedMoreMeasures: "nav_rc_more_measures_share"
    case .reducedMeasureMonths: "nav_rc_duration_mean"
    case .reducedWorkWithMeasure: "nav_rc_to_work_with_measure"
    case .reducedWorkNoMeasure: "nav_rc_to_work_no_measure"
    case .reducedWorkFamily: "nav_rc_to_work_family"
    case .reducedWorkQuota: "nav_rc_to_work_quota"
    case .reducedWorkAll: "nav_rc_exit_to_work_all"
    case .reducedEducationAll: "nav_rc_exit_to_education_all"
    case .reducedYear6WithMeasure: "nav_rc_employment_y6_with_measure"
    case .reducedYear6NoMeasure: "nav_rc_employment_y6_no_measure"
    case .reducedSubsidyToWork: "nav_rc_wage_subsidy_to_work"
    case .reducedSubsidyYear6: "nav_rc_wage_subsidy_y6"
    case .reducedStillBenefit: "nav_rc_still_in_nav_measure_or_aap"
    case .reducedIncome100Exit: "nav_rc_income100k_exit"
    case .reducedMedianYear6: "nav_rc_median_income_y6"
    case .reducedAverageYear5: "nav_rc_average_income_y5"
    case .reducedAAPExit: "benefits_rc_measure_aap_exit"
    case .reducedAAPYear3: "benefits_rc_measure_aap_y3"
    case .reducedDisabilityExitMeasure: "benefits_rc_measure_disability_exit"
    case .reducedDisabilityExitNoMeasure: "benefits_rc_no_measure_disability_exit"
    case .reducedDisabilityYear5: "benefits_rc_disability_y5"
    case .reducedAssistanceExit: "benefits_rc_measure_social_assistance_exit"
    case .reducedAssistanceYear6: "benefits_rc_measure_social_assistance_y6"
    case .reducedIntroShare: "annex4_rc_intro_participants"
    case .kvpEnded: "kvp_n"
    case .kvpWomen: "kvp_women_share"
    case .kvpWork: "kvp_to_work_ch8"
    case .kvpYear7: "kvp_employment_y7"
    case .kvpRetained: "kvp_job_retained_y4"
    case .kvpIncome100Year1: "kvp_income100k_y1"
    case .kvpIncome300Year1: "kvp_income300k_y1"
    case .kvpIncome100Year4: "kvp_income100k_y4"
    case .kvpIncome300Rise: "kvp_income300k_rise_y4"
    case .kvpMedianYear7: "kvp_median_income_y7"
    case .kvpAverageYear7: "kvp_average_income_y7"
    case .kvpAssistanceBefore: "benefits_kvp_social_assistance_before"
    case .kvpAssistanceYear7: "benefits_kvp_social_assistance_y7"
    case .kvpEmployedAssistanceYear1: "benefits_kvp_employed_social_assistance_y1"
    case .jobbsjansenParticipants: "jobbsjansen_participants_2015"
    case .jobbsjansenWork: "jobbsjansen_end_work"
    case .jobbsjansenEducation: "jobbsjansen_end_education"
    case .jobbsjansenTransferred: "jobbsjansen_end_transferred"
    case .jobbsjansenWomenWork: "jobbsjansen_work_women"
    case .jobbsjansenMenWork: "jobbsjansen_work_men"
    case .jobbsjansenWomen: "jobbsjansen_share_women"
    case .jobbsjansenBefore: "jobbsjansen_employment_2y_before"
    case .jobbsjansenYear1: "jobbsjansen_employment_y1"
    case .jobbsjansenYear4: "jobbsjansen_employment_y4"
    case .jobbsjansenEducationYear1: "jobbsjansen_education_y1"
    case .jobbsjansenRetained: "jobbsjansen_job_retained"
    case .jobbsjansenIncome100Year4: "jobbsjansen_income100k_y4"
    case .jobbsjansenIncome300Year4: "jobbsjansen_income300k_y4"
    case .jobbsjansenMedianYear4: "jobbsjansen_median_income_y4"
    case .jobbsjansenAverageYear4: "jobbsjansen_average_income_y4"
    case .jobbsjansenAssistanceYear4: "benefits_jobbsjansen_social_assistance_y4"
    case .employedAfrica: "labour_market_employment_africa"
    }
  }
}
