extension LifeCourse {
  /// What a candidate month of the support clock brings: an offer of KVP or a place in Jobbsjansen, or nothing.
  ///
  /// - Parameter factor: what of the hazards is left, in the introduction programme.
  mutating func offer<Observer: LifeObserver>(
    _ mark: UInt32, factor: Double, _ observer: inout Observer
  ) -> WorkState? {
    if !hadKVP, t >= Self.kvpFrom {
      let hazard = model.kvp.hazard(isAssisted: isAssisted, at: t)
      let isUsual = Threshold(hazard.usual * factor, cap: simulator.clocks.support).contains(mark)
      let isNow = Threshold(hazard.now * factor, cap: simulator.clocks.support).contains(mark)
      if Observer.wantsChances {
        observer.draw(ChanceDraw(.kvpOffer, at: t, hazard.now * factor, mark: mark, cap: simulator.clocks.support))
      }
      if takes(isUsual, isNow, model.kvp.takeUp, &observer) {
        hadKVP = true
        return .kvp
      }
    }
    guard !hadJobbsjansen, let target = jobbsjansenTarget() else { return nil }
    let usual = target.usual ? target.hazard * model.jobbsjansen.usualPlaces[t] * factor : 0
    let now = target.now ? target.hazard * model.jobbsjansen.places[t] * factor : 0
    let isUsual = Threshold(usual, cap: simulator.clocks.support).contains(~mark)
    let isNow = Threshold(now, cap: simulator.clocks.support).contains(~mark)
    if Observer.wantsChances {
      observer.draw(ChanceDraw(.jobbsjansenPlace, at: t, now, mark: ~mark, cap: simulator.clocks.support))
    }
    guard takes(isUsual, isNow, model.jobbsjansen.takeUp, &observer) else { return nil }
    hadJobbsjansen = true
    return .jobbsjansen
  }

  /// Whether a place is taken that exists today, under the scenario, or both.
  ///
  /// Places that a lever adds are taken, and those that it takes away are lost, by the share of take-up; so that a share of 0
  /// changes nothing.
  private mutating func takes<Observer: LifeObserver>(
    _ isUsual: Bool, _ isNow: Bool, _ takeUp: Double, _ observer: inout Observer
  ) -> Bool {
    isExtraPlace = isNow && !isUsual
    guard isUsual != isNow else { return isNow }
    let uniform = luck.unit(.takeUp, t)
    if Observer.wantsChances { observer.draw(ChanceDraw(.takeUp, at: t, takeUp, drawn: uniform)) }
    return (uniform < takeUp) == isNow
  }

  /// The qualification programme began in November 2007.
  static let kvpFrom = ModelTime.month(2007, 11)

  /// The hazard of a place in Jobbsjansen, and whether the rules let the person in, today and under the scenario.
  private func jobbsjansenTarget() -> (hazard: Double, usual: Bool, now: Bool)? {
    let sex = simulator.population.sex[person]
    // Two years of programme are counted from settlement, so that no lever on its length moves who may come.
    let since = t - settlement.month - (isParticipant ? 24 : 0)
    func isIn(_ exclusion: Double, _ wait: Double) -> Bool {
      Double(since) >= wait && !(isAssisted && luck.unit(.eligibility) < exclusion)
    }
    let usual = isIn(t >= Self.exclusionFrom ? 1 : 0, model.jobbsjansen.wait.standing)
    let now = isIn(
      model.jobbsjansen.exclusion.value(at: t), model.jobbsjansen.wait.value(at: t))
    guard usual || now else { return nil }
    return (model.jobbsjansen.hazard(sex, isAssisted: isAssisted), usual, now)
  }

  /// July 2016: recipients of social assistance are excluded from Jobbsjansen (report line 6362).
  static let exclusionFrom = ModelTime.month(2016, 7)

  /// The qualification programme.
  mutating func qualify<Observer: LifeObserver>(_ observer: inout Observer) {
    renewModel()
    let kvp = model.kvp
    let words = luck.words(.kvp, t)
    let start = t
    let months = kvp.months(unit(words.x), at: t)
    let content = kvp.content(at: t, luck: luck)
    support(.kvp, from: start, months: months, &observer) { course, observer in
      let chance = course.chanceOfJob(kvp.jobLevel + content, months: months, causal: kvp.causalShare)
      course.mark(starts: kvp.startFactor, losses: kvp.lossFactor, causal: kvp.causalShare)
      if Observer.wantsChances { observer.draw(ChanceDraw(.jobAfterKVP, at: course.t, chance, word: words.y)) }
      return unit(words.y) < chance ? .work : .other
    }
  }

  /// Jobbsjansen.
  mutating func jobbsjansen<Observer: LifeObserver>(_ observer: inout Observer) {
    renewModel()
    let rules = model.jobbsjansen
    let words = luck.words(.jobbsjansen, t)
    let months = rules.months(unit(words.x))
    support(.jobbsjansen, from: t, months: months, &observer) { course, observer in
      let chance = course.chanceOfJob(rules.jobLevel, months: months, causal: rules.causalShare)
      course.mark(starts: rules.startFactor, losses: rules.lossFactor, causal: rules.causalShare)
      if Observer.wantsChances {
        observer.draw(ChanceDraw(.jobAfterJobbsjansen, at: course.t, chance, word: words.y))
      }
      if unit(words.y) < chance { return .work }
      let other = unit(words.z)
      return other < rules.toEducation ? .education : other < rules.toEducation + rules.toNAV ? .nav : .other
    }
  }

  private mutating func support<Observer: LifeObserver>(
    _ kind: WorkState, from start: Int, months: Int, _ observer: inout Observer,
    ending: (inout LifeCourse, inout Observer) -> SupportSpell.Ending
  ) {
    let last = min(end, start + months)
    var next = WorkState.reducedCapacity
    var how = SupportSpell.Ending.nav
    if stays(until: last, &observer) {
      t = last
      how = last < start + months ? .censored : ending(&self, &observer)
      switch how {
      case .work: next = .employed
      case .education: next = .education
      case .nav: next = .jobSeeker
      case .other, .censored: next = .outOfWork
      }
    }
    observer.endSupport(SupportSpell(state: kind, start: start, end: t, ending: how, isExtra: isExtraPlace))
    enter(next, &observer)
  }

  /// The chance of a job at the end of KVP or Jobbsjansen.
  ///
  /// For those who take part today the odds rise with the person's own hazard. A place that a lever adds moves the person's
  /// own chance outside by the causal share only.
  private func chanceOfJob(_ level: Double, months: Int, causal: Double) -> Double {
    let taking = logistic(level + predictor - model.jobStart.meanPredictor)
    guard isExtraPlace else { return taking }
    let outside = 1 - exp(-hazardAfter * Double(months))
    return outside + causal * (taking - outside)
  }

  private mutating func mark(starts: Double, losses: Double, causal: Double) {
    supportFactor = isExtraPlace ? pow(starts, causal) : starts
    lossFactor = isExtraPlace ? pow(losses, causal) : losses
  }
}
