import PolicyCore

// How units are written for people: the language's own symbols, in the words of the output's language.

extension Unit {
  /// After a number: `kr(2018) per year`, `months`.
  func symbol(in language: OutputLanguage) -> String {
    guard language == .nb else { return symbol }
    return switch self {
    case .months: "måneder"
    case .years: "år"
    case .hours: "timer"
    case .persons: "personer"
    case .kroner(let period, let priceYear):
      "kr" + (priceYear.map { "(\($0))" } ?? "") + period.suffix(in: language)
    case .millionKroner(let period, let priceYear):
      "mill. " + Unit.kroner(per: period, priceYear: priceYear).symbol(in: language)
    case .basicAmount(let period): "G" + period.suffix(in: language)
    case .number, .share, .points: symbol
    }
  }

  /// Where there is little room, beside a title that says the rest: `kr`, `mill. kr`.
  func shortSymbol(in language: OutputLanguage) -> String {
    switch self {
    case .kroner: "kr"
    case .millionKroner: "mill. kr"
    case .basicAmount: "G"
    default: symbol(in: language)
    }
  }

  /// In a title: `kr per year, 2018 prices`.
  func inWords(_ language: OutputLanguage) -> String {
    switch self {
    case .kroner(let period, let priceYear), .millionKroner(let period, let priceYear):
      shortSymbol(in: language) + period.suffix(in: language)
        + (priceYear.map { language == .nb ? ", \($0)-priser" : ", \($0) prices" } ?? "")
    default: symbol(in: language)
    }
  }

  /// How many decimals of a simulated number are worth reading.
  var decimals: Int {
    switch self {
    case .kroner, .persons: 0
    case .basicAmount, .number: 2
    case .share, .points, .months, .years, .hours, .millionKroner: 1
    }
  }
}

extension Unit.Period {
  /// ` per year`; nothing for what is paid once.
  fileprivate func suffix(in language: OutputLanguage) -> String {
    switch (self, language) {
    case (.once, _): ""
    case (.month, .nb): " per måned"
    case (.year, .nb): " per år"
    case (_, .en): " per \(rawValue)"
    }
  }
}
