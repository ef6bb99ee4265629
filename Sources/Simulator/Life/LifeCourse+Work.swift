extension LifeCourse {
  /// A job until it is lost, capacity is lost, or the simulation ends.
  mutating func work<Observer: LifeObserver>(_ observer: inout Observer) {
    workClock.advance(to: t, simulator.clocks.work)
    healthClock.advance(to: t, simulator.clocks.health)
    var next = WorkState.employed
    while true {
      t = min(workClock.month, healthClock.month, end)
      if t >= end { return }
      if healthClock.month == t, losesCapacity() {
        next = .reducedCapacity
        break
      }
      if workClock.month == t {
        let loss =
          model.jobLoss.hazard(tenure: t - employedSince, isParticipant: isParticipant, isStable: isStable)
          * lossFactor * model.economy.lossFactor(t)
        let mark = workClock.mark
        workClock.advance(simulator.clocks.work)
        if Threshold(opposite: loss, cap: simulator.clocks.work).contains(~mark) {
          let entry =
            wasSeeker && !isReturning
            ? 0
            : model.entryAfterLoss
              * model.entryFactor(isParticipant: isParticipant, isStable: isStable)
          next = luck.unit(.seekerExit, t) < entry ? .jobSeeker : .outOfWork
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
    if stays(until: studyEnd) { t = studyEnd } else { next = .reducedCapacity }
    enter(next, &observer)
  }

  /// Whether capacity holds until `last`; else `t` is the month in which it is lost.
  mutating func stays(until last: Int) -> Bool {
    healthClock.advance(to: t, simulator.clocks.health)
    while healthClock.month < last {
      t = healthClock.month
      if losesCapacity() { return false }
    }
    return true
  }
}
