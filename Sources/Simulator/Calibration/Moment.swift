/// The closed list of what the simulated panel is measured for, each on the sample of one fact of the report.
///
/// Participants are followed to December 2018 and job seekers
/// to December 2016, as in the report's registers.
public enum Moment: UInt8, CaseIterable, Sendable {
  // Introduction programme: exits 2010–2017.
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
  case introNAVMeasureWork
  case introWageSubsidyWork
  case introWageSubsidyShare
  case introShort
  case introLong
  case introOver3
  case introHealthExit
  case introHealthYear7
  case municipalityMin
  case municipalityMax
  // Settlement
  case settled6In2013And2014
  case settled6In2018
  case settled12In2014
  case settled12In2017
  // Norwegian
  case norwegianB1
  // Job seekers at NAV: spells from September 2010 to December 2016.
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
  case seekerWorkQuota
  case seekerWorkFamily
  case seekerOrdinaryOnlyJob
  case seekerEmployedBefore
  case seekerYear1WithMeasure
  case seekerYear6WithMeasure
  case seekerYear6NoMeasure
  case seekerHealthYear6
  case seekerIntroShare
  // The whole population, November 2018.
  case employedAfrica

  /// Whether the value is a number of persons or spells rather than a share or a mean.
  var isCount: Bool {
    switch self {
    case .introEnded, .seekersRegistered, .seekerSpells, .seekerEnded, .seekerEndedWithMeasure: true
    default: false
    }
  }
}

/// Numerators and denominators of all moments; sums of parts are sums of their fields.
struct MomentSums: Sendable {
  private(set) var numerators = [Double](repeating: 0, count: Moment.allCases.count)
  private(set) var denominators = [Double](repeating: 0, count: Moment.allCases.count)
  /// Participants in work or education after one year, and all, by municipality of settlement.
  private(set) var municipalityActive: [Double]
  private(set) var municipalityAll: [Double]

  init(municipalities: Int) {
    municipalityActive = [Double](repeating: 0, count: municipalities)
    municipalityAll = municipalityActive
  }

  mutating func add(_ moment: Moment, _ numerator: Double, of denominator: Double = 1) {
    numerators[moment.ordinal] += numerator
    denominators[moment.ordinal] += denominator
  }

  mutating func add(_ moment: Moment, _ isCounted: Bool) { add(moment, isCounted ? 1 : 0) }

  mutating func addMunicipality(_ municipality: Int, isActive: Bool) {
    municipalityAll[municipality] += 1
    if isActive { municipalityActive[municipality] += 1 }
  }

  mutating func add(_ other: MomentSums) {
    for index in numerators.indices {
      numerators[index] += other.numerators[index]
      denominators[index] += other.denominators[index]
    }
    for index in municipalityAll.indices {
      municipalityAll[index] += other.municipalityAll[index]
      municipalityActive[index] += other.municipalityActive[index]
    }
  }

  /// The value of a moment in stored scale, or `nil` when its sample is empty.
  func value(_ moment: Moment, weight: Double) -> Double? {
    switch moment {
    // In a sample of the population twenty participants are a handful, whose shares spread by chance.
    case .municipalityMin: weight < 1.2 ? municipalityShares(weight).min() : nil
    case .municipalityMax: weight < 1.2 ? municipalityShares(weight).max() : nil
    default:
      if moment.isCount {
        numerators[moment.ordinal] * weight
      } else {
        denominators[moment.ordinal] > 0 ? numerators[moment.ordinal] / denominators[moment.ordinal] : nil
      }
    }
  }

  /// Shares of municipalities with at least twenty participants, as in Figur 18.
  private func municipalityShares(_ weight: Double) -> [Double] {
    municipalityAll.indices.filter { municipalityAll[$0] * weight >= 20 }.map {
      municipalityActive[$0] / municipalityAll[$0]
    }
  }
}

extension Moment {
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
    case .introNAVMeasureWork: "intro_work_1y_nav_measure"
    case .introWageSubsidyWork: "intro_work_1y_wage_subsidy"
    case .introWageSubsidyShare: "intro_wage_subsidy_share"
    case .introShort: "intro_length_short"
    case .introLong: "intro_length_long"
    case .introOver3: "intro_length_over3"
    case .introHealthExit: "benefits_intro_aap_disability_exit"
    case .introHealthYear7: "benefits_intro_aap_disability_y7_ch7"
    case .municipalityMin: "intro_municipality_min"
    case .municipalityMax: "intro_municipality_max"
    case .settled6In2013And2014: "settlement_within6m_2013_2014_summary"
    case .settled6In2018: "settlement_within6m_2018"
    case .settled12In2014: "settlement_within12m_2014"
    case .settled12In2017: "settlement_within12m_2017"
    case .norwegianB1: "norwegian_b1_or_higher"
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
    case .seekerWorkQuota: "nav_js_to_work_quota"
    case .seekerWorkFamily: "nav_js_to_work_family"
    case .seekerOrdinaryOnlyJob: "nav_js_ordinary_only_job"
    case .seekerEmployedBefore: "nav_js_employment_before"
    case .seekerYear1WithMeasure: "nav_js_employment_y1_with_measure"
    case .seekerYear6WithMeasure: "nav_js_employment_y6_with_measure"
    case .seekerYear6NoMeasure: "nav_js_employment_y6_no_measure"
    case .seekerHealthYear6: "benefits_js_aap_disability_y6"
    case .seekerIntroShare: "annex4_js_intro_participants"
    case .employedAfrica: "labour_market_employment_africa"
    }
  }
}
