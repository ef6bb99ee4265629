/// What a scenario of the benchmark workload changes.
package struct WorkloadLevers: Sendable {
  /// Months of the programme for the best educated; others have 6 or 12 more.
  package var programmeLength = 12
  /// Share of persons whom NAV follows.
  package var navShare = 0.30
  /// A factor on job starts, at most 1.1: a reform that can only help.
  package var startFactor = 1.0

  package init() {}

  package static let base = WorkloadLevers()
  package static let reform: WorkloadLevers = {
    var levers = WorkloadLevers()
    levers.programmeLength = 6
    levers.navShare = 0.50
    return levers
  }()
}

/// The varying parts of the workload's hazards as tables of factors.
///
/// Benchmark constants, as in `WorkloadPopulation`.
struct WorkloadRates: Sendable {
  static let lastDuration = 60
  /// The largest product of duration, measure and lever factors that any scenario gives.
  static let largestStartFactor = exp(0.35 + 0.45 + 0.25) * 1.1
  static let largestLossFactor = exp(0.5)

  let months: Int
  let navShare: Double
  private let startByDuration: [Double]
  private let lossByDuration: [Double]
  /// By programme length class, NAV and month.
  private let startByMonth: [Double]

  /// - Parameter hasDurations: `false` replaces the duration terms by their means, so that only luck links months.
  init(levers: WorkloadLevers, months: Int, hasDurations: Bool) {
    self.months = months
    navShare = levers.navShare
    startByDuration = (0...Self.lastDuration).map { exp(hasDurations ? Self.startTerm($0) : -0.3) }
    lossByDuration = (0...Self.lastDuration).map { exp(hasDurations ? Self.lossTerm($0) : -0.4) }
    var byMonth: [Double] = []
    for lengthClass in 0..<3 {
      let length = levers.programmeLength + [12, 6, 0][lengthClass]
      for isFollowed in [false, true] {
        for month in 0..<months {
          var term = 0.0
          if month < length { term = -0.80 }
          if month >= length, month < length + 12 { term += 0.45 }
          if isFollowed, month >= length, month < length + 18 { term += 0.25 }
          byMonth.append(exp(term) * levers.startFactor)
        }
      }
    }
    startByMonth = byMonth
  }

  /// Where a person's months begin in the table of job starts.
  @inline(__always)
  func row(lengthClass: UInt8, isFollowed: Bool) -> Int { (Int(lengthClass) * 2 + (isFollowed ? 1 : 0)) * months }

  @inline(__always)
  func start(duration: Int, month: Int, row: Int) -> Double {
    startByDuration[min(duration, Self.lastDuration)] * startByMonth[row + month]
  }

  @inline(__always)
  func loss(duration: Int) -> Double { lossByDuration[min(duration, Self.lastDuration)] }

  private static func startTerm(_ months: Int) -> Double {
    switch months {
    case ..<6: -1.2
    case ..<12: -0.4
    case ..<18: 0
    case ..<24: 0.25
    case ..<36: 0.35
    case ..<60: 0.10
    default: -0.25
    }
  }

  private static func lossTerm(_ months: Int) -> Double {
    switch months {
    case ..<3: 0.5
    case ..<6: 0.3
    case ..<12: 0
    case ..<24: -0.45
    default: -0.9
    }
  }
}
