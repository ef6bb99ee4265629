/// How numbers move with each uncertain parameter, all else held.
public struct Sensitivity: Hashable, Sendable, Codable {
  /// A number when a parameter stands at either end.
  public struct Bar: Hashable, Sendable, Codable {
    public var parameter: MovedParameter
    public var atLow: Estimate
    public var atHigh: Estimate

    public init(parameter: MovedParameter, atLow: Estimate, atHigh: Estimate) {
      self.parameter = parameter
      self.atLow = atLow
      self.atHigh = atHigh
    }

    /// How far apart the ends are; in the number's stored scale.
    public var width: Double { abs(atHigh.value - atLow.value) }
  }

  /// The parameters by what they do to one number.
  public struct Tornado: Hashable, Sendable, Codable {
    public var measure: Measure
    /// Of the number: a difference's, or a level's.
    public var unit: Unit
    /// With all parameters at their values.
    public var central: Estimate
    /// Those that move it, the widest first.
    public var bars: [Bar]
    /// How many do not move it in any replicate.
    public var still: Int

    public init(measure: Measure, unit: Unit, central: Estimate, bars: [Bar], still: Int) {
      self.measure = measure
      self.unit = unit
      self.central = central
      self.bars = bars
      self.still = still
    }
  }

  public var plan: SensitivityPlan
  /// How many scenarios it took.
  public var simulated: Int
  /// Of numbers that there are.
  public var tornadoes: [Tornado]

  public init(plan: SensitivityPlan, simulated: Int, tornadoes: [Tornado]) {
    self.plan = plan
    self.simulated = simulated
    self.tornadoes = tornadoes
  }
}
