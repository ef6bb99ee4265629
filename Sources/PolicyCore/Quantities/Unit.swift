/// The unit of a number; units are the language's types.
public enum Unit: Hashable, Sendable, Codable {
  /// A plain number without a unit.
  case number
  case months
  case years
  case hours
  /// A share; 45 % is stored as 0.45.
  case share
  /// A difference of shares; 5 pp is stored as 0.05.
  case points
  /// Norwegian kroner of a price year (`nil`: nominal), once or per period.
  case kroner(per: Period, priceYear: Int?)
  /// Millions of such kroner, for outcomes that are read in millions; stored in kroner.
  case millionKroner(per: Period, priceYear: Int?)
  /// The National Insurance basic amount G, per year unless once.
  case basicAmount(per: Period)
  case persons

  public enum Period: String, Hashable, Sendable, Codable { case once, month, year }

  /// How the unit is written after a number in source and output.
  public var symbol: String {
    switch self {
    case .number: ""
    case .months: "months"
    case .years: "years"
    case .hours: "hours"
    case .share: "%"
    case .points: "pp"
    case .kroner(let period, let priceYear):
      "kr" + (priceYear.map { "(\($0))" } ?? "") + (period == .once ? "" : " per \(period.rawValue)")
    case .millionKroner(let period, let priceYear): "mill. " + Unit.kroner(per: period, priceYear: priceYear).symbol
    case .basicAmount(let period): "G" + (period == .once ? "" : " per \(period.rawValue)")
    case .persons: "persons"
    }
  }

  /// What a stored value is multiplied by when it is written with the symbol.
  public var displayFactor: Double {
    switch self {
    case .share, .points: 100
    case .millionKroner: 1e-6
    default: 1
    }
  }

  /// Of an amount a month or a year, the period, and the unit that it adds up to over time.
  public var overItsPeriod: (period: Period, whole: Unit)? {
    switch self {
    case .kroner(let period, let year) where period != .once: (period, .kroner(per: .once, priceYear: year))
    case .millionKroner(let period, let year) where period != .once:
      (period, .millionKroner(per: .once, priceYear: year))
    case .basicAmount(let period) where period != .once: (period, .basicAmount(per: .once))
    default: nil
    }
  }

  /// A stored value in the scale of the symbol, without the dust of the multiplication.
  public func written(_ value: Double?) -> Double? {
    guard let value, value.isFinite else { return nil }
    let shown = value * displayFactor
    return displayFactor == 1 || abs(shown) > 1e4 ? shown : (shown * 1e11).rounded() / 1e11
  }

  /// The unit of a difference of two values: shares differ by percentage points, all else in its own unit.
  public var ofDifference: Unit { self == .share ? .points : self }

  /// The unit of several years' values together: kroner a year become kroner.
  public var ofSum: Unit { overItsPeriod?.whole ?? self }

  /// The unit of the levels that a difference in this unit was made of.
  public var ofLevels: Unit { self == .points ? .share : self }
}
