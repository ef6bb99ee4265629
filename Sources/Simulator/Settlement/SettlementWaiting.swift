/// Months from the residence permit to settlement: a constant monthly hazard for each year of the permit.
///
/// The hazard is the one that gives Tabell 1's share settled within twelve months (line 3163):
/// `h = 1 − (1 − share)^(1/12)`. The shares within six months are then predictions.
struct SettlementWaiting: Sendable {
  private let firstYear: Int
  private let hazards: [Double]

  /// - Parameter within12Months: shares by year of the permit; years outside use the nearest.
  init(within12Months: [Int: Double]) {
    let years = within12Months.keys.sorted()
    firstYear = years.first ?? 2011
    hazards = years.map { year in 1 - pow(1 - min(within12Months[year] ?? 0, 0.999), 1 / 12) }
  }

  func hazard(permitYear: Int) -> Double {
    hazards[min(max(permitYear - firstYear, 0), hazards.count - 1)]
  }
}
