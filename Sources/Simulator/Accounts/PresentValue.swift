/// The public cost of a life since a first month, discounted to it year by year; asked for later and later months.
struct PresentValue {
  private let first: Int
  /// The whole years before this month are in the sum.
  private var start: Int
  private var sum = 0.0

  init(from first: Int) {
    self.first = first
    start = max(first, 0)
  }

  /// The present value of all months before `end`, in kroner of 2018.
  mutating func value(until end: Int, _ money: PublicAccounts, scratch ledger: inout Ledger) -> Double {
    while start + 12 <= end {
      sum += part(start + 12, money, &ledger)
      start += 12
    }
    return start < end ? sum + part(end, money, &ledger) : sum
  }

  /// The months from `start` on, discounted from the middle of their year.
  private func part(_ end: Int, _ money: PublicAccounts, _ ledger: inout Ledger) -> Double {
    ledger.clear()
    money.add(start..<end, to: &ledger)
    return ledger.publicCost * pow(money.budget.monthlyDiscount, Double(start - first) + 6)
  }
}
