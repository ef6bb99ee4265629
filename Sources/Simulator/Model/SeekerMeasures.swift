/// Allocation to measures at NAV: start, length and mix.
struct SeekerMeasures: Sendable {
  let start: Double
  let next: Double
  /// Monthly hazard that a measure ends.
  let ending: Double
  private let cumulativeMix: [Double]

  init(_ parameters: ParameterValues) {
    start = parameters[.seekerMeasureStart]
    next = parameters[.seekerMeasureNext]
    ending = 1 / parameters[.seekerMeasureMonths]
    var sum = 0.0
    cumulativeMix = [
      parameters[.seekerMixWageSubsidy], parameters[.seekerMixAMO], parameters[.seekerMixFollowUp],
      parameters[.seekerMixClarification], parameters[.seekerMixWorkPractice],
    ].map {
      sum += $0
      return sum
    }
  }

  /// The kind of a new measure; what the mix leaves is job club.
  func kind(_ u: Double) -> Measure {
    Measure(rawValue: UInt8(cumulativeMix.firstIndex { u < $0 } ?? 5)) ?? .jobClub
  }

  /// Whole months of a measure, geometric.
  func months(_ u: Double) -> Int { max(1, Int((log(1 - u) / log(1 - ending)).rounded(.up))) }
}
