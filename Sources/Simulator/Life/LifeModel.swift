/// Everything that a life needs under one scenario, lowered once per run.
struct LifeModel: Sendable {
  let jobStart: JobStart
  let seeker: SeekerHazard
  let programme: ProgrammeModel
  let place: PlaceEffect
  let measures: SeekerMeasures

  let startLevelParticipants: Double
  let startLevelOthers: Double
  let lossFirstYear: Double
  let lossLater: Double
  let lossOthers: Double
  let educationEntry: Double
  let educationMonths: Double
  let healthLevel: Double
  let healthGrowth: Double
  let healthOthers: Double
  let entry: Double
  let participantFactor: Double
  let entryAfterLoss: Double
  let reentry: Double
  let exitWithoutJob: Double
  let unemploymentCausal: Double

  /// exp of the seeker's duration terms by band, and of its measure terms by phase.
  let durationFactor: [Double]
  let measureFactor: [Double]

  init(
    parameters: ParameterValues, jobStart: JobStart, seeker: SeekerHazard, programme: ProgrammeModel,
    place: PlaceEffect
  ) {
    self.jobStart = jobStart
    self.seeker = seeker
    self.programme = programme
    self.place = place
    measures = SeekerMeasures(parameters)
    startLevelParticipants = parameters[.jobStartParticipants]
    startLevelOthers = parameters[.jobStartOthers]
    lossFirstYear = parameters[.jobLossFirstYear]
    lossLater = parameters[.jobLossLater]
    lossOthers = parameters[.jobLossOthers]
    educationEntry = parameters[.educationEntry]
    educationMonths = parameters[.educationMonths]
    healthLevel = parameters[.healthExitLevel]
    healthGrowth = parameters[.healthExitGrowth]
    healthOthers = parameters[.healthExitOthers]
    entry = parameters[.seekerEntry]
    participantFactor = parameters[.seekerParticipantFactor]
    entryAfterLoss = parameters[.seekerEntryAfterLoss]
    reentry = parameters[.seekerReentry]
    exitWithoutJob = parameters[.seekerExitWithoutJob]
    unemploymentCausal = parameters[.settlementUnemploymentCausal]
    durationFactor = seeker.duration.map { exp($0) }
    measureFactor = seeker.measure.map { exp($0) }
  }

  /// - Throws: `DataError` for a probability that the candidate clocks could not give: it would be cut without a word.
  func check(_ clocks: LifeClocks) throws {
    func refuse(_ name: String, _ probability: Double, over cap: Double) throws {
      guard probability > cap else { return }
      throw DataError(
        file: "parameters", row: 0,
        problem: "a monthly probability of \(probability) for \(name) is more than the model draws (\(cap))")
    }
    try refuse(
      "registration at NAV and education", max(entry, reentry) + educationEntry, over: clocks.exits.probability)
    try refuse("job loss", max(lossFirstYear, lossLater, lossOthers), over: clocks.work.probability)
    try refuse(
      "the health exit", max(healthLevel * exp(healthGrowth * 12), healthOthers), over: clocks.health.probability)
  }

  /// The monthly hazard of losing a job after `tenure` months; nothing in the report tells others' tenures apart.
  func jobLoss(tenure: Int, isParticipant: Bool) -> Double {
    isParticipant ? (tenure < 12 ? lossFirstYear : lossLater) : lossOthers
  }

  /// What a move from the usual municipality does to Tabell 13's log hazard: its unemployment terms as far as causal.
  func seekerPlace(_ place: SettlementPlace, _ population: Population) -> Double {
    guard place.municipality != place.usual else { return 0 }
    let there = population.municipalities[place.municipality].unemployment
    let here = population.municipalities[place.usual].unemployment
    return unemploymentCausal * (seeker.unemployment[Int(there.rawValue)] - seeker.unemployment[Int(here.rawValue)])
  }

  /// The monthly hazard of leaving for a health benefit, rising with years since settlement up to the twelfth.
  func healthHazard(monthsSinceSettlement months: Int, isParticipant: Bool) -> Double {
    guard isParticipant else { return healthOthers }
    return healthLevel * exp(healthGrowth * min(Double(max(months, 0)) / 12, 12))
  }
}
