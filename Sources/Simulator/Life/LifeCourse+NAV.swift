extension LifeCourse {
  /// A spell at NAV, month by month: work by the group's table, measures, and the ways out without a job.
  mutating func spell<Observer: LifeObserver>(_ group: NAVGroup, _ observer: inout Observer) {
    renewModel()
    let isSeeker = group == .jobSeekers
    let system = isSeeker ? model.seekers : model.reduced
    let allocation = system.allocation
    let start = t
    let ageBand = simulator.population.ageBand(person, at: t)
    let residence = simulator.population.residenceBand(person, at: t)
    let usualPlace = simulator.population.municipalities[settlement.usual]
    let frailty =
      system.hazard.frailtySD < 0.06 ? 0 : system.hazard.frailtySD * normalQuantile(luck.unit(.frailty))
    let own =
      system.hazard.predictor(
        simulator.population, person, age: ageBand, residence: residence, unemployment: usualPlace.unemployment,
        county: usualPlace.county)
    var predictor =
      own + model.navPlace(system.hazard, settlement, simulator.population) + frailty
    if let assessment = system.assessment, !assessment.share.isStanding {
      let uniform = luck.unit(.assessment)
      if uniform < assessment.share.value(at: t) { predictor += assessment.effect }
      if uniform < assessment.share.standing { predictor -= assessment.effect }
    }
    let spellHazard = exp(predictor)
    let mayHaveMeasures =
      isSeeker
      ? simulator.population.needGroup[person] != .ordinaryOnly
      : allocation.isEligible(own, luck.unit(.eligibility, 2))
    let factor = allocation.startFactor(own)
    let months: Process = isSeeker ? .seekerWork : .reducedWork
    let lengths: Process = isSeeker ? .measureLength : .reducedLength

    var usual = MeasureCourse()
    var changed = MeasureCourse()
    let hasOwn = !system.own.isEmpty
    // Both courses run where they may part.
    let isChanged = allocation.isChanged || hasOwn
    let rule = allocation.isChanged ? allocation.rule(at: t) : allocation.usual
    let mayNow =
      mayHaveMeasures
      || allocation.isChanged && luck.unit(.eligibility, 1) < (allocation.eligibility?.value(at: t) ?? 0)
    var measureFactor = 1.0
    var firstMeasure: Measure?
    var ending = NAVSpell.Ending.censored
    if isSeeker { healthClock.advance(to: t, simulator.clocks.health) }
    while t < end {
      let band = SpellDuration.band(t - start + 1)
      let hazard =
        spellHazard * system.durationFactor[band] * measureFactor
        * model.economy.startFactor(t, isAssisted: false)
      let words = luck.words(months, t)
      // The probability is below the hazard, so most months need no exponential.
      let isEvent = Threshold(hazard).contains(words.x) && Threshold(1 - exp(-hazard)).contains(words.x)
      usual.countMonth()
      changed.countMonth()
      if Observer.wantsMeasures, changed.phase.timing == .during { observer.onMeasure(changed.phase.measure, at: t) }
      if Observer.wantsNAVMonths {
        observer.navMonth(
          NAVMonth(
            group: group, spell: spells, month: t, duration: t - start + 1, phase: changed.phase,
            linearPredictor: predictor + system.hazard.duration[band] + log(measureFactor), frailty: frailty,
            age: ageBand, residence: residence, isEvent: isEvent))
      }
      if Observer.wantsChances {
        observer.draw(ChanceDraw(.jobAtNAV, at: t, 1 - exp(-hazard), word: words.x))
      }
      t += 1
      if isEvent {
        ending = .work
        break
      }
      if isSeeker, healthClock.month == t - 1, losesCapacity(&observer) {
        ending = .reducedCapacity
        break
      }
      if Observer.wantsChances {
        observer.draw(ChanceDraw(.leavingNAV, at: t - 1, system.exits.probability, word: words.y))
      }
      if let exit = system.exits.ending(words.y) {
        ending = exit
        break
      }
      if Observer.wantsChances, changed.phase.timing != .during, isChanged ? mayNow : mayHaveMeasures {
        observer.draw(ChanceDraw(.measure, at: t - 1, changed.probability(rule, factor: factor), word: words.z))
      }
      var isNew = false
      if mayHaveMeasures {
        isNew = usual.advance(
          to: t, rule: allocation.usual, hazard: system.hazard, factor: factor, words: words, luck: luck,
          lengths: lengths)
      }
      if isChanged {
        var isOther = false
        if mayNow || changed.phase.timing == .during {
          isOther = changed.advance(
            to: t, rule: rule, hazard: system.hazard, factor: factor, words: words, luck: luck, lengths: lengths)
        }
        // One measure at a time: in a month that brings one of today's, none of the program starts.
        if hasOwn, !isOther, t < end, let next = firstStart(of: system.own, in: changed, &observer) {
          changed.begin(next, at: t, luck: luck, lengths: lengths)
          isOther = true
        }
        isNew = isNew || isOther
        if isNew { measureFactor = system.measureFactor(usual: usual.phase, scenario: changed.phase) }
      } else if isNew {
        changed = usual
        measureFactor = system.measureFactor[usual.phase.index]
      }
      if isNew, changed.count == 1, changed.phase.timing == .during { firstMeasure = changed.phase.measure }
    }
    observer.endSpell(
      NAVSpell(
        group: group, ordinal: spells, start: start, end: t, measures: changed.count,
        monthsOnMeasures: changed.monthsOnMeasures, firstMeasure: firstMeasure, ending: ending))
    spells += 1
    if isSeeker { wasSeeker = true } else { wasReduced = true }
    switch ending {
    case .work: enter(.employed, &observer)
    case .withoutWork:
      freeFrom = t + 3
      enter(.outOfWork, &observer)
    case .education: enter(.education, &observer)
    case .disability: enter(.disability, &observer)
    case .reducedCapacity: enter(.reducedCapacity, &observer)
    case .censored: break
    }
  }

  /// The first measure of the program, in the order of their declaration, that starts in month `t`.
  @inline(never)
  private func firstStart<Observer: LifeObserver>(
    of measures: [OwnMeasure], in course: MeasureCourse, _ observer: inout Observer
  ) -> OwnMeasure? {
    for measure in measures where course.canBegin(measure) {
      if Observer.wantsStarts { observer.couldStart(measure, at: t) }
      if simulator.starts.start(of: measure, at: t).contains(luck.word(stream: measure.stream, t)) { return measure }
    }
    return nil
  }
}
