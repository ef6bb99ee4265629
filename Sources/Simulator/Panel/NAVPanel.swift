import PolicyCore

/// The person-months behind Tabell 13 or 14 as CSV, so that anyone can estimate the equation again.
///
/// The sample is the report's: spells that began from September 2010, without job seekers of ordinary need only, cut off at
/// the end of 2016. Values are the category keys of the report's tables.
struct NAVPanel: LifeObserver {
  static var wantsNAVMonths: Bool { true }

  let population: Population
  let group: NAVGroup
  let model: Int
  private(set) var text: String = ""
  private var person = 0
  private var municipality = 0
  /// The person's spells that began before the sample are left out.
  private var isInSample = false

  init(population: Population, group: NAVGroup, model: Int) {
    self.population = population
    self.group = group
    self.model = model
  }

  var header: String {
    "person,spell,duration,event,measure,sex,age,children,marital,country,reason,residence_years,prior_nav,education,"
      + "health,unemployment,county,housing," + (group.hasStudentAid ? "student_aid," : "")
      + "linear_predictor,frailty" + (model > 1 ? ",chain,rest" : "") + "\n"
  }

  mutating func aim(municipality: Int) { self.municipality = municipality }

  mutating func begin(_ person: Int, settlement: Int) {
    self.person = person
    isInSample = group == .reducedCapacity || population.needGroup[person] != .ordinaryOnly
  }

  mutating func enter(_ state: WorkState, at month: Int) {}
  mutating func end(at month: Int) {}

  mutating func navMonth(_ month: NAVMonth) {
    let start = month.month - month.duration + 1
    guard month.group == group, isInSample, start >= MomentSample.spellsFrom, month.month < MomentSample.spellsEnd
    else { return }
    let home = population.municipalities[municipality]
    let phase = month.phase
    let term = phase.timing == .none ? "none" : "\(phase.timing == .during ? "during" : "after")_\(phase.measure.key)"
    let isRest = model == 3 && phase.isLater && phase.timing != .none
    let isChain = phase.chain != nil && phase.timing != .none
    text +=
      "\(person),\(month.spell),\(SpellDuration.keys[SpellDuration.band(month.duration)]),\(month.isEvent ? 1 : 0),"
    text += "\(isRest || isChain ? "none" : term),\(population.sex[person].key),\(month.age.key),"
    text += "\(population.children[person].key),\(population.marital[person].key),"
    text +=
      "\(NAVHazard.tableKey(population.country[person])),\(population.reason[person].key),\(month.residence.key),"
    text += "\(population.priorNav[person].key),\(population.education[person].key),\(population.health[person].key),"
    text += "\(home.unemployment.keyOfJobSeekerTable),\(home.county.key),\(population.housing[person].key),"
    if group.hasStudentAid { text += "\(population.studentAid[person].key)," }
    text += "\(month.linearPredictor),\(month.frailty)"
    if model > 1 {
      let chain = phase.chain.map { "\(phase.timing == .during ? "during" : "after")_\($0.key)" }
      text += ",\(isChain ? chain ?? "none" : "none"),\(isRest ? term : "none")"
    }
    text += "\n"
  }

  /// Takes what has been written so far.
  mutating func take() -> String {
    defer { text = "" }
    return text
  }
}
