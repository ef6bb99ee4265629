/// The numbers that a declared measure has; each is a parameter of the program, `NAME.effect_after`.
public enum MeasureNumber: String, Hashable, Sendable, Codable, CaseIterable {
  case effectDuring = "effect_during"
  case effectAfter = "effect_after"
  case length, cost

  var ordinal: Int { Self.allCases.firstIndex(of: self)! }

  public func name(of measure: String) -> String { "\(measure).\(rawValue)" }

  /// Whether it acts on the hazard of work.
  public var isEffect: Bool { self == .effectDuring || self == .effectAfter }

  public var unit: Unit {
    switch self {
    case .effectDuring, .effectAfter: .number
    case .length: .months
    case .cost: .kroner(per: .month, priceYear: 2018)
    }
  }

  /// What no measure is beyond: a factor of 20 either way on the hazard, three years, and a cost that is one.
  public var limits: ClosedRange<Double> {
    switch self {
    case .effectDuring, .effectAfter: -3...3
    case .length: 1...36
    case .cost: 0...200_000
    }
  }

  /// Where it does nothing; a length has no such value.
  public var neutral: Double? { self == .length ? nil : 0 }

  public var scale: String {
    switch self {
    case .effectDuring: "log hazard of work while on the measure"
    case .effectAfter: "log hazard of work after the measure, in the rest of the spell"
    case .length: "mean months on the measure"
    case .cost: "kroner of 2018 a month"
    }
  }

  public func label(of measure: Label) -> Label {
    switch self {
    case .effectDuring: Label(nb: "\(measure.nb), virkning underveis", en: "\(measure.en), effect during")
    case .effectAfter: Label(nb: "\(measure.nb), virkning etterpå", en: "\(measure.en), effect after")
    case .length: Label(nb: "\(measure.nb), lengde", en: "\(measure.en), length")
    case .cost: Label(nb: "\(measure.nb), kostnad per måned", en: "\(measure.en), cost a month")
    }
  }

  /// What it can rest on: the length and the cost may be set by the proposal itself, an effect may not.
  public var grades: [EvidenceGrade] {
    let known: [EvidenceGrade] = [.estimated, .external, .assumed]
    return isEffect ? known : [.rule] + known
  }
}
