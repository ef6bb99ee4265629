import PolicyCore

/// The model's clock: month 0 is January 2003, where the burn-in starts.
enum ModelTime {
  static let start = Month(year: 2003, month: 1)
  /// Months that a simulation can have: to the end of 2046.
  static let months = 44 * 12

  static func month(_ month: Month) -> Int { month - start }
  static func month(_ year: Int, _ month: Int) -> Int { Month(year: year, month: month) - start }
  static func year(of month: Int) -> Int { (start + month).year }
}
