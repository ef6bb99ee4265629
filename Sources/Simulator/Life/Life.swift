/// Where and when a person is settled under a scenario; others than refugees settle where and when they arrive.
struct SettlementPlace {
  var month: Int
  var municipality: Int
  /// The municipality under capacity alone.
  var usual: Int
}

/// Caps of the candidate clocks: monthly probabilities that the usual hazards stay below in every scenario.
///
/// Constants of the sampling scheme: they change which random numbers are drawn, never a probability. A parameter beyond them
/// is refused (`LifeModel.check`).
struct LifeClocks: Sendable {
  let work = GapTable(probability: 0.25, reserved: 0.08)
  let exits = GapTable(probability: 0.15)
  let health = GapTable(probability: 0.04)
}

/// Simulates one life at a time, from event to event.
///
/// A class, so that asking it does not copy its columns and tables: their reference counts are what threads would wait for.
final class LifeSimulator: Sendable {
  let population: Population
  let model: LifeModel
  let clocks: LifeClocks
  /// First month that is not simulated.
  let horizon: Int

  init(population: Population, model: LifeModel, clocks: LifeClocks, horizon: Int) {
    self.population = population
    self.model = model
    self.clocks = clocks
    self.horizon = horizon
  }

  private static let workingAge = 18 * 12
  private static let retirementAge = 67 * 12

