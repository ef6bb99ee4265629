extension Quantity {
  /// The same quantity in another unit, where that is certain: a year is 12 months.
  public func converted(to target: Unit) -> Quantity? {
    switch (unit, target) {
    case _ where unit == target: self
    case (.years, .months): Quantity(value * 12, .months)
    case (.months, .years): Quantity(value / 12, .years)
    case (.kroner(let from, let year), .kroner(let to, let other)),
      (.kroner(let from, let year), .millionKroner(let to, let other)),
      (.millionKroner(let from, let year), .kroner(let to, let other)),
      (.millionKroner(let from, let year), .millionKroner(let to, let other)):
      // Millions are stored in kroner: what differs is how they are written.
      year == other ? Self.factor(from: from, to: to).map { Quantity(value * $0, target) } : nil
    case (.basicAmount(let from), .basicAmount(let to)):
      Self.factor(from: from, to: to).map { Quantity(value * $0, target) }
    default: nil
    }
  }

  private static func factor(from: Unit.Period, to: Unit.Period) -> Double? {
    switch (from, to) {
    case _ where from == to: 1
    case (.month, .year): 12
    case (.year, .month): 1.0 / 12
    default: nil
    }
  }
}
