/// Months from the residence permit to settlement: monthly hazards by the month of the permit.
///
/// One hazard holds for the first six months and one after, so that the shares settled within six and twelve months come
/// out. Today's are those of Tabell 1 (line 3163), with the same hazard in both halves: the shares within six months are
/// then predictions. A scenario's levers move them by the share of a change that is carried out.
struct SettlementWaiting: Sendable {
  private let usual: SettlementHistory
  private let within6: LeverTimeline
  private let within12: LeverTimeline
  private let realised: Double

  init(history: SettlementHistory, levers: Levers, realised: Double) {
    usual = history
    within6 = levers[.settlementWithin6Months]
    within12 = levers[.settlementWithin12Months]
    self.realised = realised
  }

  /// Whole months that a person with the uniform `u` waits whose permit is of `month`.
  func months(_ u: Double, permit month: Int) -> Int {
    let was12 = usual.within12(month)
    let was6 = usual.within6(month)
    let share12 = min(was12 + realised * (within12.value(at: month) - was12), 0.999)
    let share6 = min(was6 + realised * (within6.value(at: month) - was6), share12 - 1e-6)
    return Self.months(u, within6: share6, within12: share12)
  }

  /// Today's waiting of the same person.
  func usualMonths(_ u: Double, permit month: Int) -> Int {
    Self.months(u, within6: usual.within6(month), within12: usual.within12(month))
  }

  private static func months(_ u: Double, within6: Double, within12: Double) -> Int {
    guard u < 1 - within6 else { return Int(6 * log(u) / log(1 - within6)) }
    let later = (1 - within12) / (1 - within6)
    guard later < 1 else { return 600 }
    return 6 + Int(6 * log(u / (1 - within6)) / log(later))
  }
}

/// The shares settled within twelve months by year of the permit: Tabell 1 (line 3163), the nearest year outside.
struct SettlementHistory: Sendable {
  private let firstYear: Int
  private let shares: [Double]

  init(within12Months: [Int: Double]) {
    let years = within12Months.keys.sorted()
    firstYear = years.first ?? 2011
    shares = years.map { min(within12Months[$0] ?? 0, 0.999) }
  }

  func within12(_ month: Int) -> Double {
    shares[min(max(ModelTime.year(of: month) - firstYear, 0), shares.count - 1)]
  }

  /// What the same hazard in all months gives within six.
  func within6(_ month: Int) -> Double { 1 - (1 - within12(month)).squareRoot() }
}
