/// A fact of the report beside what the model gives on the same population, clock and cohorts.
public struct ValidationRow: Hashable, Sendable, Codable {
  /// What a target was used for.
  public enum Use: String, Hashable, Sendable, Codable, CaseIterable {
    case fitted
    case heldOut = "held_out"
    /// The number went into the model as it is.
    case input
    /// Not compared, for the reason given.
    case unused
  }

  public var id: String
  public var statement: String
  public var use: Use
  /// Why a target is unused, or anything else that a reader must know.
  public var reason: String
  public var target: Double
  /// Upper end when the report gives a range.
  public var targetHigh: Double?
  public var unit: Unit
  public var simulated: Double?
  public var low: Double?
  public var high: Double?
  /// Simulated minus target; to the nearer end of a range, 0 within it.
  public var error: Double?
  public var tolerance: Double
  /// For held-out targets: the error of the naive guess (the fitted sibling's value).
  public var naiveError: Double?
  /// Line of the report's text.
  public var line: Int?
  /// The system that the fact belongs to (`intro`, `nav_rc`, …).
  public var system: String
  /// The unit as `facts.csv` writes it (`percent`, `persons`, `NOK`).
  public var factUnit: String
  /// Hidden, because too few persons of own microdata are behind it.
  public var isSuppressed: Bool

  public init(
    id: String, statement: String, use: Use, reason: String = "", target: Double, targetHigh: Double? = nil, unit: Unit,
    simulated: Double? = nil, low: Double? = nil, high: Double? = nil, error: Double? = nil, tolerance: Double,
    naiveError: Double? = nil, line: Int? = nil, system: String = "", factUnit: String = "", isSuppressed: Bool = false
  ) {
    self.id = id
    self.statement = statement
    self.use = use
    self.reason = reason
    self.target = target
    self.targetHigh = targetHigh
    self.unit = unit
    self.simulated = simulated
    self.low = low
    self.high = high
    self.error = error
    self.tolerance = tolerance
    self.naiveError = naiveError
    self.line = line
    self.system = system
    self.factUnit = factUnit
    self.isSuppressed = isSuppressed
  }

  /// Whether the error is within the tolerance; `nil` when nothing was compared.
  public var isWithinTolerance: Bool? { error.map { abs($0) <= tolerance } }
}
