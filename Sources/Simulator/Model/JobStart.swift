/// The monthly hazard of starting work outside NAV: Vedlegg 3's effects (report lines 7837–7993) on a fitted level.
///
/// `h = exp(level + x'β + woman × country + place + programme)`. The constant of Vedlegg 3 is no usable level, and its
/// woman term is far too small for the sex gaps by country (lines 3550–3569), so a sex × country interaction, linear in
/// women's relative labour-force participation in the country of origin, carries them; each country's pooled effect stays.
struct JobStart: Sendable {
  /// Log hazard by country × sex, level excluded.
  let countrySex: [Double]
  let loneParent: [Double]
  let track: [Double]
  let health: [Double]
  /// Hazard factor by age band.
  let ageFactor: [Double]
  /// Log hazard by unemployment band of the municipality.
  let unemployment: [Double]

  /// - Parameters:
  ///   - participation: women's labour-force participation relative to men's by country of origin.
  ///   - slope: log hazard for each unit of relative participation.
  ///   - centre: the relative participation at which Vedlegg 3's woman term holds.
  ///   - womenShare: share of women, so that the pooled effect of each country stays.
  init(
    _ table: CoefficientTable, participation: [Country: Double], slope: Double, centre: Double, womenShare: Double,
    countryWeights: [Country: Double]
  ) throws {
    let woman = try table.coefficient("sex", Sex.woman.key)
    // Countries that Vedlegg 3 does not list take the weighted mean of those that it lists.
    let listed = Country.allCases.filter { table.has("country", $0.key) }
    let listedWeight = listed.reduce(0) { $0 + (countryWeights[$1] ?? 0) }
    let others =
      try listed.reduce(0) {
        $0 + (try table.coefficient("country", $1.key)) * (countryWeights[$1] ?? 0)
      } / listedWeight
    var values: [Double] = []
    for country in Country.allCases {
      let main = table.has("country", country.key) ? try table.coefficient("country", country.key) : others
      let distance = slope * ((participation[country] ?? centre) - centre)
      for sex in Sex.allCases {
        values.append(main + (sex == .woman ? woman + distance * (1 - womenShare) : -distance * womenShare))
      }
    }
    countrySex = values
    loneParent = [0, try table.coefficient("lone_parent", "yes")]
    track = try Track.allCases.map { $0 == .notRegistered ? 0 : try table.coefficient("track", $0.key) }
    health = try Health.allCases.map { $0 == .unknown ? 0 : try table.coefficient("health", $0.key) }
    ageFactor = try AgeBand.allCases.map { exp(try table.coefficient("age", $0.key)) }
    unemployment = try table.coefficients("unemployment", UnemploymentBand.self)
  }

  /// The mean of `predictor` over some persons of the stratified order, which is a sample of all.
  private(set) var meanPredictor = 0.0

  /// The same with its mean over a population.
  func centred(on population: Population) -> JobStart {
    var centred = self
    let persons = population.indices.prefix(8192)
    centred.meanPredictor = persons.reduce(0) { $0 + predictor(population, $1) } / Double(max(persons.count, 1))
    return centred
  }

  /// The person's log hazard but for level, age and place.
  func predictor(_ population: Population, _ person: Int) -> Double {
    countrySex[Int(population.country[person].rawValue) * 2 + Int(population.sex[person].rawValue)]
      + loneParent[Int(population.loneParent[person].rawValue)] + track[Int(population.track[person].rawValue)]
      + health[Int(population.health[person].rawValue)]
  }
}
