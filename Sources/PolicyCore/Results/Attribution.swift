/// How a difference between two scenarios divides over the parts in which they differ.
public struct Attribution: Hashable, Sendable, Codable {
  /// The combinations of parts that the shares are made of.
  public enum Method: Hashable, Sendable, Codable {
    /// All of them.
    case exact
    /// Those that so many orders of the parts pass through, drawn in pairs of an order and its reverse.
    case sampled(orders: Int)
  }

  /// A part of one difference; the unit is that of the difference.
  public struct Share: Hashable, Sendable, Codable {
    /// The part's mean gain over the orders in which the parts can come in (Shapley's value); all of them add up to the
    /// whole.
    public var share: Estimate
    /// The 95 % half-width that comes of sampling orders alone; `nil` when there is none.
    public var samplingError: Double?
    /// What the part gains alone, added to the reference.
    public var alone: Estimate
    /// What the part gains last, added to all others.
    public var last: Estimate

    public init(share: Estimate, samplingError: Double? = nil, alone: Estimate, last: Estimate) {
      self.share = share
      self.samplingError = samplingError
      self.alone = alone
      self.last = last
    }
  }

  /// One difference, divided.
  public struct Division: Hashable, Sendable, Codable {
    public var measure: Measure
    /// Category keys by attribute name; empty for all persons.
    public var group: [String: String]
    /// In the order of the plan's parts.
    public var shares: [Share]
    /// What the whole difference is more than the parts' gains alone, and more than their gains last.
    public var interactionAlone: Estimate
    public var interactionLast: Estimate

    public init(
      measure: Measure, group: [String: String], shares: [Share], interactionAlone: Estimate, interactionLast: Estimate
    ) {
      self.measure = measure
      self.group = group
      self.shares = shares
      self.interactionAlone = interactionAlone
      self.interactionLast = interactionLast
    }
  }

  public var plan: AttributionPlan
  public var method: Method
  /// How many scenarios it took, the reference among them.
  public var simulated: Int
  /// Of differences that there is a number for.
  public var divisions: [Division]

  public init(plan: AttributionPlan, method: Method, simulated: Int, divisions: [Division]) {
    self.plan = plan
    self.method = method
    self.simulated = simulated
    self.divisions = divisions
  }

  public func division(_ measure: Measure, _ group: [String: String]) -> Division? {
    divisions.first { $0.measure == measure && $0.group == group }
  }
}
