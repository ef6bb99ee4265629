import PolicyCore

/// One scenario, ready to run.
struct LoweredScenario: Sendable {
  let model: LifeModel
  let weights: LeverTimeline<Double>
  let rule: AllocationRule
}

/// Turns plans into what the engine runs, once per question.
struct Lowering: Sendable {
  var data: ModelData
  let catalogue: Catalogue
  var parameters: ParameterValues
  /// The model of Tabell 13 that governs job seekers, and the hazard made from it; no scenario changes it.
  let seekerTable: CoefficientTable
  var seeker: SeekerHazard

  init(data: ModelData, catalogue: Catalogue, parameters: ParameterValues, seekerModel: Int) throws {
    self.data = data
    self.catalogue = catalogue
    self.parameters = parameters
    seekerTable = try CoefficientTable(data.table13, model: seekerModel)
    seeker = try SeekerHazard(seekerTable, model: seekerModel)
  }

  func lower(_ plan: ScenarioPlan, population: Population) throws -> LoweredScenario {
    let values = try parameters.replacing(plan.parameters)
    let levers = try Levers(plan.settings, catalogue: catalogue)
    let shares = ParticipantShares(population)
    let jobStart = try JobStart(
      data.annex3, participation: data.participation, slope: values[.jobSexCountrySlope],
      centre: values[.jobSexCountryCentre], womenShare: shares.women, countryWeights: shares.countries)
    let model = LifeModel(
      parameters: values, jobStart: jobStart,
      seeker: seeker,
      programme: ProgrammeModel(values, levers: levers, trackShares: shares.tracks),
      place: PlaceEffect(population.municipalities, jobStart: jobStart, parameters: values))
    try model.check(LifeClocks())
    return LoweredScenario(
      model: model, weights: levers.resultsWeight,
      rule: allocationRule(values, jobStart: jobStart, population: population))
  }

  /// The rule of settlement; no lever moves the scores.
  private func allocationRule(
    _ values: ParameterValues, jobStart: JobStart, population: Population
  ) -> AllocationRule {
    let municipalities = population.municipalities
    let sizeSum = municipalities.reduce(0) { $0 + $1.sizeShare }
    let spread = values[.settlementQualitySpread]
    let reliability = values[.settlementResultReliability]
    // A reliability r means noise of variance σ²(1/r − 1) around the quality.
    let noise = spread * (1 / reliability - 1).squareRoot()
    let scores = municipalities.map { municipality -> Double in
      let result = logistic(municipality.quality * spread + municipality.resultNoise * noise)
      return result * exp(jobStart.unemployment[Int(municipality.unemployment.rawValue)])
    }
    let capacity = municipalities.map { $0.sizeShare / sizeSum }
    let mean = zip(capacity, scores).reduce(0) { $0 + $1.0 * $1.1 }
    return AllocationRule(
      capacity: capacity, score: scores.map { $0 / mean }, isExcluded: municipalities.map(\.hasHighImmigrantShare),
      capacityLimit: values[.settlementCapacityLimit], minimum: 10 * values[.settlementAdultShare])
  }
}

/// Shares of participants that centre effects; of the population, so the same in every scenario.
struct ParticipantShares {
  let women: Double
  let countries: [Country: Double]
  /// By the code of the track.
  let tracks: [Double]

  init(_ population: Population) {
    var women = 0.0
    var countries = [Double](repeating: 0, count: Country.allCases.count)
    var tracks = [Double](repeating: 0, count: Track.allCases.count)
    for person in population.indices where population.isParticipant[person] {
      if population.sex[person] == .woman { women += 1 }
      countries[Int(population.country[person].rawValue)] += 1
      tracks[Int(population.track[person].rawValue)] += 1
    }
    let all = tracks.reduce(0, +)
    self.women = all > 0 ? women / all : 0.5
    self.countries = Dictionary(uniqueKeysWithValues: zip(Country.allCases, countries))
    self.tracks = tracks.map { $0 / max(all, 1) }
  }
}
