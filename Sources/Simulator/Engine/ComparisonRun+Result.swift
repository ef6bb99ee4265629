import PolicyCore

extension ComparisonRun {
  /// Levels and paired differences with their intervals.
  ///
  /// - Parameter sums: by replicate and scenario, as `sums` gives them.
  func result(_ sums: [[Sums]]) -> ComparisonResult {
    let cells = cellCount == 1 ? [nil] : [nil] + (0..<cellCount).map { Optional($0) }
    var rows: [ResultRow] = []
    let width = yearly.reduce(0) { $0 + $1.width }
    for outcome in outcomes {
      let place = yearlyPlace(of: outcome, width: width)
      for cell in cells {
        for (position, year) in years.enumerated() where plan.years.contains(year) {
          let shares = plan.scenarios.indices.map { scenario in
            sums.map { level(outcome, at: place, cell: cell, year: position, in: $0[scenario]) }
          }
          for scenario in plan.scenarios.indices {
            rows.append(
              row(
                outcome, scenario, base: nil, cell, year, shares[scenario].map(\.value), shares[scenario].map(\.persons)
              ))
          }
          let toReference = plan.scenarios.indices.filter { $0 != plan.reference }.map {
            ScenarioPair(minuend: $0, subtrahend: plan.reference)
          }
          for pair in toReference + plan.pairs {
            let differences = zip(shares[pair.minuend], shares[pair.subtrahend]).map { $0.value - $1.value }
            rows.append(
              row(
                outcome, pair.minuend, base: pair.subtrahend, cell, year, differences,
                shares[pair.minuend].map(\.persons)))
          }
        }
      }
    }
    return ComparisonResult(plan: plan, rows: rows, size: size, intervals: size.uncertainty.intervals, notes: notes)
  }

  private func level(
    _ outcome: MeasuredOutcome, at place: YearlyPlace?, cell: Int?, year: Int, in sums: Sums
  ) -> (value: Double, persons: Double) {
    var part: UInt64 = 0
    var whole: UInt64 = 0
    var value: Int64 = 0
    var amounts: [Int32] = []
    for cell in cell.map({ $0...$0 }) ?? 0...(cellCount - 1) {
      let position = cell * years.count + year
      let first = position * WorkState.presentCount
      if let place {
        let index = position * place.width + place.first
        value += sums.values[index]
        if outcome.quantile != nil {
          amounts += sums.amounts[position * place.quantiles + place.quantile]
        }
        if outcome.width > 1 {
          whole += UInt64(sums.values[index + 1])
          continue
        }
      } else {
        for state in outcome.states ?? [] { part += UInt64(sums.counts[first + Int(state.rawValue)]) }
      }
      for state in 0..<WorkState.presentCount { whole += UInt64(sums.counts[first + state]) }
    }
    let weight = Double(population.weight)
    guard whole > 0 else { return (.nan, 0) }
    if let share = outcome.quantile {
      return (quantile(of: amounts, share) ?? .infinity, Double(whole) * weight)
    }
    let sum = place == nil ? Double(part) : Double(value)
    // A number of persons rests on those whom it counts.
    let persons = outcome.unit == .persons ? sum : Double(whole)
    return (outcome.isTotal ? sum * weight : sum / Double(whole), persons * weight)
  }

  /// Where a yearly outcome's numbers stand among those of a cell and year.
  private struct YearlyPlace {
    var first: Int
    /// How many numbers a cell and year have.
    var width: Int
    /// Its place among the outcomes that are quantiles, when it is one.
    var quantile: Int
    var quantiles: Int
  }

  private func yearlyPlace(of outcome: MeasuredOutcome, width: Int) -> YearlyPlace? {
    yearly.firstIndex { $0.name == outcome.name }.map { index in
      YearlyPlace(
        first: yearly[..<index].reduce(0) { $0 + $1.width }, width: width,
        quantile: yearly[..<index].count { $0.quantile != nil }, quantiles: yearly.count { $0.quantile != nil })
    }
  }

  private func row(
    _ outcome: MeasuredOutcome, _ scenario: Int, base: Int?, _ cell: Int?, _ year: Int, _ values: [Double],
    _ persons: [Double]
  ) -> ResultRow {
    let isKnown = isFollowed(to: year) && values.allSatisfy(\.isFinite)
    return ResultRow(
      outcome: outcome.name, scenario: plan.scenarios[scenario].name, base: base.map { plan.scenarios[$0].name },
      group: cell.map(group) ?? [:], year: year, unit: base != nil && outcome.unit == .share ? .points : outcome.unit,
      estimate: isKnown ? Estimate(replicates: values, uncertainty: size.uncertainty) : nil,
      replicates: isKnown ? values : [],
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
