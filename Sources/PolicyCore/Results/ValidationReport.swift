/// Everything that `validate` shows: facts, marginal effects, and what the gap between those with and without measures is
/// made of.
public struct ValidationReport: Hashable, Sendable, Codable {
  public var rows: [ValidationRow]
  public var marginalEffects: [MarginalEffect]
  public var gaps: [MeasureGap]

  public init(rows: [ValidationRow], marginalEffects: [MarginalEffect] = [], gaps: [MeasureGap] = []) {
    self.rows = rows
    self.marginalEffects = marginalEffects
    self.gaps = gaps
  }
}

/// A number of Tabell 5 beside the average monthly derivative in the simulated population.
public struct MarginalEffect: Hashable, Sendable, Codable {
  /// `job_seekers` or `reduced_capacity`.
  public var group: String
  public var measure: String
  public var sex: String
  /// As printed, in percentage points (8.1).
  public var printed: Double
  /// `β · E[(1 − h)(−ln(1 − h))]` over the simulated person-months, in percentage points.
  public var simulated: Double
  public var line: Int

  public init(group: String, measure: String, sex: String, printed: Double, simulated: Double, line: Int) {
    self.group = group
    self.measure = measure
    self.sex = sex
    self.printed = printed
    self.simulated = simulated
    self.line = line
  }
}

/// What the difference in transition to work between those with and without measures is made of; shares.
public struct MeasureGap: Hashable, Sendable, Codable {
  /// `job_seekers` or `reduced_capacity`.
  public var group: String
  /// Share to work with measures less that without, in the model.
  public var difference: Double
  /// With all terms of measures at zero: those with measures have longer spells (immortal time), and are selected.
  public var withoutTerms: Double
  /// The same without selection: immortal time alone.
  public var immortalTime: Double
  /// With the terms during measures alone (lock-in), and with those after them alone.
  public var duringOnly: Double
  public var afterOnly: Double

  public init(
    group: String, difference: Double, withoutTerms: Double, immortalTime: Double, duringOnly: Double, afterOnly: Double
  ) {
    self.group = group
    self.difference = difference
    self.withoutTerms = withoutTerms
    self.immortalTime = immortalTime
    self.duringOnly = duringOnly
    self.afterOnly = afterOnly
  }

  public var selection: Double { withoutTerms - immortalTime }
  public var coefficients: Double { difference - withoutTerms }
}
