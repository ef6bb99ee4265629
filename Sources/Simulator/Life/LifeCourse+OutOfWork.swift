extension LifeCourse {
  /// One stretch of constant hazards outside work, before, in or after the introduction programme.
  mutating func stretch<Observer: LifeObserver>(_ observer: inout Observer) {
    renewModel()
    let isBefore = t < programmeStart
    let isIn = !isBefore && t < programmeEnd
    let isLocked = isBefore || isIn
    let phase: WorkState = isIn ? .programme : .outOfWork
    if phase != state {
      if state == .programme { leaveProgramme(&observer) }
      state = phase
      observer.enter(state, at: t)
    }
    let age = t - birth
    let ageBand = AgeBand(months: age)
    var boundary = min(end, birth + (age / 120 + 1) * 120, model.economy.nextChange(after: t))
    if isBefore { boundary = min(boundary, programmeStart) } else if isIn { boundary = min(boundary, programmeEnd) }
    boundary = min(boundary, modelUntil)
    if t < freeFrom { boundary = min(boundary, freeFrom) }

    // A job within three months of leaving NAV counts as found from there (report lines 8518–8527): its table has it.
    var startProbability = 0.0
    var registration = 0.0
    if t >= freeFrom {
      var base = isLocked ? hazardBefore * model.programme.lockIn * searchFactor : hazardAfter * supportFactor
      base *= model.economy.startFactor(t, isAssisted: isAssisted)
      startProbability = 1 - exp(-base * model.jobStart.ageFactor[Int(ageBand.rawValue)])
      let entry =
        wasSeeker
        ? model.reentry * reentryFactor
        : model.entry * model.entryFactor(isParticipant: isParticipant, isStable: isStable)
      registration = entry * (isLocked ? model.programme.otherExits : 1)
    }
    let register = Threshold(registration, cap: simulator.clocks.exits)
    let studying =
      model.education.hazard(isParticipant: isParticipant, age: ageBand, at: t)
      * (isLocked ? model.programme.otherExits : 1)
    let study = Threshold(studying, cap: simulator.clocks.exits)
    let start = Threshold(startProbability, cap: simulator.clocks.work)
    let extra = Threshold.beyond(startProbability, cap: simulator.clocks.work)
    let supportLeft = isLocked ? model.programme.otherExits : 1
    let maySupport = supportLeft > 0
    let mayBeDisabled = wasReduced
    let disability = Threshold(mayBeDisabled ? model.disabilityLater : 0, cap: simulator.clocks.health)

    advanceClocks(maySupport)
    var next = state
    stretch: while true {
      var month = min(workClock.month, exitClock.month, healthClock.month, boundary)
      if maySupport { month = min(month, supportClock.month) }
      if extra.isPositive {
        // Hazards above their part of the cap need every month that is no candidate.
        while t < month {
          if draws(beyond: extra, startProbability, &observer) {
            month = t
            next = .employed
            break stretch
          }
          t += 1
        }
      }
      t = month
      if t >= boundary { break }
      if healthClock.month == t {
        if Observer.wantsChances, mayBeDisabled {
          observer.draw(
            ChanceDraw(
              .disability, at: t, model.disabilityLater, mark: ~healthClock.mark, cap: simulator.clocks.health))
        }
        if mayBeDisabled, disability.contains(~healthClock.mark) {
          next = .disability
          break
        }
        if losesCapacity(&observer) {
          next = .reducedCapacity
          break
        }
      }
      if workClock.month == t {
        let mark = workClock.mark
        if Observer.wantsChances {
          let cap = simulator.clocks.work.probability - simulator.clocks.work.reserved
          observer.draw(
            ChanceDraw(.jobStart, at: t, min(startProbability, cap), mark: mark, cap: simulator.clocks.work))
        }
        workClock.advance(simulator.clocks.work)
        if start.contains(mark) {
          next = .employed
          break
        }
      } else if extra.isPositive, draws(beyond: extra, startProbability, &observer) {
        next = .employed
        break
      }
      if exitClock.month == t {
        let mark = exitClock.mark
        if Observer.wantsChances {
          observer.draw(ChanceDraw(.registration, at: t, registration, mark: mark, cap: simulator.clocks.exits))
        }
        exitClock.advance(simulator.clocks.exits)
        if register.contains(mark) {
          next = .jobSeeker
          break
        }
        if Observer.wantsChances {
          observer.draw(ChanceDraw(.education, at: t, studying, mark: ~mark, cap: simulator.clocks.exits))
        }
        if study.contains(~mark) {
          next = .education
          break
        }
      }
      if maySupport, supportClock.month == t {
        let mark = supportClock.mark
        supportClock.advance(simulator.clocks.support)
        if let offered = offer(mark, factor: supportLeft, &observer) {
          next = offered
          break
        }
      }
      t += 1
      if t >= boundary { break }
      advanceClocks(maySupport)
    }
    guard next != state else { return }
    if isLocked {
      // Work, an education or lost capacity ends the programme; an education before it does not.
      if isIn { leaveProgramme(&observer) }
      if isIn || next != .education { programmeEnd = min(programmeEnd, t) }
      if isBefore, next != .education {
        // Who does not take part has nothing from it.
        programmeStart = t
        hazardAfter = hazardBefore
      }
    }
    enter(next, &observer)
  }

  /// Whether a job starts in a month that is no candidate, by what of the probability the candidates cannot give.
  @inline(__always)
  private func draws<Observer: LifeObserver>(
    beyond extra: Threshold, _ startProbability: Double, _ observer: inout Observer
  ) -> Bool {
    let word = luck.word(.workBeyond, t)
    if Observer.wantsChances {
      let part = Threshold.probability(beyond: startProbability, cap: simulator.clocks.work)
      observer.draw(ChanceDraw(.jobStart, at: t, part, word: word))
    }
    return extra.contains(word)
  }

  /// The factor on registering again: none but those who return do.
  private var reentryFactor: Double { isReturning ? isStable ? model.stableEntry : 1 : 0 }

  @inline(__always)
  private mutating func advanceClocks(_ maySupport: Bool) {
    // Most clocks stand beyond `t`: asked first, their tables need not be touched.
    if workClock.month < t { workClock.advance(to: t, simulator.clocks.work) }
    if exitClock.month < t { exitClock.advance(to: t, simulator.clocks.exits) }
    if healthClock.month < t { healthClock.advance(to: t, simulator.clocks.health) }
    if maySupport, supportClock.month < t { supportClock.advance(to: t, simulator.clocks.support) }
  }
}
