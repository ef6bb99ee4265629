extension LifeCourse {
  /// A job until it is lost, capacity is lost, or the simulation ends.
  mutating func work<Observer: LifeObserver>(_ observer: inout Observer) {
    workClock.advance(to: t, simulator.clocks.work)
    healthClock.advance(to: t, simulator.clocks.health)
    var next = WorkState.employed
    while true {
      t = min(workClock.month, healthClock.month, end)
      if t >= end { return }
      if healthClock.month == t, losesCapacity(&observer) {
        next = .reducedCapacity
        break
      }
      if workClock.month == t {
        let loss =
          model.jobLoss.hazard(tenure: t - employedSince, isParticipant: isParticipant, isStable: isStable)
          * lossFactor * model.economy.lossFactor(t)
        let mark = workClock.mark
        if Observer.wantsChances {
          observer.draw(ChanceDraw(.jobLoss, at: t, loss, mark: ~mark, cap: simulator.clocks.work))
        }
        workClock.advance(simulator.clocks.work)
        if Threshold(opposite: loss, cap: simulator.clocks.work).contains(~mark) {
          let entry =
            wasSeeker && !isReturning
            ? 0
            : model.entryAfterLoss
              * model.entryFactor(isParticipant: isParticipant, isStable: isStable)
          let uniform = luck.unit(.seekerExit, t)
          if Observer.wantsChances {
            observer.draw(ChanceDraw(.registrationAfterLoss, at: t, entry, drawn: uniform))
          }
          next = uniform < entry ? .jobSeeker : .outOfWork
          break
        }
      }
    }
    enter(next, &observer)
  }

  /// An education of a drawn length.
  mutating func study<Observer: LifeObserver>(_ observer: inout Observer) {
    let studyEnd = min(end, t + 1 + luck.wait(.educationLength, hazard: 1 / model.education.months, at: t))
    var next = WorkState.outOfWork
    if stays(until: studyEnd, &observer) { t = studyEnd } else { next = .reducedCapacity }
    enter(next, &observer)
  }

  /// Whether capacity holds until `last`; else `t` is the month in which it is lost.
  mutating func stays<Observer: LifeObserver>(until last: Int, _ observer: inout Observer) -> Bool {
    healthClock.advance(to: t, simulator.clocks.health)
    while healthClock.month < last {
      t = healthClock.month
      if losesCapacity(&observer) { return false }
    }
    return true
  }
}
