/// The monthly hazard of work while registered at NAV as a job seeker: Tabell 13 (report lines 8660–9400).
///
/// `p = 1 − exp(−exp(x'β + duration + measure + u))`, `u` normal with the variance that the table gives. Age and years of
/// residence are those of the spell's first month. Models 1 to 3 are the table's columns. Model 3's `rest` terms act on the
/// second and later measures of a spell, model 2's chain terms on a measure that ends one of its chains; both replace the
/// plain terms (docs/decisions/0002-tabell-13.md).
struct SeekerHazard: Sendable {
  let sex: [Double]
  let age: [Double]
  let children: [Double]
  let marital: [Double]
  let country: [Double]
  let reason: [Double]
  let residence: [Double]
  let priorNAV: [Double]
  let education: [Double]
  let health: [Double]
  let unemployment: [Double]
  let county: [Double]
  let housing: [Double]
  let studentAid: [Double]
  let constant: Double
  /// Log hazard by `SpellDuration.band`.
  let duration: [Double]
  /// Log hazard by `MeasurePhase.index`.
  let measure: [Double]
  let frailtySD: Double
  let model: Int

  init(_ table: CoefficientTable, model: Int) throws {
    self.model = model
    sex = try table.coefficients("sex", Sex.self)
    age = try table.coefficients("age", AgeBand.self)
    children = try table.coefficients("children", Children.self)
    marital = try table.coefficients("marital", Marital.self)
    // Countries that Tabell 13 does not list are its `other_countries`.
    country = try Country.allCases.map { try table.coefficient("country", Self.tableKey($0)) }
    reason = try table.coefficients("reason", Reason.self)
    residence = try table.coefficients("residence_years", ResidenceBand.self)
    priorNAV = [try table.coefficient("prior_nav", "no"), try table.coefficient("prior_nav", "yes")]
    education = try table.coefficients("education", Education.self)
    health = try table.coefficients("health", Health.self)
    unemployment = try UnemploymentBand.allCases.map { try table.coefficient("unemployment", $0.keyOfJobSeekerTable) }
    county = try table.coefficients("county", County.self)
    housing = [try table.coefficient("housing", "not_owner"), try table.coefficient("housing", "owner")]
    studentAid = [try table.coefficient("student_aid", "no"), try table.coefficient("student_aid", "yes")]
    constant = try table.coefficient("constant", "constant")
    duration = try SpellDuration.keys.dropLast().map { try table.coefficient("duration", $0) } + [0]
    var measure = [0.0]
    let during = try table.coefficients("measure_during", Measure.self)
    let after = try table.coefficients("measure_after", Measure.self)
    measure += during + after
    switch model {
    case 3:
      measure += try Measure.allCases.map { try table.coefficient("rest", "during_\($0.key)") }
      measure += try Measure.allCases.map { try table.coefficient("rest", "after_\($0.key)") }
    default: measure += during + after
    }
    if model == 2 {
      measure += try MeasureChain.allCases.map { try table.coefficient("chain", "during_\($0.key)") }
      measure += try MeasureChain.allCases.map { try table.coefficient("chain", "after_\($0.key)") }
    }
    self.measure = measure
    frailtySD = exp(0.5 * (try table.coefficient("lnsig2u", "lnsig2u")))
  }

  /// The category of Tabell 13 that a country belongs to.
  static func tableKey(_ country: Country) -> String {
    switch country {
    case .congo, .myanmar: Country.other.key
    default: country.key
    }
  }

  /// Constant and person terms at the start of a spell, frailty excluded.
  func predictor(
    _ population: Population, _ person: Int, age ageBand: AgeBand, residence residenceBand: ResidenceBand,
    unemployment unemploymentBand: UnemploymentBand, county countyCode: County
  ) -> Double {
    var sum = constant + sex[Int(population.sex[person].rawValue)] + age[Int(ageBand.rawValue)]
    sum += children[Int(population.children[person].rawValue)] + marital[Int(population.marital[person].rawValue)]
    sum += country[Int(population.country[person].rawValue)] + reason[Int(population.reason[person].rawValue)]
    sum += residence[Int(residenceBand.rawValue)] + priorNAV[Int(population.priorNav[person].rawValue)]
    sum += education[Int(population.education[person].rawValue)] + health[Int(population.health[person].rawValue)]
    sum += unemployment[Int(unemploymentBand.rawValue)] + county[Int(countyCode.rawValue)]
    sum += housing[Int(population.housing[person].rawValue)] + studentAid[Int(population.studentAid[person].rawValue)]
    return sum
  }
}
