extension MomentSample {
  /// Those who ended the qualification programme in 2010–2017 (report lines 6128–6233).
  func kvp(_ person: Int, _ life: MomentLife, _ sums: inout MomentSums) {
    guard let spell = life.log.supports.first(where: { $0.state == .kvp && $0.ending != .censored }),
      (2010...2017).contains(ModelTime.year(of: spell.end))
    else { return }
    let until = Self.outcomesEnd
    let exit = spell.end
    // A job in the year of the end (line 6152).
    let hasJob =
      spell.ending == .work || life.accounts.months(.employed, exit..<MomentLife.year(0, after: exit).upperBound) > 0
    sums.add(.kvpEnded, 1)
    sums.add(.kvpWomen, population.sex[person] == .woman)
    sums.add(.kvpWork, hasJob)
    // The yearly share, in each of the years from three before to the one of the end.
    for years in -3...0 { sums.add(.kvpAssistanceBefore, life.assistance(years, after: exit, until: until)) }
    if spell.ending == .work {
      sums.add(.kvpRetained, life.state(48, after: exit, until: until).map { $0 == .employed })
    }
    if let income = life.income(1, after: exit, until: until) {
      sums.add(.kvpIncome100Year1, income >= 100_000)
      sums.add(.kvpIncome300Year1, income >= 300_000)
    }
    if life.state(12, after: exit, until: until) == .employed {
      sums.add(.kvpEmployedAssistanceYear1, life.assistance(1, after: exit, until: until))
    }
    if let income = life.income(4, after: exit, until: until) {
      sums.add(.kvpIncome100Year4, income >= 100_000)
      // On the same persons; the report subtracts the shares of all who are followed.
      let first = life.income(1, after: exit, until: until) ?? 0
      sums.add(.kvpIncome300Rise, (income >= 300_000 ? 1 : 0) - (first >= 300_000 ? 1 : 0))
    }
    // Seven years after are known of the ends of 2010 alone.
    sums.add(.kvpYear7, life.state(84, after: exit, until: until).map { $0 == .employed })
    sums.add(.kvpAssistanceYear7, life.assistance(7, after: exit, until: until))
    if let income = life.income(7, after: exit, until: until) {
      sums.add(.kvpMedianYear7, income >= Self.median)
      sums.add(.kvpAverageYear7, income >= Self.average)
    }
  }

  /// Those who ended Jobbsjansen from January 2013 to June 2017 (report lines 6485–6651).
  func jobbsjansen(_ person: Int, _ life: MomentLife, _ sums: inout MomentSums) {
    guard let spell = life.log.supports.first(where: { $0.state == .jobbsjansen }) else { return }
    let year2015 = ModelTime.month(2015, 1)..<ModelTime.month(2016, 1)
    if spell.start < year2015.upperBound, spell.end > year2015.lowerBound {
      // 15 percent of the participants come from Europe and North America (lines 10227–10233), whom the model does not hold.
      sums.add(.jobbsjansenParticipants, 1 / 0.85)
    }
    guard spell.ending != .censored, (2013...2017).contains(ModelTime.year(of: spell.end)),
      spell.end < ModelTime.month(2017, 7)
    else { return }
    let isWoman = population.sex[person] == .woman
    let works = spell.ending == .work
    let exit = spell.end
    let until = Self.outcomesEnd
    sums.add(.jobbsjansenWomen, isWoman)
    sums.add(.jobbsjansenWork, works)
    sums.add(.jobbsjansenEducation, spell.ending == .education)
    sums.add(.jobbsjansenTransferred, spell.ending == .nav)
    sums.add(isWoman ? .jobbsjansenWomenWork : .jobbsjansenMenWork, works)
    let before = life.log.state(at: exit - 24)
    if before != .absent { sums.add(.jobbsjansenBefore, before == .employed) }
    if let state = life.state(12, after: exit, until: until) {
      sums.add(.jobbsjansenYear1, state == .employed)
    }
    // By the calendar year, as the figure's years are (lines 6575–6579).
    let nextYear = MomentLife.year(1, after: exit)
    if life.isFollowed(nextYear, until: until) {
      sums.add(.jobbsjansenEducationYear1, life.accounts.months(.education, nextYear) > 0)
    }
    let year4 = life.state(48, after: exit, until: until).map { $0 == .employed }
    sums.add(.jobbsjansenYear4, year4)
    if works {
      // Jobs of 2013 and 2014, three to four years after (line 6591).
      let year = ModelTime.year(of: exit)
      if year == 2013 { sums.add(.jobbsjansenRetained, year4) }
      if year == 2014 {
        sums.add(.jobbsjansenRetained, life.state(36, after: exit, until: until).map { $0 == .employed })
      }
    }
    sums.add(.jobbsjansenAssistanceYear4, life.assistance(4, after: exit, until: until))
    if let income = life.income(4, after: exit, until: until) {
      sums.add(.jobbsjansenIncome100Year4, income >= 100_000)
      sums.add(.jobbsjansenIncome300Year4, income >= 300_000)
      sums.add(.jobbsjansenMedianYear4, income >= Self.median)
      sums.add(.jobbsjansenAverageYear4, income >= Self.average)
    }
  }
}
