extension MomentSample {
  /// Former participants of the introduction programme (report chapter 7).
  func programme(
    _ person: Int, _ life: MomentLife, _ place: SettlementPlace, _ luck: PersonLuck, _ sums: inout MomentSums
  ) {
    let log = life.log
    guard let course = log.course, let start = log.programmeStart, let exit = log.programmeExit else { return }
    let year = ModelTime.year(of: exit)
    guard (2010...2017).contains(year) else { return }
    let last = Self.registerEnd
    sums.add(.introEnded, 1)
    sums.add(.introShort, Double(exit - start) < 1.7 * 12)
    sums.add(.introLong, Double(exit - start) > 2.3 * 12)
    sums.add(.introOver3, exit - start > 36)
    let reachesB1 = course.reachesB1(luck)
    sums.add(.norwegianB1, reachesB1)
    let kind = model.programme.usualKind(MeasureLuck(luck))
    sums.add(.introWageSubsidyShare, kind == 0)

    sums.add(.introHealthExit, life.healthBenefit(0, after: exit, until: last))
    let assistance = life.assistance(0, after: exit, until: last)
    sums.add(.introAssistanceExit, assistance)
    if let assistance, let before = life.assistance(-1, after: exit, until: last) {
      sums.add(.introAssistanceRise, (assistance ? 1 : 0) - (before ? 1 : 0))
    }
    sums.add(.introIncome100Exit, life.income(0, after: exit, until: last).map { $0 >= 100_000 })
    // Four to five years after: both years of those who are followed.
    for years in 4...5 {
      sums.add(.introIncome100Year5, life.income(years, after: exit, until: Self.outcomesEnd).map { $0 >= 100_000 })
    }

    if let state = life.state(12, after: exit, until: last) {
      let works = state == .employed
      sums.add(.introWorkYear1, works)
      sums.add(.introEducationYear1, state == .education)
      sums.add(.introWorkOrEducationYear1, works || state == .education)
      sums.addMunicipality(place.municipality, isActive: works || state == .education)
      if kind != nil { sums.add(.introNAVMeasureWork, works) }
      if kind == 0 { sums.add(.introWageSubsidyWork, works) }
      byCountry(person, works: works, reachesB1: reachesB1, &sums)
    }
    sums.add(.introPeak, life.state(60, after: exit, until: Self.outcomesEnd).map { $0 == .employed })
    // Seven years after are known of those who left in 2010 alone.
    guard year == 2010 else { return }
    sums.add(.introYear7, life.state(84, after: exit, until: last).map { $0 == .employed })
    sums.add(.introHealthYear7, life.healthBenefit(7, after: exit, until: last))
    sums.add(.introAssistanceYear7, life.assistance(7, after: exit, until: last))
    if let income = life.income(7, after: exit, until: last) {
      sums.add(.introIncome300Year7, income >= 300_000)
      sums.add(.introMedianYear7, income >= Self.median)
      sums.add(.introAverageYear7, income >= Self.average)
    }
  }

  private func byCountry(_ person: Int, works: Bool, reachesB1: Bool, _ sums: inout MomentSums) {
    let isWoman = population.sex[person] == .woman
    if isWoman { sums.add(.introWomen, works) }
    switch population.country[person] {
    case .afghanistan: sums.add(isWoman ? .introWomenAfghanistan : .introMenAfghanistan, works)
    case .eritrea:
      sums.add(isWoman ? .introWomenEritreaEthiopia : .introMenEritreaEthiopia, works)
      sums.add(.norwegianB1SomaliaEritrea, reachesB1)
      sums.add(.norwegianEmployedEritrea, works)
    case .ethiopia: sums.add(isWoman ? .introWomenEritreaEthiopia : .introMenEritreaEthiopia, works)
    case .somalia:
      sums.add(isWoman ? .introWomenSomalia : .introMenSomalia, works)
      sums.add(.norwegianB1SomaliaEritrea, reachesB1)
      sums.add(.norwegianEmployedSomalia, works)
    case .palestine: sums.add(isWoman ? .introWomenPalestine : .introMenPalestine, works)
    default: break
    }
  }
}
