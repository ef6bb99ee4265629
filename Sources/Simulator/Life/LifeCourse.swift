/// One life on its way: what it carries from event to event.
///
/// Its systems stand in files of their own.
struct LifeCourse {
  let simulator: LifeSimulator
  let person: Int
  let luck: PersonLuck
  /// The scenario's model for this person until `modelUntil`.
  var model: LifeModel
  /// The first month in which a rule may give the person another model.
  var modelUntil: Int
  let settlement: SettlementPlace
  let birth: Int
  let end: Int
  let isParticipant: Bool
  /// Holds jobs that last; of others than participants alone.
  let isStable: Bool
  /// Registers again at NAV when out of work after a spell as a job seeker.
  let isReturning: Bool
  /// The uniform that says how soon the person needs social assistance.
  let need: Double
  /// Receives social assistance when out of work.
  let isAssisted: Bool
  /// The person's part of the log hazard of work, without the level.
  let predictor: Double

  var workClock: CandidateClock
  var exitClock: CandidateClock
  var healthClock: CandidateClock
  var supportClock: CandidateClock

  var t: Int
  var state = WorkState.outOfWork
  /// Hazards of work by Vedlegg 3 until the programme is over, and after it.
  var hazardBefore: Double
  var hazardAfter: Double
  var searchFactor = 1.0
  var programmeStart = Int.min
  var programmeEnd = Int.min
  /// The introduction programme as it was planned.
  var course: ProgrammeCourse?
  /// As rules see it; it changes only where a rule asks.
  var oral: OralNorwegian
  var employedSince = 0
  var wasSeeker = false
  var wasReduced = false
  /// Who left NAV without a job cannot be registered again before, and a job until then counts as found from there.
  var freeFrom = Int.min
  var spells = 0
  var hadKVP = false
  var hadJobbsjansen = false
  /// The factors on the hazards of work and of job loss after KVP or Jobbsjansen.
  var supportFactor = 1.0
  var lossFactor = 1.0
  /// Whether the place in KVP or Jobbsjansen exists by the scenario's levers alone.
  var isExtraPlace = false

  init(
    _ simulator: LifeSimulator, _ person: Int, luck: PersonLuck, settlement: SettlementPlace, birth: Int, entry: Int,
    end: Int
  ) {
    self.simulator = simulator
    self.person = person
    self.luck = luck
    self.settlement = settlement
    self.birth = birth
    self.end = end
    let isParticipant = simulator.population.isParticipant[person]
    let oral = OralNorwegian(isParticipant: isParticipant)
    let model = simulator.variants.model(
      simulator.population, PersonMoment(person, at: entry, municipality: settlement.usual, oral: oral))
    self.model = model
    self.oral = oral
    self.isParticipant = isParticipant
    modelUntil = simulator.variants.nextChange(simulator.population, person, after: entry)
    let words = luck.words(.stability, 0)
    isStable = !isParticipant && unit(words.x) < model.stableShare
    isReturning = unit(words.z) < model.returningShare
    need = unit(words.y)
    isAssisted = need < model.assistance.share(.outOfWork, isParticipant: isParticipant)
    predictor =
      model.jobStart.predictor(simulator.population, person)
      + model.place.effect(settlement.municipality, usual: settlement.usual)
    let level = isParticipant ? model.startLevelParticipants : model.startLevelOthers
    hazardAfter = exp(predictor + level) * (isStable ? model.stableStart : 1)
    hazardBefore = hazardAfter
    workClock = luck.clock(.work, simulator.clocks.work)
    exitClock = luck.clock(.exits, simulator.clocks.exits)
    healthClock = luck.clock(.health, simulator.clocks.health)
    supportClock = luck.clock(.support, simulator.clocks.support)
    t = entry
  }

  /// The state at entry: waiting for settlement, or what burn-in begins with.
  mutating func begin<Observer: LifeObserver>(arrival: Int, _ observer: inout Observer) {
    if isParticipant {
      planProgramme(&observer)
      if t < settlement.month {
        observer.enter(.awaitingSettlement, at: t)
        t = min(settlement.month, end)
      }
    } else if arrival < 0, isStable || luck.unit(.initialState) < 0.5 {
      state = .employed
      employedSince = -24
    }
    if t < end { observer.enter(state, at: t) }
  }

  private mutating func planProgramme<Observer: LifeObserver>(_ observer: inout Observer) {
    let start = settlement.month + luck.wait(.startDelay, hazard: 1 / (1 + model.programme.startDelay))
    // Its levers are read when it would start.
    let programme = simulator.variants.model(simulator.population, moment(at: start)).programme
    let reason = simulator.population.reason[person]
    let course = programme.course(
      start: start, settled: settlement.month,
      person: ProgrammePerson(
        track: simulator.population.track[person], isRefugee: reason == .flightAsylum || reason == .quotaRefugee,
        ageInMonths: start - birth),
      luck: luck)
    programmeStart = course.start
    programmeEnd = course.plannedEnd
    self.course = course
    searchFactor = course.searchFactor
    hazardBefore = hazardAfter * exp(course.usualEffect)
    hazardAfter *= exp(course.effect)
    observer.plan(course)
  }

  /// Takes the model that holds for the person in month `t`.
  @inline(__always)
  mutating func renewModel() {
    if t >= modelUntil { takeModel() }
  }

  @inline(never)
  private mutating func takeModel() {
    model = simulator.variants.model(simulator.population, moment(at: t))
    modelUntil = simulator.variants.nextChange(simulator.population, person, after: t)
  }

  private func moment(at month: Int) -> PersonMoment {
    PersonMoment(person, at: month, municipality: settlement.usual, oral: oral)
  }

  /// The introduction programme is over in month `t`.
  mutating func leaveProgramme<Observer: LifeObserver>(_ observer: inout Observer) {
    observer.leaveProgramme(at: t)
    guard simulator.variants.dependsOnLife, let course, course.reachesB1(luck) else { return }
    oral = .b1
    takeModel()
  }

  mutating func enter<Observer: LifeObserver>(_ next: WorkState, _ observer: inout Observer) {
    state = next
    if next == .employed { employedSince = t }
    if t < end { observer.enter(next, at: t) }
  }

  /// Whether the health clock's current candidate, in or just before month `t`, is an entry to reduced work capacity; else
  /// it goes on.
  @inline(__always)
  mutating func losesCapacity<Observer: LifeObserver>(_ observer: inout Observer) -> Bool {
    let hazard =
      wasReduced
      ? model.reducedReentry
      : model.reducedEntry.hazard(
        monthsSinceSettlement: t - settlement.month, isParticipant: isParticipant, age: AgeBand(months: t - birth),
        health: simulator.population.health[person])
    if Observer.wantsChances {
      observer.draw(
        ChanceDraw(
          .reducedCapacity, at: healthClock.month, hazard, mark: healthClock.mark, cap: simulator.clocks.health))
    }
    if Threshold(hazard, cap: simulator.clocks.health).contains(healthClock.mark) { return true }
    healthClock.advance(simulator.clocks.health)
    return false
  }
}
