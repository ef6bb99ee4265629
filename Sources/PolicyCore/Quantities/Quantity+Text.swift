extension Quantity: CustomStringConvertible {
  /// As it is written in source: `36 months`, `45 %`, `20 000 kr per year`.
  public var description: String {
    let number = SourceNumber.text(value * unit.displayFactor)
    guard unit != .number else { return number }
    // One month, but 0.5 months.
    let isOne = number == "1" && [.months, .years, .hours, .persons].contains(unit)
    return number + " " + (isOne ? String(unit.symbol.dropLast()) : unit.symbol)
  }
}

extension LeverValue: CustomStringConvertible {
  /// As it is written in source: `36 months`, `60/40`, `(level: B1 oral, share: 50 %)`.
  public var description: String {
    switch self {
    case .quantity(let quantity): quantity.description
    case .weights(let left, let right): "\(left)/\(right)"
    case .levelTarget(let level, let skill, let share):
      "(level: \(level.rawValue) \(skill.rawValue), share: \(Quantity(share, .share)))"
    }
  }
}

extension LeverDomain: CustomStringConvertible {
  /// What it accepts, as a reader says it: `12 to 48 months`.
  public var description: String {
    switch self {
    case .quantity(let unit, let low, let high):
      "\(SourceNumber.text(low * unit.displayFactor)) to \(Quantity(high, unit))"
    case .weights: "two whole numbers that sum to 100, such as `60/40`"
    case .levelTarget(let skill): "a level and a share, such as `(level: B1 \(skill.rawValue), share: 50 %)`"
    }
  }
}

/// How numbers are written in source: a point, and blanks between thousands from 10 000 up.
public enum SourceNumber {
  public static func text(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e15 else { return "\(value)" }
    let millionths = (abs(value) * 1e6).rounded()
    guard millionths < 9e15 else { return grouped("\(Int(value.rounded()))") }
    var digits = String(Int(millionths))
    digits = String(repeating: "0", count: max(0, 7 - digits.count)) + digits
    var fraction = String(digits.suffix(6))
    while fraction.last == "0" { fraction.removeLast() }
    let sign = value < 0 && millionths > 0 ? "-" : ""
    return sign + grouped(String(digits.dropLast(6))) + (fraction.isEmpty ? "" : "." + fraction)
  }

  private static func grouped(_ digits: String) -> String {
    guard digits.count > 4 else { return digits }
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { result += " " }
      result.append(digit)
    }
    return result
  }
}