  /// Simulates the life of `person` and tells it to `observer`.
  func live<Observer: LifeObserver>(
    _ person: Int, luck: PersonLuck, settlement: SettlementPlace, observer: inout Observer
  ) {
    let birth = Int(population.birthMonth[person])
    let isParticipant = population.isParticipant[person]
    let arrival = Int(population.arrival[person])
    let entry = max(0, arrival, birth + Self.workingAge)
    let lastPresent = Int(population.deathOrEmigration[person])
    let end = min(horizon, lastPresent + 1, birth + Self.retirementAge)
    observer.begin(person, settlement: settlement.month)
    guard entry < end else {
      observer.end(at: max(end, 0))
      return
    }

    let placeTerm = model.place.effect(settlement.municipality, usual: settlement.usual)
    let level =
      (isParticipant ? model.startLevelParticipants : model.startLevelOthers)
      + model.jobStart.predictor(population, person) + placeTerm
    let entryFactor = isParticipant ? model.participantFactor : 1
    var hazardBefore = exp(level)
    var hazardAfter = hazardBefore

    var work = luck.clock(.work, clocks.work)
    var exits = luck.clock(.exits, clocks.exits)
    var health = luck.clock(.health, clocks.health)

    // Phases of a participant: waiting, before the start, in the programme, after it.
    var programmeStart = Int.min
    var programmeEnd = Int.min
    var t = entry
    var state = WorkState.outOfWork
    var employedSince = 0
    var wasRegistered = false
    var mayRegisterFrom = Int.min
    var spellOrdinal = 0

    if isParticipant {
      let start = settlement.month + luck.wait(.startDelay, hazard: 1 / (1 + model.programme.startDelay))
      let course = model.programme.course(
        start: start, track: population.track[person], length: luck.unit(.plannedLength),
        measure: MeasureLuck(luck), norwegian: luck.unit(.norwegian))
      programmeStart = course.start
      programmeEnd = course.plannedEnd
      hazardBefore = exp(level + course.usualEffect)
      hazardAfter = exp(level + course.effect)
      if t < settlement.month {
        observer.enter(.awaitingSettlement, at: t)
        t = min(settlement.month, end)
      }
    } else if arrival < 0, luck.unit(.initialState) < 0.5 {
      state = .employed
      employedSince = -24
    }
    if t < end { observer.enter(state, at: t) }

    while t < end {
      switch state {
      case .outOfWork, .programme:
        // One stretch of constant hazards.
        let isBefore = t < programmeStart
        let isIn = !isBefore && t < programmeEnd
        let isLocked = isParticipant && (isBefore || isIn)
        let phase: WorkState = isIn ? .programme : .outOfWork
        if phase != state {
          if state == .programme { observer.leaveProgramme(at: t) }
          state = phase
          observer.enter(state, at: t)
        }
        let age = t - birth
        var boundary = min(end, birth + (age / 120 + 1) * 120)
        if isBefore { boundary = min(boundary, programmeStart) } else if isIn { boundary = min(boundary, programmeEnd) }
        if t < mayRegisterFrom { boundary = min(boundary, mayRegisterFrom) }

        let ageBand = AgeBand(months: age)
        let base = isLocked ? hazardBefore * model.programme.lockIn : hazardAfter
        // A job within three months of leaving NAV counts as found from there (report lines 8518–8527): Tabell 13 has it.
        let startProbability =
          t < mayRegisterFrom ? 0 : 1 - exp(-base * model.jobStart.ageFactor[Int(ageBand.rawValue)])
        let otherFactor = isLocked ? model.programme.otherExits : 1
        let registerHazard = t < mayRegisterFrom ? 0 : (wasRegistered ? model.reentry : model.entry * entryFactor)
        let register = Threshold(registerHazard * otherFactor, cap: clocks.exits)
        let study = Threshold(model.educationEntry * Self.studyFactor(ageBand) * otherFactor, cap: clocks.exits)
        let start = Threshold(startProbability, cap: clocks.work)
        let extra = Threshold.beyond(startProbability, cap: clocks.work)

        work.advance(to: t, clocks.work)
        exits.advance(to: t, clocks.exits)
        health.advance(to: t, clocks.health)
        var next = state
        stretch: while true {
          var month = min(work.month, exits.month, health.month, boundary)
          if extra.isPositive {
            // Hazards above their part of the cap need every month that is no candidate.
            while t < month {
              if extra.contains(luck.word(.workBeyond, t)) {
                month = t
                next = .employed
                break stretch
              }
              t += 1
            }
          }
          t = month
          if t >= boundary { break }
          if health.month == t, fallsIll(&health, at: t, settlement, isParticipant) {
            next = .healthBenefit
            break
          }
          if work.month == t {
            let mark = work.mark
            work.advance(clocks.work)
            if start.contains(mark) {
              next = .employed
              break
            }
          } else if extra.isPositive, extra.contains(luck.word(.workBeyond, t)) {
            next = .employed
            break
          }
          if exits.month == t {
            let mark = exits.mark
            exits.advance(clocks.exits)
            if register.contains(mark) {
              next = .jobSeeker
              break
            }
            if study.contains(~mark) {
              next = .education
              break
            }
          }
          t += 1
          if t >= boundary { break }
          work.advance(to: t, clocks.work)
          exits.advance(to: t, clocks.exits)
          health.advance(to: t, clocks.health)
        }
        guard next != state else { continue }
        if state == .programme || isBefore && isParticipant {
          // Work, an education or a health benefit ends the programme.
          if isIn { observer.leaveProgramme(at: t) }
          if isIn || next != .education { programmeEnd = min(programmeEnd, t) }
          if isBefore, next != .education { programmeStart = t }
        }
        if next == .employed { employedSince = t }
        state = next
        observer.enter(state, at: t)

      case .employed:
        work.advance(to: t, clocks.work)
        health.advance(to: t, clocks.health)
        while true {
          t = min(work.month, health.month, end)
          if t >= end { break }
          if health.month == t, fallsIll(&health, at: t, settlement, isParticipant) {
            state = .healthBenefit
            break
          }
          if work.month == t {
            let loss = model.jobLoss(tenure: t - employedSince, isParticipant: isParticipant)
            let mark = work.mark
            work.advance(clocks.work)
            if Threshold(opposite: loss, cap: clocks.work).contains(~mark) {
              state = luck.unit(.seekerExit, t) < model.entryAfterLoss * entryFactor ? .jobSeeker : .outOfWork
              break
            }
          }
        }
        if t < end { observer.enter(state, at: t) }

      case .jobSeeker:
        let start = t
        let ageBand = population.ageBand(person, at: t)
        let residence = population.residenceBand(person, at: t)
        let usualPlace = population.municipalities[settlement.usual]
        let frailty =
          model.seeker.frailtySD < 0.06 ? 0 : model.seeker.frailtySD * normalQuantile(luck.unit(.frailty))
        let predictor =
          model.seeker.predictor(
            population, person, age: ageBand, residence: residence, unemployment: usualPlace.unemployment,
            county: usualPlace.county)
          + model.seekerPlace(settlement, population) + frailty
        let spellHazard = exp(predictor)
        let mayHaveMeasures = population.needGroup[person] != .ordinaryOnly
        var phase = MeasurePhase.none
        var measureEnd = Int.max
        var measures = 0
        var monthsOnMeasures = 0
        var ending = SeekerSpell.Ending.censored
        health.advance(to: t, clocks.health)
        while t < end {
          let band = SpellDuration.band(t - start + 1)
          let hazard = spellHazard * model.durationFactor[band] * model.measureFactor[phase.index]
          let words = luck.words(.seekerWork, t)
          let isEvent = Threshold(1 - exp(-hazard)).contains(words.x)
          if phase.timing == .during { monthsOnMeasures += 1 }
          if Observer.wantsSeekerMonths {
            observer.seekerMonth(
              SeekerMonth(
                spell: spellOrdinal, month: t, duration: t - start + 1, phase: phase,
                linearPredictor: predictor + model.seeker.duration[band] + model.seeker.measure[phase.index],
                frailty: frailty, age: ageBand, residence: residence, isEvent: isEvent))
          }
          t += 1
          if isEvent {
            ending = .work
            break
          }
          if health.month == t - 1, fallsIll(&health, at: t, settlement, isParticipant) {
            ending = .healthBenefit
            break
          }
          if Threshold(model.exitWithoutJob).contains(words.y) {
            ending = .withoutWork
            break
          }
          if phase.timing == .during {
            if t >= measureEnd { phase.timing = .after }
          } else if mayHaveMeasures {
            if Threshold(measures == 0 ? model.measures.start : model.measures.next).contains(words.z) {
              let kind = model.measures.kind(unit(words.w))
              let chain = model.seeker.model == 2 && measures > 0 ? MeasureChain(phase.measure, then: kind) : nil
              phase = MeasurePhase(timing: .during, measure: kind, isLater: measures > 0, chain: chain)
              measures += 1
              measureEnd = t + model.measures.months(luck.unit(.measureLength, t))
            }
          }
        }
        observer.endSpell(
          SeekerSpell(
            ordinal: spellOrdinal, start: start, end: t, measures: measures, monthsOnMeasures: monthsOnMeasures,
            ending: ending))
        spellOrdinal += 1
        wasRegistered = true
        switch ending {
        case .work:
          state = .employed
          employedSince = t
        case .healthBenefit: state = .healthBenefit
        case .withoutWork:
          state = .outOfWork
          mayRegisterFrom = t + 3
        case .censored: break
        }
        if t < end, ending != .censored { observer.enter(state, at: t) }

      case .education:
        let studyEnd = min(end, t + 1 + luck.wait(.educationLength, hazard: 1 / model.educationMonths, at: t))
        health.advance(to: t, clocks.health)
        state = .outOfWork
        while state == .outOfWork, health.month < studyEnd {
          t = health.month
          if fallsIll(&health, at: t, settlement, isParticipant) { state = .healthBenefit }
        }
        if state == .outOfWork { t = studyEnd }
        if t < end { observer.enter(state, at: t) }

      case .healthBenefit, .absent, .awaitingSettlement:
        t = end
      }
    }
    observer.end(at: end)
  }

  /// Whether the clock's current candidate, in or just before month `t`, is an exit to a health benefit; else it goes on.
  @inline(__always)
  private func fallsIll(
    _ clock: inout CandidateClock, at t: Int, _ settlement: SettlementPlace, _ isParticipant: Bool
  ) -> Bool {
    let hazard = model.healthHazard(monthsSinceSettlement: t - settlement.month, isParticipant: isParticipant)
    if Threshold(hazard, cap: clocks.health).contains(clock.mark) { return true }
    clock.advance(clocks.health)
    return false
  }

  /// How much likelier the young are to begin an education (assumed; the report has no ages).
  private static func studyFactor(_ age: AgeBand) -> Double {
    switch age {
    case .upTo19, .twenties: 1
    case .thirties: 0.5
    default: 0.1
    }
  }
}
