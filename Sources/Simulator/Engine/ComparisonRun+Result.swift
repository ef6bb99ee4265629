import PolicyCore

extension ComparisonRun {
  /// Levels and paired differences with their intervals.
  ///
  /// - Parameter counts: by replicate and scenario, as `counts` gives them.
  func result(_ counts: [[[UInt32]]]) -> ComparisonResult {
    let cells = cellCount == 1 ? [nil] : [nil] + (0..<cellCount).map { Optional($0) }
    var rows: [ResultRow] = []
    for outcome in outcomes {
      for cell in cells {
        for (position, year) in years.enumerated() where plan.years.contains(year) {
          let shares = plan.scenarios.indices.map { scenario in
            counts.map { share(outcome, cell: cell, year: position, in: $0[scenario]) }
          }
          for scenario in plan.scenarios.indices {
            rows.append(
              row(
                outcome, scenario, base: nil, cell, year, shares[scenario].map(\.share), shares[scenario].map(\.persons)
              ))
          }
          for scenario in plan.scenarios.indices where scenario != plan.reference {
            let differences = zip(shares[scenario], shares[plan.reference]).map { $0.share - $1.share }
            rows.append(
              row(
                outcome, scenario, base: plan.reference, cell, year, differences, shares[scenario].map(\.persons)))
          }
        }
      }
    }
    return ComparisonResult(plan: plan, rows: rows, size: size, intervals: size.uncertainty.intervals)
  }

  private func share(
    _ outcome: OutcomeSlot, cell: Int?, year: Int, in counts: [UInt32]
  ) -> (share: Double, persons: Double) {
    var part: UInt64 = 0
    var whole: UInt64 = 0
    for cell in cell.map({ $0...$0 }) ?? 0...(cellCount - 1) {
      let first = (cell * years.count + year) * WorkState.presentCount
      for state in 0..<WorkState.presentCount { whole += UInt64(counts[first + state]) }
      for state in outcome.states { part += UInt64(counts[first + Int(state.rawValue)]) }
    }
    return (whole > 0 ? Double(part) / Double(whole) : .nan, Double(whole) * Double(population.weight))
  }

  private func row(
    _ outcome: OutcomeSlot, _ scenario: Int, base: Int?, _ cell: Int?, _ year: Int, _ values: [Double],
    _ persons: [Double]
  ) -> ResultRow {
    let isKnown = isFollowed(to: year) && values.allSatisfy(\.isFinite)
    return ResultRow(
      outcome: outcome.rawValue, scenario: plan.scenarios[scenario].name, base: base.map { plan.scenarios[$0].name },
      group: cell.map(group) ?? [:], year: year, unit: base == nil ? .share : .points,
      estimate: isKnown ? Estimate(replicates: values, uncertainty: size.uncertainty) : nil,
      persons: persons.reduce(0, +) / Double(max(persons.count, 1)))
  }

  /// Whether the whole cohort is simulated to this year of the clock.
  private func isFollowed(to year: Int) -> Bool {
    let last = cohorts?.upperBound ?? 0
    if plan.clock == .calendar { return year <= Self.lastArrivals }
    return last <= Self.lastArrivals && last + year <= Self.lastYear
  }

  private func group(_ cell: Int) -> [String: String] {
    var rest = cell
    var result: [String: String] = [:]
    for group in groups.reversed() {
      result[group.rawValue] = group.keys[rest % group.keys.count]
      rest /= group.keys.count
    }
    return result
  }
}
