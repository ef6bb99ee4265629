extension MomentSample {
  /// What the spells of one group at NAV add up to for a person, on the report's sample (lines 8510–8552).
  private struct Spells {
    var count = 0
    var censored = 0
    var isRegistered = false
    var hadMeasure = false
    /// The last spell, if the person has left NAV by the end of 2016.
    var lastEnded: NAVSpell?

    /// Whether the person belongs to the data of reduced work capacity: at least a quarter of the months at NAV (lines
    /// 8489–8493).
    static func isReduced(_ spells: [NAVSpell]) -> Bool {
      var months = [0, 0]
      for spell in spells {
        months[Int(spell.group.rawValue)] +=
          max(0, min(spell.end, MomentSample.spellsEnd) - max(spell.start, MomentSample.spellsFrom))
      }
      return months[1] > 0 && 4 * months[1] >= months[0] + months[1]
    }

    init(_ spells: [NAVSpell], of group: NAVGroup) {
      for spell in spells
      where spell.group == group && spell.start < MomentSample.spellsEnd && spell.end > MomentSample.spellsFrom {
        if spell.start >= MomentSample.spellsFrom {
          count += 1
          if spell.end > MomentSample.spellsEnd { censored += 1 }
          // The persons counted are those who came in that time (lines 8516–8521).
          isRegistered = true
          if spell.measures > 0 { hadMeasure = true }
        }
        // Who goes on with reduced capacity has not left NAV.
        lastEnded =
          spell.start >= MomentSample.spellsFrom && spell.end <= MomentSample.spellsEnd && spell.ending != .censored
            && spell.ending != .reducedCapacity
          ? spell : nil
      }
    }
  }

  /// Job seekers (Tabell 13's persons).
  ///
  /// The report counts a person in one data set only: here are those with less than a quarter of their months at NAV with
  /// reduced capacity (line 8489).
  func seeker(_ person: Int, _ life: MomentLife, _ sums: inout MomentSums) {
    guard !life.log.spells.isEmpty, !Spells.isReduced(life.log.spells) else { return }
    let spells = Spells(life.log.spells, of: .jobSeekers)
    sums.add(.seekerSpells, Double(spells.count))
    sums.add(.seekerCensored, Double(spells.censored), of: Double(spells.count))
    if spells.isRegistered {
      sums.add(.seekersRegistered, 1)
      sums.add(.seekerAnyMeasure, spells.hadMeasure)
    }
    guard let last = spells.lastEnded else { return }
    let foundWork = last.ending == .work
    if population.needGroup[person] == .ordinaryOnly, last.measures == 0 {
      sums.add(.seekerOrdinaryOnlyJob, foundWork)
      return
    }
    sums.add(.seekerEnded, 1)
    sums.add(.seekerEndedWithMeasure, last.measures > 0 ? 1 : 0)
    sums.add(.seekerIntroShare, population.isParticipant[person] && life.log.programmeExit != nil)
    let until = Self.outcomesEnd
    let year6 = life.state(72, after: last.end, until: until).map { $0 == .employed }
    sums.add(.seekerHealthExit, life.healthBenefit(0, after: last.end, until: until))
    sums.add(.seekerHealthYear6, life.healthBenefit(6, after: last.end, until: until))
    let assistanceExit = life.assistance(0, after: last.end, until: until)
    let assistanceYear6 = life.assistance(6, after: last.end, until: until)
    guard last.measures > 0 else {
      sums.add(.seekerWorkNoMeasure, foundWork)
      sums.add(.seekerWorkNoMeasureSummary, foundWork)
      sums.add(.seekerYear6NoMeasure, year6)
      sums.add(.seekerAssistanceExitNoMeasure, assistanceExit)
      sums.add(.seekerAssistanceYear6NoMeasure, assistanceYear6)
      return
    }
    sums.add(.seekerWorkWithMeasure, foundWork)
    sums.add(.seekerMoreMeasures, last.measures > 1)
    sums.add(.seekerMeasureMonths, Double(last.monthsOnMeasures), of: Double(last.measures))
    switch population.reason[person] {
    case .quotaRefugee: sums.add(.seekerWorkQuota, foundWork)
    case .familyImmigration: sums.add(.seekerWorkFamily, foundWork)
    default: break
    }
    let before = life.log.state(at: last.start - 12)
    if before != .absent { sums.add(.seekerEmployedBefore, before == .employed) }
    sums.add(.seekerYear1WithMeasure, life.state(12, after: last.end, until: until).map { $0 == .employed })
    sums.add(.seekerYear6WithMeasure, year6)
    sums.add(.seekerAssistanceExitMeasure, assistanceExit)
    sums.add(.seekerAssistanceYear6Measure, assistanceYear6)
    sums.add(.seekerIncome100Before, life.income(-1, after: last.start, until: until).map { $0 >= Self.navThreshold })
    if let income = life.income(0, after: last.end, until: until) {
      sums.add(.seekerIncome100Exit, income >= Self.navThreshold)
      sums.add(.seekerMedianExit, income >= Self.median)
    }
    for years in 2...5 {
      sums.add(.seekerIncome100Later, life.income(years, after: last.end, until: until).map { $0 >= Self.navThreshold })
    }
    if let income = life.income(6, after: last.end, until: until) {
      sums.add(.seekerMedianYear6, income >= Self.median)
      sums.add(.seekerAverageYear6, income >= Self.average)
    }
  }

  /// Persons with reduced work capacity (Tabell 14's persons).
  func reduced(_ person: Int, _ life: MomentLife, _ sums: inout MomentSums) {
    guard !life.log.spells.isEmpty, Spells.isReduced(life.log.spells) else { return }
    let spells = Spells(life.log.spells, of: .reducedCapacity)
    sums.add(.reducedSpells, Double(spells.count))
    sums.add(.reducedCensored, Double(spells.censored), of: Double(spells.count))
    if spells.isRegistered {
      sums.add(.reducedRegistered, 1)
      sums.add(.reducedAnyMeasure, spells.hadMeasure)
    }
    let december = Self.spellsEnd - 1
    if life.log.state(at: december) == .reducedCapacity {
      let isOnMeasure = life.log.measures.contains { $0.start <= december && december < $0.end }
      sums.add(.reducedStillBenefit, isOnMeasure || life.accounts.aapMonths(december..<december + 1) > 0)
    }
    guard let last = spells.lastEnded else { return }
    let foundWork = last.ending == .work
    let until = Self.outcomesEnd
    let hadMeasure = last.measures > 0
    sums.add(.reducedWithMeasure, hadMeasure)
    sums.add(.reducedWorkAll, foundWork)
    sums.add(.reducedEducationAll, last.ending == .education)
    sums.add(.reducedIntroShare, population.isParticipant[person] && life.log.programmeExit != nil)
    func disabled(_ years: Int) -> Bool? {
      let year = MomentLife.year(years, after: last.end)
      guard life.isFollowed(year, until: until) else { return nil }
      return life.accounts.months(.disability, year) > 0
    }
    func aap(_ years: Int) -> Bool? {
      let year = MomentLife.year(years, after: last.end)
      guard life.isFollowed(year, until: until) else { return nil }
      return life.accounts.aapMonths(year) > 0
    }
    sums.add(.reducedDisabilityYear5, disabled(5))
    sums.add(hadMeasure ? .reducedDisabilityExitMeasure : .reducedDisabilityExitNoMeasure, disabled(0))
    let year6 = life.state(72, after: last.end, until: until).map { $0 == .employed }
    guard hadMeasure else {
      sums.add(.reducedWorkNoMeasure, foundWork)
      sums.add(.reducedYear6NoMeasure, year6)
      return
    }
    sums.add(.reducedWorkWithMeasure, foundWork)
    sums.add(.reducedMoreMeasures, last.measures > 1)
    sums.add(.reducedMeasureMonths, Double(last.monthsOnMeasures), of: Double(last.measures))
    switch population.reason[person] {
    case .quotaRefugee: sums.add(.reducedWorkQuota, foundWork)
    case .familyImmigration: sums.add(.reducedWorkFamily, foundWork)
    default: break
    }
    sums.add(.reducedYear6WithMeasure, year6)
    if last.firstMeasure == .wageSubsidy, last.measures == 1 {
      sums.add(.reducedSubsidyToWork, foundWork)
      sums.add(.reducedSubsidyYear6, year6)
    }
    sums.add(.reducedAAPExit, aap(0))
    sums.add(.reducedAAPYear3, aap(3))
    sums.add(.reducedAssistanceExit, life.assistance(0, after: last.end, until: until))
    sums.add(.reducedAssistanceYear6, life.assistance(6, after: last.end, until: until))
    sums.add(.reducedIncome100Exit, life.income(0, after: last.end, until: until).map { $0 >= Self.navThreshold })
    sums.add(.reducedMedianYear6, life.income(6, after: last.end, until: until).map { $0 >= Self.median })
    sums.add(.reducedAverageYear5, life.income(5, after: last.end, until: until).map { $0 >= Self.average })
  }
}
