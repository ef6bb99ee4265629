/// What became of a `solve`: which settings of the lever reach the goal, and how far that can be told.
public struct Solution: Hashable, Sendable, Codable {
  public enum Status: String, Hashable, Sendable, Codable, CaseIterable {
    /// Some settings of the range reach the goal.
    case found
    /// All of them do.
    case everywhere
    /// None does.
    case nowhere
    /// The outcome rises and falls over the range by more than its intervals, so that there is no one place to look for.
    case notMonotone = "not_monotone"
    /// There is no interval, or no number, to judge by.
    case undecided
  }

  /// An end of the settings that reach the goal.
  public struct Edge: Hashable, Sendable, Codable {
    /// Where the central estimate reaches the goal; a number of the lever in its unit's stored scale.
    public var setting: Double
    /// The settings between which the end must lie: beyond the outer one the whole interval misses the goal, from the
    /// inner one on all of it reaches the goal.
    ///
    /// `nil` where it lies beyond the range that was asked about.
    public var low: Double?
    public var high: Double?
    /// The range ends here; the goal does not.
    public var isEndOfRange: Bool

    public init(setting: Double, low: Double?, high: Double?, isEndOfRange: Bool = false) {
      self.setting = setting
      self.low = low
      self.high = high
      self.isEndOfRange = isEndOfRange
    }
  }

  /// The goal's term at a setting.
  public struct Point: Hashable, Sendable, Codable {
    public var setting: Double
    /// In the unit of the goal; `nil` when there is no number.
    public var estimate: Estimate?
    /// Of the coarse grid that was tried first.
    public var isOfGrid: Bool

    public init(setting: Double, estimate: Estimate?, isOfGrid: Bool) {
      self.setting = setting
      self.estimate = estimate
      self.isOfGrid = isOfGrid
    }
  }

  public var plan: SolvePlan
  public var status: Status
  /// The smallest and the largest setting that reach the goal, when some do.
  public var from: Edge?
  public var to: Edge?
  /// The setting that comes nearest, when none reaches the goal.
  public var nearest: Double?
  /// Everything that was simulated, by setting.
  public var points: [Point]
  /// Why there is no answer, when that is so.
  public var remark: Label?

  public init(
    plan: SolvePlan, status: Status, from: Edge? = nil, to: Edge? = nil, nearest: Double? = nil, points: [Point],
    remark: Label? = nil
  ) {
    self.plan = plan
    self.status = status
    self.from = from
    self.to = to
    self.nearest = nearest
    self.points = points
    self.remark = remark
  }

  /// The setting that the answer is about: where the goal begins to be reached, or comes nearest.
  public var setting: Double? {
    guard let from, let to else { return nearest }
    return from.isEndOfRange ? to.setting : from.setting
  }

  /// The goal's term at a setting that was simulated.
  public func estimate(at setting: Double) -> Estimate? { points.first { $0.setting == setting }?.estimate }
}
