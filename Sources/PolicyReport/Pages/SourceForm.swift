import PolicyCore

/// Values as an author types them: decimal point and the language's unit names, in every output language.
public enum SourceForm {
  public static func value(_ value: LeverValue) -> String {
    switch value {
    case .quantity(let quantity): self.quantity(quantity.value, quantity.unit)
    case .weights(let first, let second): "\(first)/\(second)"
    case .levelTarget(let level, let skill, let share):
      "(level: \(level.rawValue) \(skill.rawValue), share: \(quantity(share, .share)))"
    }
  }

  public static func domain(_ domain: LeverDomain) -> String {
    switch domain {
    case .quantity(let unit, let low, let high): "\(number(low * unit.displayFactor)) to \(quantity(high, unit))"
    case .weights: "weights from 0/100 to 100/0"
    case .levelTarget(let skill): "a level of \(skill.rawValue) Norwegian and a share from 0 to 100 %"
    }
  }

  public static func unit(_ domain: LeverDomain) -> String {
    switch domain {
    case .quantity(let unit, _, _): unit.symbol
    case .weights: "weights"
    case .levelTarget: "level and share"
    }
  }

  static func quantity(_ value: Double, _ unit: Unit) -> String {
    let shown = number(value * unit.displayFactor)
    return unit.symbol.isEmpty ? shown : "\(shown) \(unit.symbol)"
  }

  static func number(_ value: Double) -> String {
    let rounded = (value * 1e9).rounded() / 1e9
    return rounded == rounded.rounded() && abs(rounded) < 1e15 ? "\(Int(rounded))" : "\(rounded)"
  }
}
