/// What years are counted from.
public enum Clock: String, Hashable, Sendable, Codable, CaseIterable {
  case settlement
  case arrival
  case programmeExit = "programme_exit"
  case calendar

  /// Whether a lever can move the clock's zero, so that cohorts differ between scenarios.
  public var canBeMovedByLevers: Bool { self == .programmeExit }
}

/// What is measured of persons, declared once in `stdlib/`: a share, kroner, months or a number of persons.
public struct OutcomeDeclaration: Hashable, Sendable, Codable {
  public var name: String
  public var slot: String
  public var label: Label
  public var documentation: String
  /// Of levels; a difference has `unit.ofDifference`.
  public var unit: Unit
  /// The clocks that it can be asked on; the first is the default.
  public var clocks: [Clock]
  public var citations: [Citation]
  /// Whether the months in which it holds can be counted.
  public var isMonthly: Bool
  /// How it is made of others; `nil` for what the model offers.
  public var formula: OutcomeFormula?

  public init(
    name: String, slot: String, label: Label, documentation: String, unit: Unit, clocks: [Clock], citations: [Citation],
    isMonthly: Bool = false, formula: OutcomeFormula? = nil
  ) {
    self.name = name
    self.slot = slot
    self.label = label
    self.documentation = documentation
    self.unit = unit
    self.clocks = clocks
    self.citations = citations
    self.isMonthly = isMonthly
    self.formula = formula
  }

  /// How several years of it make one number; `nil` for what adds up all years already, and for medians and other
  /// quantiles: those of several years are not made of the years' own.
  public var totalOfYears: YearSpan.Total? {
    if formula?.isQuantile == true { return nil }
    return switch unit {
    case .share, .persons: .mean
    case .kroner(.year, _), .millionKroner(.year, _), .basicAmount(.year): .sum
    case .months: formula?.isSoFar == false ? .sum : nil
    default: nil
    }
  }
}
