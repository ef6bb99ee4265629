import PolicyCore

/// One scenario, ready to run.
struct LoweredScenario: Sendable {
  /// The life of a person and what it costs, by the rules that reach the person.
  let variants: PersonVariants
  let criteria: SettlementCriteria
  let waiting: SettlementWaiting
  let rule: AllocationRule
  /// Of the program's own measures: the places a month, by ordinal and month of the model; `nil` for a share.
  let places: [[Double]?]
  /// The monthly starts that fill them; none before `PlaceFilling` has found them.
  var starts = OwnStarts.none

  /// Model and accounts of those whom no rule reaches.
  var model: LifeModel { variants.model }
  var accounts: AccountModel { variants.account }
}

/// Turns plans into what the engine runs, once per question.
struct Lowering: Sendable {
  var data: ModelData
  let catalogue: Catalogue
  var parameters: ParameterValues
  /// The tables of the model in use, and the hazards at NAV made from them; no scenario changes them.
  let seekerTable: CoefficientTable
  let reducedTable: CoefficientTable
  var seekers: NAVHazard
  var reduced: NAVHazard
  /// The draws that the parameters are from; `nil` for the declared values.
  var stream: ParameterStream?

  init(data: ModelData, catalogue: Catalogue, parameters: ParameterValues, seekerModel: Int) throws {
    self.data = data
    self.catalogue = catalogue
    self.parameters = parameters
    seekerTable = try CoefficientTable(data.table13, model: seekerModel)
    reducedTable = try CoefficientTable(data.table14, model: seekerModel)
    seekers = try NAVHazard(seekerTable, group: .jobSeekers, model: seekerModel)
    reduced = try NAVHazard(reducedTable, group: .reducedCapacity, model: seekerModel)
  }

  /// The same with the terms of measures during or after them left out, for both groups at NAV.
  func withoutMeasureTerms(during: Bool, after: Bool) -> Lowering {
    var changed = self
    changed.seekers = seekers.without(during: during, after: after)
    changed.reduced = reduced.without(during: during, after: after)
    return changed
  }

  func lower(_ plan: ScenarioPlan, population: Population) throws -> LoweredScenario {
    let own = try OwnMeasures(plan, stream: stream)
    let values = try parameters.replacing(plan.parameters.filter { !own.isOwn($0.key) })
    let settings = plan.settingsByPerson
    let ofModel = settings.filter { !own.isOwn($0.slot) }
    let levers = try Levers(ofModel.filter { $0.persons == nil }, catalogue: catalogue)
    let shares = ParticipantShares(population)
    let jobStart = try JobStart(
      data.annex3, participation: data.participation, slope: values[.jobSexCountrySlope],
      centre: values[.jobSexCountryCentre], womenShare: shares.women, countryWeights: shares.countries
    ).centred(on: population)
    let place = PlaceEffect(population.municipalities, jobStart: jobStart, parameters: values)
    let conditions = plan.conditions
    let variants = try PersonVariants(PersonRules(conditions), masks: try masks(conditions)) { mask in
      func reaches(_ setting: LeverSetting) -> Bool {
        setting.persons.map { conditions.firstIndex(of: $0).map { mask & 1 << UInt64($0) != 0 } ?? false } ?? true
      }
      let levers = try Levers(ofModel.filter(reaches), catalogue: catalogue)
      let ofMeasures = settings.filter { own.isOwn($0.slot) && reaches($0) }
      let model = LifeModel(
        parameters: values, levers: levers, jobStart: jobStart,
        programme: ProgrammeModel(values, levers: levers, trackShares: shares.tracks), place: place,
        seekers: seekerSystem(values, levers, own.available(.jobSeekers, ofMeasures)),
        reduced: reducedSystem(values, levers, own.available(.reducedCapacity, ofMeasures)),
        composition: data.composition,
        jobbsjansen: JobbsjansenModel(values, levers: levers, history: data.jobbsjansen))
      try model.check(LifeClocks())
      return (model, AccountModel(values, levers: levers, prices: data.prices, own: own))
    }
    return LoweredScenario(
      variants: variants,
      criteria: SettlementCriteria(levers),
      waiting: SettlementWaiting(history: data.waiting, levers: levers, realised: values[.settlementWaitingRealised]),
      rule: allocationRule(values, jobStart: jobStart, population: population),
      places: own.places(settings))
  }

  /// The sets of conditions that can hold together.
  private func masks(_ conditions: [PersonCondition]) throws -> [UInt64] {
    guard !conditions.isEmpty else { return [] }
    let regions = PersonRegions(conditions) { PersonRules.keys(of: $0) ?? [] }
    guard let masks = regions.masks, masks.count <= PersonRegions.mostRegions else {
      throw EngineFailure(
        Label(
          nb: "scenarioet skiller mellom flere grupper av personer enn modellen kan ha",
          en: "the scenario tells apart more kinds of persons than the model can hold"))
    }
    return masks
  }

  private func seekerSystem(_ values: ParameterValues, _ levers: Levers, _ own: [OwnMeasure]) -> NAVSystem {
    NAVSystem(
      hazard: seekers,
      allocation: MeasureAllocation(
        start: values[.seekerMeasureStart], next: values[.seekerMeasureNext], months: values[.seekerMeasureMonths],
        mix: [
          values[.seekerMixWageSubsidy], values[.seekerMixAMO], values[.seekerMixFollowUp],
          values[.seekerMixClarification], values[.seekerMixWorkPractice],
        ], kinds: NAVGroup.jobSeekers.measures, causalShare: values[.seekerCausalShare],
        selection: values[.seekerMeasureSelection], centre: seekers.constant + 0.3, places: levers[.seekerPlaces],
        wageSubsidy: levers[.seekerWageSubsidy], months: levers[.seekerMeasureMonths],
        eligibility: levers[.seekerOrdinaryEligibility]),
      exits: NAVExits(withoutJob: values[.seekerExitWithoutJob]), own: own)
  }

  private func reducedSystem(_ values: ParameterValues, _ levers: Levers, _ own: [OwnMeasure]) -> NAVSystem {
    NAVSystem(
      hazard: reduced,
      allocation: MeasureAllocation(
        start: values[.reducedMeasureStart], next: values[.reducedMeasureNext], months: values[.reducedMeasureMonths],
        mix: [
          values[.reducedMixWageSubsidy], values[.reducedMixAMO], values[.reducedMixFollowUp],
          values[.reducedMixClarification], values[.reducedMixWorkPractice], values[.reducedMixJobClub],
          values[.reducedMixOrdinaryEducation], values[.reducedMixRehabilitation],
        ], kinds: NAVGroup.reducedCapacity.measures,
        eligibleShare: values[.reducedMeasureEligible], causalShare: values[.reducedCausalShare],
        selection: values[.reducedMeasureSelection], centre: reduced.constant + 1, places: levers[.reducedPlaces],
        wageSubsidy: levers[.reducedWageSubsidy], months: levers[.reducedMeasureMonths], eligibility: nil),
      exits: NAVExits(
        withoutJob: values[.reducedExitWithoutJob], education: values[.reducedToEducation],
        disability: values[.reducedToDisability]),
      assessment: (values[.reducedAssessmentEffect], levers[.reducedAssessment]), own: own)
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
      capacity: capacity, score: scores.map { $0 / mean },
      exempt: municipalities.indices.filter { municipalities[$0].hasHighImmigrantShare }
        .sorted { (municipalities[$0].sizeShare, $1) > (municipalities[$1].sizeShare, $0) },
      capacityLimit: values[.settlementCapacityLimit], adultShare: values[.settlementAdultShare])
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
