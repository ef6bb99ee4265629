import PolicyCore

/// One scenario, ready to run.
struct LoweredScenario: Sendable {
  let model: LifeModel
  let weights: LeverTimeline<Double>
  let rule: AllocationRule
}

/// Turns plans into what the engine runs, once per question.
struct Lowering: Sendable {
  let data: ModelData
  let catalogue: Catalogue
  let parameters: ParameterValues
  /// Which column of Tabell 13 the job seekers' hazard takes.
  let seekerModel: Int

  func lower(_ plan: ScenarioPlan, population: Population) throws -> LoweredScenario {
    let values = try parameters.replacing(plan.parameters)
    let levers = try Levers(plan.settings, catalogue: catalogue)
    let jobStart = try jobStart(values, population: population)
    let programme = ProgrammeModel(
      values, levers: levers, trackShares: PopulationShares.tracks(population))
    let model = LifeModel(
      parameters: values, jobStart: jobStart,
      seeker: try SeekerHazard(CoefficientTable(data.table13, model: seekerModel), model: seekerModel),
      programme: programme,
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

  private func jobStart(_ values: ParameterValues, population: Population) throws -> JobStart {
    try JobStart(
      CoefficientTable(data.annex3, model: 1), participation: data.participation,
      slope: values[.jobSexCountrySlope], centre: values[.jobSexCountryCentre],
      womenShare: PopulationShares.women(population),
      countryWeights: PopulationShares.countries(population))
  }
}

/// Shares of participants that centre effects; of the population, so the same in every scenario.
enum PopulationShares {
  static func women(_ population: Population) -> Double {
    let participants = population.indices.filter { population.isParticipant[$0] }
    guard !participants.isEmpty else { return 0.5 }
    return Double(participants.count { population.sex[$0] == .woman }) / Double(participants.count)
  }

  static func countries(_ population: Population) -> [Country: Double] {
    var counts: [Country: Double] = [:]
    for person in population.indices where population.isParticipant[person] {
      counts[population.country[person], default: 0] += 1
    }
    return counts
  }

  static func tracks(_ population: Population) -> [Double] {
    var counts = [Double](repeating: 0, count: Track.allCases.count)
    for person in population.indices where population.isParticipant[person] {
      counts[Int(population.track[person].rawValue)] += 1
    }
    let sum = counts.reduce(0, +)
    return counts.map { $0 / max(sum, 1) }
  }
}
