/// What `calibrate` found: parameters fitted by simulated moments, with what identifies each.
public struct CalibrationReport: Hashable, Sendable, Codable {
  public struct Row: Hashable, Sendable, Codable {
    public var parameter: String
    public var value: Double
    public var standardError: Double
    /// The value in use when the calibration began to be compared with (the shipped one).
    public var shipped: Double?
    /// The targets that move most with the parameter, strongest first, in tolerances for a change of one standard error.
    public var identifiedBy: [Sensitivity]

    public init(
      parameter: String, value: Double, standardError: Double, shipped: Double?, identifiedBy: [Sensitivity]
    ) {
      self.parameter = parameter
      self.value = value
      self.standardError = standardError
      self.shipped = shipped
      self.identifiedBy = identifiedBy
    }
  }

  public struct Sensitivity: Hashable, Sendable, Codable {
    public var target: String
    /// Change of the target, in tolerances, for a rise of the parameter by one tenth (or by 0.1 on a log scale).
    public var change: Double

    public init(target: String, change: Double) {
      self.target = target
      self.change = change
    }
  }

  public var rows: [Row]
  /// Covariances of the parameters in the order of the rows, on the scale on which each is unbounded (identity, log or
  /// log odds); empty when the targets do not identify them.
  public var covariance: [[Double]]
  /// Fitted targets beside what the fitted parameters give.
  public var targets: [ValidationRow]
  /// Sum over the targets of the squared error in tolerances, beyond a tolerance of twice the error less one.
  public var objective: Double
  public var iterations: Int

  public init(
    rows: [Row], covariance: [[Double]] = [], targets: [ValidationRow], objective: Double, iterations: Int
  ) {
    self.rows = rows
    self.covariance = covariance
    self.targets = targets
    self.objective = objective
    self.iterations = iterations
  }

  /// Number of fitted targets less number of parameters.
  public var degreesOfFreedom: Int { targets.count - rows.count }
}
