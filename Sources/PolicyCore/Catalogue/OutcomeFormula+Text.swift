// Formulas as they are written in source.

extension OutcomeFormula: CustomStringConvertible {
  public var description: String {
    let whom = among == .all([]) ? "" : " among \(among)"
    return switch aggregate {
    case .share(let condition): "share \(condition)\(whom)"
    case .count(let condition): "count \(condition)\(whom)"
    case .mean(let quantity): "mean \(quantity)\(whom)"
    case .sum(let quantity): "sum \(quantity)\(whom)"
    case .quantile(0.5, let quantity): "median \(quantity)\(whom)"
    case .quantile(let share, let quantity): "quantile \(Quantity(share, .share)) of \(quantity)\(whom)"
    }
  }
}

extension OutcomeFormula? {
  /// Why an outcome has no number in a year of a clock.
  public func withoutNumber(inYear year: Int) -> Label {
    if self?.isOfWaits == true {
      Label(
        nb: "Kohorten er ikke fulgt fram til år \(year), eller så mange venter ennå, så det finnes ikke noe tall.",
        en: "The cohort is not followed up to year \(year), or so many are still waiting, so there is no number.")
    } else {
      Label(
        nb: "Kohorten er ikke fulgt fram til år \(year), så det finnes ikke noe tall.",
        en: "The cohort is not followed up to year \(year), so there is no number.")
    }
  }
}

extension YearQuantity: CustomStringConvertible {
  public var description: String {
    let name =
      switch subject {
      case .amount(let slot): slot
      case .months(let slot): "months \(slot)"
      case .monthsUntil(let slot): "months until \(slot)"
      }
    return name + (window == .soFar ? " so far" : "")
  }
}

extension YearCondition: CustomStringConvertible {
  public var description: String {
    switch self {
    case .person(let condition): "\(condition)"
    case .outcome(let slot): slot
    case .compared(let quantity, let comparison, let bound): "\(quantity) \(comparison.rawValue) \(bound)"
    case .earlier(let part, let years): "\(part.asPart) \(years) \(years == 1 ? "year" : "years") earlier"
    case .all(let parts): parts.map(\.asPart).joined(separator: " and ")
    case .any(let parts): parts.map(\.asPart).joined(separator: " or ")
    case .not(let part): "not \(part.asNegated)"
    }
  }

  /// In parentheses where it joins others.
  private var asPart: String {
    switch self {
    case .all, .any, .person(.all), .person(.any), .person(.years(_, .some, .some)): "(\(self))"
    default: description
    }
  }

  private var asNegated: String { if case .outcome = self { description } else { "(\(self))" } }
}
