/// How far the model's unknown parameters move its main outcomes over their ranges, each with the others held.
public struct AssumptionReport: Hashable, Sendable, Codable {
  /// A number when a parameter stands at either end of its range.
  public struct Movement: Hashable, Sendable, Codable {
    /// The outcome's slot.
    public var outcome: String
    /// Year since settlement.
    public var year: Int
    /// A share for a level, a difference of shares for an effect.
    public var atLow: Double
    public var atHigh: Double

    public init(outcome: String, year: Int, atLow: Double, atHigh: Double) {
      self.outcome = outcome
      self.year = year
      self.atLow = atLow
      self.atHigh = atHigh
    }

    /// From the low to the high end, in shares; exactly zero when no person was moved.
    public var change: Double { atHigh - atLow }
  }

  /// How the effect of a lever's probe reform depends on a parameter of its chain.
  public struct Probe: Hashable, Sendable, Codable {
    public var lever: String
    /// What the probe sets the lever to.
    public var value: LeverValue
    /// The probe's effect, a difference of shares.
    public var effect: Movement

    public init(lever: String, value: LeverValue, effect: Movement) {
      self.lever = lever
      self.value = value
      self.effect = effect
    }
  }

  public struct Row: Hashable, Sendable, Codable {
    public var parameter: ParameterDeclaration
    /// The baseline's levels.
    public var levels: [Movement]
    /// One for each lever whose chain the parameter is in.
    public var probes: [Probe]

    public init(parameter: ParameterDeclaration, levels: [Movement], probes: [Probe]) {
      self.parameter = parameter
      self.levels = levels
      self.probes = probes
    }

    /// The largest movement of any number, in shares.
    public var largest: Double { (levels + probes.map(\.effect)).map { abs($0.change) }.max() ?? 0 }
  }

  /// The most decisive first; those that move nothing last, in the order of their declaration.
  public var rows: [Row]
  public var size: RunSize

  public init(rows: [Row], size: RunSize) {
    self.rows = rows
    self.size = size
  }
}
