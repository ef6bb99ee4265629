/// Measures a recorded life for the moments, each on its own sample.
///
/// Years after an exit are calendar years where the report counts money (the year of the exit is year 0), and months where
/// it asks who works.
struct MomentSample {
  let population: Population
  let model: LifeModel
  let accounts: AccountModel

  /// The first month after the participants' register data (exits to 2017, outcomes to 2018).
  static let registerEnd = ModelTime.month(2019, 1)
  /// Spells at NAV are followed to December 2016, their outcomes to 2017.
  static let spellsFrom = ModelTime.month(2010, 9)
  static let spellsEnd = ModelTime.month(2017, 1)
  static let outcomesEnd = ModelTime.month(2018, 1)
  static let horizon = ModelTime.month(2019, 12)
  /// Yearly pay before tax that the report compares with (lines 3430–3442): the median and the average income.
  static let median = 494_000.0
  static let average = 547_000.0
  /// 100 000 kroner of 2017, which the figures of NAV use, in those of 2018.
  static let navThreshold = 102_700.0

  func measure(
    _ person: Int, _ log: LifeLog, place: SettlementPlace, luck: PersonLuck, into sums: inout MomentSums
  ) {
    let isParticipant = population.isParticipant[person]
    let life = MomentLife(
      log: log, accounts: PersonAccounts(log, model: accounts, isParticipant: isParticipant, luck: luck))
    if isParticipant {
      settlement(person, place, &sums)
      programme(person, life, place, luck, &sums)
    }
    seeker(person, life, &sums)
    reduced(person, life, &sums)
    kvp(person, life, &sums)
    jobbsjansen(person, life, &sums)
    everybody(person, life, &sums)
  }

  private func everybody(_ person: Int, _ life: MomentLife, _ sums: inout MomentSums) {
    let month = ModelTime.month(2018, 11)
    let state = life.log.state(at: month)
    guard state != .absent, state != .awaitingSettlement, population.ageBand(person, at: month) != .upTo19 else {
      return
    }
    switch population.country[person] {
    case .somalia, .eritrea, .ethiopia, .sudan, .congo: sums.add(.employedAfrica, state == .employed)
    default: break
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
}

/// A recorded life with what it earned and received, as the moments look at it.
struct MomentLife {
  let log: LifeLog
  let accounts: PersonAccounts

  /// The months of the `years`-th calendar year after that of `month`.
  static func year(_ years: Int, after month: Int) -> Range<Int> {
    let first = ModelTime.month(ModelTime.year(of: month) + years, 1)
    return first..<first + 12
  }

  /// Labour income of that year, or `nil` for those who are not there to its end or beyond the report's data.
  func income(_ years: Int, after month: Int, until last: Int) -> Double? {
    let year = Self.year(years, after: month)
    guard isFollowed(year, until: last) else { return nil }
    return accounts.labourIncome(year)
  }

  /// Whether social assistance is received in that year.
  func assistance(_ years: Int, after month: Int, until last: Int) -> Bool? {
    let year = Self.year(years, after: month)
    guard isFollowed(year, until: last) else { return nil }
    return accounts.assistanceMonths(year) > 0
  }

  func healthBenefit(_ years: Int, after month: Int, until last: Int) -> Bool? {
    let year = Self.year(years, after: month)
    guard isFollowed(year, until: last) else { return nil }
    return accounts.receivesHealthBenefit(year)
  }

  func isFollowed(_ year: Range<Int>, until last: Int) -> Bool {
    year.upperBound <= last && log.state(at: year.upperBound - 1) != .absent
  }

  /// The state `months` after a month, or `nil` when it is beyond the report's data or the person is not there.
  func state(_ months: Int, after month: Int, until last: Int) -> WorkState? {
    guard month + months < last else { return nil }
    let state = log.state(at: month + months)
    return state == .absent ? nil : state
  }
}

extension MomentSums {
  /// Adds a moment whose sample is those with a value.
  mutating func add(_ moment: Moment, _ isCounted: Bool?) {
    if let isCounted { add(moment, isCounted ? 1 : 0) }
  }
}
