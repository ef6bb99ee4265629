/// A measure that a program declares, for the persons of one kind in one group at NAV who can get it.
struct OwnMeasure: Sendable {
  /// Its place among the measures of the scenario, and its code in the tables by measure.
  let ordinal: Int
  let measure: Measure
  /// The log hazard of work during and after it, all of it causal: that is what the program declares.
  let during: Double
  let after: Double
  let length: MeasureLength
  /// What its draws are a function of beside person and month: its name, so that they are the same whatever else is declared.
  let stream: UInt32
  /// The monthly start by month, for a share; empty for places, whose start `OwnStarts` has.
  let share: [Threshold]

  /// The tables' terms by `MeasurePhase.index` with its own effects; how many measures came before makes no difference.
  func add(to terms: inout [Double]) {
    for (timing, effect) in [(MeasurePhase.Timing.during, during), (.after, after)] {
      for isLater in [false, true] {
        terms[MeasurePhase(timing: timing, measure: measure, isLater: isLater, chain: nil).index] = effect
      }
    }
  }
}

/// The monthly starts of a scenario's own measures that have places: found by `PlaceFilling`, the same for all who can start.
struct OwnStarts: Sendable {
  /// By the measure's ordinal and month.
  var thresholds: [[Threshold]]

  static let none = OwnStarts(thresholds: [])

  @inline(__always)
  func start(of measure: OwnMeasure, at month: Int) -> Threshold {
    measure.share.isEmpty ? thresholds[measure.ordinal][month] : measure.share[month]
  }
}

/// Whole months on a measure, geometric.
struct MeasureLength: Sendable {
  /// Monthly hazard that the measure ends.
  let ending: Double

  init(months: Double) { ending = 1 / max(months, 1.0001) }

  func months(_ u: Double) -> Int { max(1, Int((log(1 - u) / log(1 - ending)).rounded(.up))) }
}
