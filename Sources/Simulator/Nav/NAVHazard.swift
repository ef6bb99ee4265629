/// The monthly hazard of work while registered at NAV: Tabell 13 for job seekers (report lines 8681–9363), Tabell 14 for
/// reduced work capacity (lines 9385–10079).
///
/// `p = 1 − exp(−exp(x'β + duration + measure + u))`, `u` normal with the variance that the table gives (Tabell 14 gives
/// none). Age and years of residence are those of the spell's first month. Models 1 to 3 are the table's columns. Model 3's
/// `rest` terms act on the second and later measures of a spell, model 2's chain terms on a measure that ends one of its
/// chains; both replace the plain terms (docs/decisions/0002-tabell-13.md).
struct NAVHazard: Sendable {
  let group: NAVGroup
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
  /// Log hazard by `MeasurePhase.index`; not a number for measures that the group does not have.
  private(set) var measure: [Double]
  let frailtySD: Double
  let model: Int

  init(_ table: CoefficientTable, group: NAVGroup, model: Int) throws {
    self.group = group
    self.model = model
    sex = try table.coefficients("sex", Sex.self)
    age = try table.coefficients("age", AgeBand.self)
    children = try table.coefficients("children", Children.self)
    marital = try table.coefficients("marital", Marital.self)
    // Countries that the tables do not list are their `other_countries`.
    country = try Country.allCases.map { try table.coefficient("country", Self.tableKey($0)) }
    reason = try table.coefficients("reason", Reason.self)
    residence = try table.coefficients("residence_years", ResidenceBand.self)
    priorNAV = [try table.coefficient("prior_nav", "no"), try table.coefficient("prior_nav", "yes")]
    education = try table.coefficients("education", Education.self)
    health = try table.coefficients("health", Health.self)
    unemployment = try UnemploymentBand.allCases.map { try table.coefficient("unemployment", $0.keyOfJobSeekerTable) }
    county = try table.coefficients("county", County.self)
    housing = [try table.coefficient("housing", "not_owner"), try table.coefficient("housing", "owner")]
    studentAid =
      group.hasStudentAid
      ? [try table.coefficient("student_aid", "no"), try table.coefficient("student_aid", "yes")] : [0, 0]
    constant = try table.coefficient("constant", "constant")
    duration = try SpellDuration.keys.dropLast().map { try table.coefficient("duration", $0) } + [0]
    measure = try Self.measureTerms(table, group: group, model: model)
    frailtySD = table.has("lnsig2u", "lnsig2u") ? exp(0.5 * (try table.coefficient("lnsig2u", "lnsig2u"))) : 0
  }

  private static func measureTerms(_ table: CoefficientTable, group: NAVGroup, model: Int) throws -> [Double] {
    var terms = [Double](repeating: .nan, count: MeasurePhase.count)
    terms[0] = 0
    for timing in [MeasurePhase.Timing.during, .after] {
      let word = timing == .during ? "during" : "after"
      for kind in group.measures {
        let plain = try table.coefficient("measure_\(word)", kind.key)
        let rest = model == 3 ? try table.coefficient("rest", "\(word)_\(kind.key)") : plain
        terms[MeasurePhase(timing: timing, measure: kind, isLater: false, chain: nil).index] = plain
        terms[MeasurePhase(timing: timing, measure: kind, isLater: true, chain: nil).index] = rest
      }
      for chain in group.chains where model == 2 {
        terms[MeasurePhase(timing: timing, measure: .wageSubsidy, isLater: true, chain: chain).index] =
          try table.coefficient("chain", "\(word)_\(chain.key)")
      }
    }
    return terms
  }

  /// The category of the tables that a country belongs to.
  static func tableKey(_ country: Country) -> String {
    switch country {
    case .congo, .myanmar: Country.other.key
    default: country.key
    }
  }

  /// The chain term that a new measure takes, in model 2 alone.
  func chain(_ first: Measure, then second: Measure) -> MeasureChain? {
    guard model == 2, let chain = MeasureChain(first, then: second), group.chains.contains(chain) else { return nil }
    return chain
  }

  /// The same hazard with terms of measures left out, to see what they do.
  func without(during: Bool, after: Bool) -> NAVHazard {
    var changed = self
    func isCut(_ index: Int) -> Bool {
      let chains = 1 + 4 * Measure.count
      let isAfter =
        index >= chains ? index - chains >= MeasureChain.count : (index - 1) / Measure.count % 2 == 1
      return isAfter ? after : during
    }
    for index in measure.indices.dropFirst() where isCut(index) && !measure[index].isNaN { changed.measure[index] = 0 }
    return changed
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
