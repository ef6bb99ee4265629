/// What became of an `optimise`: the settings that were tried, and which of them is the best.
public struct Optimisation: Hashable, Sendable, Codable {
  public enum Status: String, Hashable, Sendable, Codable, CaseIterable {
    /// Some setting meets the conditions, by its central estimates.
    case found
    /// None does.
    case nowhere
    /// There is no interval, or no number, to judge by.
    case undecided
  }

  /// Whether a setting meets all conditions.
  public enum Standing: String, Hashable, Sendable, Codable, CaseIterable {
    /// All of every interval lies within its bound.
    case holds
    /// An interval straddles its bound, and none lies beyond.
    case open
    /// An interval lies wholly beyond its bound.
    case fails
  }

  /// A setting with what was measured of it.
  public struct Trial: Hashable, Sendable, Codable {
    public var point: LeverPoint
    /// `nil` when there is no number.
    public var objective: Estimate?
    /// In the order of the conditions.
    public var conditions: [Estimate?]
    public var standing: Standing
    /// Whether all central estimates lie within their bounds.
    public var isWithinBounds: Bool
    /// The paired difference of the objective from that of the best setting; `nil` when there is none.
    public var fromBest: Estimate?
    /// No other setting that was tried is at least as good in everything and better in something, by central estimates.
    public var isOnFront: Bool
    /// On the front: whether its objective can be told from that of the setting before it, where the first condition has
    /// less to bear.
    public var isToldFromCheaper: Bool

    public init(
      point: LeverPoint, objective: Estimate?, conditions: [Estimate?] = [], standing: Standing = .holds,
      isWithinBounds: Bool = true, fromBest: Estimate? = nil, isOnFront: Bool = false, isToldFromCheaper: Bool = true
    ) {
      self.point = point
      self.objective = objective
      self.conditions = conditions
      self.standing = standing
      self.isWithinBounds = isWithinBounds
      self.fromBest = fromBest
      self.isOnFront = isOnFront
      self.isToldFromCheaper = isToldFromCheaper
    }
  }

  public var plan: OptimisationPlan
  public var status: Status
  /// Everything that was tried, in the order of the levers' numbers.
  public var trials: [Trial]
  /// The best setting within the bounds, by central estimates.
  public var best: Trial?
  /// The best one of those that meet the conditions with certainty, when that is another one.
  public var certain: Trial?
  /// The setting that comes nearest to the bounds, when none is within.
  public var nearest: Trial?
  /// Why there is no answer, when that is so.
  public var remark: Label?

  public init(
    plan: OptimisationPlan, status: Status, trials: [Trial], best: Trial? = nil, certain: Trial? = nil,
    nearest: Trial? = nil, remark: Label? = nil
  ) {
    self.plan = plan
    self.status = status
    self.trials = trials
    self.best = best
    self.certain = certain
    self.nearest = nearest
    self.remark = remark
  }

  /// The other settings within the bounds whose objective cannot be told from the best one's.
  public var ties: [Trial] {
    trials.filter { trial in
      guard let best, let difference = trial.fromBest, trial.isWithinBounds, trial.point != best.point else {
        return false
      }
      return difference.touchesZero
    }
  }

  /// The settings of which none is better in one thing and no worse in any other, the first condition growing.
  public var front: [Trial] {
    trials.filter(\.isOnFront).sorted {
      ($0.conditions.first??.value ?? 0) < ($1.conditions.first??.value ?? 0)
    }
  }

  /// The setting that the answer is about.
  public var setting: Trial? { best ?? nearest }
}

extension Estimate {
  /// Whether the interval does not tell it from zero.
  public var touchesZero: Bool { (low ?? value) <= 0 && (high ?? value) >= 0 }
}
