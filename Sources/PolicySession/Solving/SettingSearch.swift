import PolicyCore

/// The search for the settings that reach a goal, on numbers that somebody else simulates.
///
/// Settings are counted from 0. A bound of the goal divides them in up to three ways: where the central estimate reaches
/// it, where the interval first touches it, and from where on the whole interval has reached it. Each division is found
/// by halving what lies between the nearest settings on both sides, so all three share what is simulated. Where noise
/// lets an estimate cross a bound more than once, the outermost crossing counts for what is possible and the innermost
/// for what holds: an answer is never narrower than what was seen.
struct SettingSearch {
  /// Inclusive unless `isStrict`.
  var lower: Double?
  var upper: Double?
  var isStrict: Bool
  var last: Int
  /// Whether the outcome falls from the first setting to the last.
  var isFalling = false
  /// What is known, by setting.
  private(set) var estimates: [Int: Estimate] = [:]

  init(_ goal: ExpectationPlan, last: Int) {
    lower = goal.lower
    upper = goal.upper
    isStrict = goal.isStrict
    self.last = last
  }

  mutating func add(_ estimate: Estimate, at setting: Int) { estimates[setting] = estimate }

  /// The settings to try first, evenly spread.
  static func grid(last: Int, points: Int = 9) -> [Int] {
    guard last >= points else { return Array(0...last) }
    return (0..<points).map { Int((Double($0 * last) / Double(points - 1)).rounded()) }
  }

  // MARK: Divisions

  /// What can be true of a setting with regard to a bound.
  enum Reading: CaseIterable {
    /// The interval touches it.
    case possible
    /// The central estimate reaches it.
    case central
    /// The whole interval has reached it.
    case certain
  }

  enum Side: CaseIterable { case lower, upper }

  /// Whether a setting reaches a bound, read in one of the three ways.
  private func reaches(_ estimate: Estimate, _ side: Side, _ reading: Reading) -> Bool {
    let (low, high) = (estimate.low ?? estimate.value, estimate.high ?? estimate.value)
    switch side {
    case .lower:
      guard let lower else { return true }
      let number = reading == .possible ? high : reading == .central ? estimate.value : low
      return isStrict ? number > lower : number >= lower
    case .upper:
      guard let upper else { return true }
      let number = reading == .possible ? low : reading == .central ? estimate.value : high
      return isStrict ? number < upper : number <= upper
    }
  }

  /// Whether the settings that reach a bound are those above a division, not below it.
  private func isAbove(_ side: Side) -> Bool { (side == .lower) != isFalling }

  /// The two neighbouring known settings between which a bound begins to be reached; `nil` outside stands for an end of
  /// the range.
  private func division(_ side: Side, _ reading: Reading) -> (outside: Int?, inside: Int?) {
    let upwards = estimates.keys.sorted()
    let known = isAbove(side) ? upwards : upwards.reversed()
    func isIn(_ setting: Int) -> Bool { estimates[setting].map { reaches($0, side, reading) } ?? false }
    if reading == .possible {
      let inside = known.firstIndex(where: isIn)
      let before = (inside ?? known.count) - 1
      return (before >= 0 ? known[before] : nil, inside.map { known[$0] })
    }
    let outside = known.lastIndex { !isIn($0) }
    let after = outside.map { $0 + 1 } ?? 0
    return (outside.map { known[$0] }, after < known.count ? known[after] : nil)
  }

  /// The settings that would tell more; empty when all divisions lie between neighbours.
  var next: [Int] {
    var wanted: Set<Int> = []
    for (side, bound) in [(Side.lower, lower), (.upper, upper)] where bound != nil {
      for reading in Reading.allCases {
        let (outside, inside) = division(side, reading)
        guard let outside, let inside, abs(outside - inside) > 1 else { continue }
        wanted.insert((outside + inside) / 2)
      }
    }
    return wanted.sorted()
  }

  // MARK: Answers

  /// The setting at which a bound begins to be reached, or the end of the range where it is reached already; `nil` when
  /// no setting does.
  private func beginning(_ side: Side, _ reading: Reading) -> Int? { division(side, reading).inside }

  private var first: Side { isFalling ? .upper : .lower }
  private var second: Side { isFalling ? .lower : .upper }

  /// The settings whose central estimate reaches the goal.
  var solution: ClosedRange<Int>? {
    guard let start = beginning(first, .central), let end = beginning(second, .central), start <= end else {
      return nil
    }
    return start...end
  }

  /// Between which settings the start of the solution lies; `nil` where that is beyond the range.
  var start: (low: Int?, high: Int?) {
    let possible = division(first, .possible)
    return (possible.outside == nil ? nil : possible.inside, beginning(first, .certain))
  }

  var end: (low: Int?, high: Int?) {
    let possible = division(second, .possible)
    return (beginning(second, .certain), possible.outside == nil ? nil : possible.inside)
  }

  /// Whether the solution begins, or ends, where the range does and not where the goal is reached.
  var startsWithRange: Bool { division(first, .central).outside == nil }
  var endsWithRange: Bool { division(second, .central).outside == nil }

  /// The setting whose central estimate misses the goal by least.
  var nearest: Int? {
    func distance(_ estimate: Estimate) -> Double {
      max(lower.map { $0 - estimate.value } ?? 0, upper.map { estimate.value - $0 } ?? 0, 0)
    }
    return estimates.min { (distance($0.value), $0.key) < (distance($1.value), $1.key) }?.key
  }
}
