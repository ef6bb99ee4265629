/// Measures a recorded life for the moments, each on its own sample.
struct MomentSample {
  let population: Population
  let programme: ProgrammeModel

  /// The first month after the participants' register data (exits to 2017, outcomes to 2018).
  static let registerEnd = ModelTime.month(2019, 1)
  /// Job seekers' spells are followed to December 2016, their outcomes to 2017.
  static let spellsFrom = ModelTime.month(2010, 9)
  static let spellsEnd = ModelTime.month(2017, 1)
  static let seekersFrom = ModelTime.month(2011, 1)
  static let outcomesEnd = ModelTime.month(2018, 1)
  static let horizon = ModelTime.month(2019, 12)

  func measure(
    _ person: Int, _ record: LifeRecord, place: SettlementPlace, luck: PersonLuck, into sums: inout MomentSums
  ) {
    if population.isParticipant[person] {
      settlement(person, place, &sums)
      programme(person, record, place, luck, &sums)
    }
    seeker(person, record, &sums)
    let month = ModelTime.month(2018, 11)
    let state = record.state(at: month)
    if state != .absent, state != .awaitingSettlement, population.ageBand(person, at: month) != .upTo19 {
      switch population.country[person] {
      case .somalia, .eritrea, .ethiopia, .sudan, .congo: sums.add(.employedAfrica, state == .employed)
      default: break
      }
    }
  }

  private func settlement(_ person: Int, _ place: SettlementPlace, _ sums: inout MomentSums) {
    guard population.reason[person] == .flightAsylum else { return }
    let arrival = Int(population.arrival[person])
    let waited = place.month - arrival
    switch ModelTime.year(of: arrival) {
    case 2013: sums.add(.settled6In2013And2014, waited < 6)
    case 2014:
      sums.add(.settled6In2013And2014, waited < 6)
      sums.add(.settled12In2014, waited < 12)
    case 2017: sums.add(.settled12In2017, waited < 12)
    case 2018: sums.add(.settled6In2018, waited < 6)
    default: break
    }
  }

  private func programme(
    _ person: Int, _ record: LifeRecord, _ place: SettlementPlace, _ luck: PersonLuck, _ sums: inout MomentSums
  ) {
    guard let start = record.programmeStart, let exit = record.programmeExit else { return }
    let year = ModelTime.year(of: exit)
    guard (2010...2017).contains(year) else { return }
    sums.add(.introEnded, 1)
    sums.add(.introShort, Double(exit - start) < 1.7 * 12)
    sums.add(.introLong, Double(exit - start) > 2.3 * 12)
    sums.add(.introOver3, exit - start > 36)
    let uniform = luck.unit(.norwegian)
    sums.add(.norwegianB1, programme.reachesB1(track: population.track[person], uniform: uniform))

    let exitYear = record.state(at: ModelTime.month(year, 12))
    if exitYear != .absent { sums.add(.introHealthExit, exitYear == .healthBenefit) }
    let kind = programme.usualKind(MeasureLuck(luck))
    sums.add(.introWageSubsidyShare, kind == 0)

    let year1 = record.state(at: exit + 12)
    if exit + 12 < Self.registerEnd, year1 != .absent {
      let works = year1 == .employed
      sums.add(.introWorkYear1, works)
      sums.add(.introEducationYear1, year1 == .education)
      sums.add(.introWorkOrEducationYear1, works || year1 == .education)
      sums.addMunicipality(place.municipality, isActive: works || year1 == .education)
      if kind != nil { sums.add(.introNAVMeasureWork, works) }
      if kind == 0 { sums.add(.introWageSubsidyWork, works) }
      let isWoman = population.sex[person] == .woman
      switch population.country[person] {
      case .afghanistan: sums.add(isWoman ? .introWomenAfghanistan : .introMenAfghanistan, works)
      case .eritrea, .ethiopia: sums.add(isWoman ? .introWomenEritreaEthiopia : .introMenEritreaEthiopia, works)
      case .somalia: sums.add(isWoman ? .introWomenSomalia : .introMenSomalia, works)
      case .palestine: sums.add(isWoman ? .introWomenPalestine : .introMenPalestine, works)
      default: break
      }
    }
    let year5 = record.state(at: exit + 60)
    if exit + 60 < ModelTime.month(2018, 1), year5 != .absent { sums.add(.introPeak, year5 == .employed) }
    let year7 = record.state(at: exit + 84)
    if year == 2010, year7 != .absent {
      sums.add(.introYear7, year7 == .employed)
      sums.add(.introHealthYear7, year7 == .healthBenefit)
    }
  }

  private func seeker(_ person: Int, _ record: LifeRecord, _ sums: inout MomentSums) {
    var lastEnded: SeekerSpell?
    var isRegistered = false
    var hadMeasure = false
    for spell in record.spells where spell.start < Self.spellsEnd && spell.end > Self.spellsFrom {
      if spell.start >= Self.spellsFrom {
        sums.add(.seekerSpells, 1)
        sums.add(.seekerCensored, spell.end > Self.spellsEnd)
      }
      if spell.end > Self.seekersFrom {
        isRegistered = true
        if spell.measures > 0, spell.start < Self.spellsEnd { hadMeasure = true }
      }
      // Only who has left NAV by the end of 2016 is in the sample of ended spells.
      lastEnded =
        spell.start >= Self.spellsFrom && spell.end <= Self.spellsEnd && spell.ending != .censored ? spell : nil
    }
    if isRegistered {
      sums.add(.seekersRegistered, 1)
      sums.add(.seekerAnyMeasure, hadMeasure)
    }
    guard let last = lastEnded else { return }
    let foundWork = last.ending == .work
    if population.needGroup[person] == .ordinaryOnly {
      sums.add(.seekerOrdinaryOnlyJob, foundWork)
      return
    }
    sums.add(.seekerEnded, 1)
    sums.add(.seekerEndedWithMeasure, last.measures > 0)
    sums.add(.seekerIntroShare, population.isParticipant[person] && record.programmeExit != nil)
    let year6 = record.state(at: last.end + 72)
    let isFollowed6 = last.end + 72 < Self.outcomesEnd && year6 != .absent
    if isFollowed6 { sums.add(.seekerHealthYear6, year6 == .healthBenefit) }
    guard last.measures > 0 else {
      sums.add(.seekerWorkNoMeasure, foundWork)
      if isFollowed6 { sums.add(.seekerYear6NoMeasure, year6 == .employed) }
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
    let before = record.state(at: last.start - 12)
    if before != .absent { sums.add(.seekerEmployedBefore, before == .employed) }
    let year1 = record.state(at: last.end + 12)
    if last.end + 12 < Self.outcomesEnd, year1 != .absent { sums.add(.seekerYear1WithMeasure, year1 == .employed) }
    if isFollowed6 { sums.add(.seekerYear6WithMeasure, year6 == .employed) }
  }
}
