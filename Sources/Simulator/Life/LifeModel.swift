/// Everything that a life needs under one scenario, lowered once per run.
///
/// A class, as its larger parts are: a copy would count references to all their tables, which threads would wait for.
final class LifeModel: Sendable {
  let jobStart: JobStart
  let jobLoss: JobLoss
  let programme: ProgrammeModel
  let place: PlaceEffect
  let seekers: NAVSystem
  let reduced: NAVSystem
  let reducedEntry: ReducedEntry
  let kvp: KVPModel
  let jobbsjansen: JobbsjansenModel
  let economy: Economy
  let assistance: Assistance
  let education: EducationStart

  let startLevelParticipants: Double
  let startLevelOthers: Double
  let stableShare: Double
  let stableStart: Double
  let entry: Double
  let participantFactor: Double
  let stableEntry: Double
  let entryAfterLoss: Double
  let reentry: Double
  /// Share of persons who register again when they are out of work; the others never do.
  let returningShare: Double
  let reducedReentry: Double
  let disabilityLater: Double
  let unemploymentCausal: Double

  init(
    parameters: ParameterValues, levers: Levers, jobStart: JobStart, programme: ProgrammeModel, place: PlaceEffect,
    seekers: NAVSystem, reduced: NAVSystem, composition: ReducedComposition, jobbsjansen: JobbsjansenModel
  ) {
    self.jobStart = jobStart
    self.programme = programme
    self.place = place
    self.seekers = seekers
    self.reduced = reduced
    self.jobbsjansen = jobbsjansen
    jobLoss = JobLoss(parameters)
    reducedEntry = ReducedEntry(parameters, composition: composition)
    kvp = KVPModel(parameters, levers: levers)
    economy = Economy(parameters, levers: levers)
    assistance = Assistance(parameters)
    education = EducationStart(parameters, levers: levers)
    startLevelParticipants = parameters[.jobStartParticipants]
    startLevelOthers = parameters[.jobStartOthers]
    stableShare = parameters[.jobStableShare]
    stableStart = parameters[.jobStableStart]
    entry = parameters[.seekerEntry]
    participantFactor = parameters[.seekerParticipantFactor]
    stableEntry = parameters[.seekerStableEntry]
    entryAfterLoss = parameters[.seekerEntryAfterLoss]
    reentry = parameters[.seekerReentry]
    returningShare = parameters[.seekerReturningShare]
    reducedReentry = parameters[.reducedReentry]
    disabilityLater = parameters[.reducedDisabilityLater]
    unemploymentCausal = parameters[.settlementUnemploymentCausal]
  }

  /// The factor on registrations of a kind of person.
  func entryFactor(isParticipant: Bool, isStable: Bool) -> Double {
    isParticipant ? participantFactor : isStable ? stableEntry : 1
  }

  /// - Throws: `DataError` for a probability that the candidate clocks could not give: it would be cut without a word.
  func check(_ clocks: LifeClocks) throws {
    func refuse(_ name: String, _ probability: Double, over cap: Double) throws {
      guard probability > cap || !probability.isFinite else { return }
      throw DataError(
        file: "parameters", row: 0,
        problem: "a monthly probability of \(probability) for \(name) is more than the model draws (\(cap))")
    }
    try refuse(
      "registration at NAV and education", max(entry, reentry) + education.highest,
      over: clocks.exits.probability)
    try refuse("job loss", jobLoss.highest * economy.highestLossFactor, over: clocks.work.probability)
    try refuse("reduced work capacity", reducedEntry.highest, over: clocks.health.probability)
    try refuse(
      "return to reduced work capacity and disability", reducedReentry + disabilityLater,
      over: clocks.health.probability)
    let offers = [kvp.offer.standing] + kvp.offer.periods.map(\.value)
    try refuse(
      "KVP and Jobbsjansen",
      max(kvp.entry, kvp.entryUnassisted) * (offers.max() ?? 0) / kvp.offer.standing
        + jobbsjansen.entry * max(1, jobbsjansen.assistedFactor) * (jobbsjansen.places.max() ?? 0),
      over: clocks.support.probability)
  }

  /// What a move from the usual municipality does to a table's log hazard: its unemployment terms as far as causal.
  func navPlace(_ hazard: NAVHazard, _ place: SettlementPlace, _ population: Population) -> Double {
    guard place.municipality != place.usual else { return 0 }
    let there = population.municipalities[place.municipality].unemployment
    let here = population.municipalities[place.usual].unemployment
    return unemploymentCausal * (hazard.unemployment[Int(there.rawValue)] - hazard.unemployment[Int(here.rawValue)])
  }
}
