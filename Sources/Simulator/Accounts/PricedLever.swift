/// A unit cost or rate, times the share or rate of a lever.
struct PricedLever: Sendable {
  let amount: Double
  let lever: LeverTimeline

  func at(_ month: Int) -> Double { amount * lever.value(at: month) }

  /// What it is more than under the declared baseline, for what another unit cost holds at today's share.
  func beyondToday(_ month: Int) -> Double { amount * (lever.value(at: month) - lever.standing) }
}
