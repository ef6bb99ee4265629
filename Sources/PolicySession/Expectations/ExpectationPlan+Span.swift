import PolicyCore

extension ExpectationPlan {
  /// The number of one cell over the years asked.
  ///
  /// The interval is that of the years' mean or sum in each replicate, not made of the years' own intervals: what a
  /// replicate has too much in one year it mostly has in the next.
  ///
  /// - Parameter rows: Of the cell, one a year.
  /// - Returns: `nil` when some year has no number.
  func number(of rows: [ResultRow], uncertainty: RunUncertainty) -> Estimate? {
    guard let span else { return rows.first?.estimate }
    guard rows.count == years.count, rows.allSatisfy({ $0.estimate != nil && !$0.replicates.isEmpty }) else {
      return nil
    }
    let count = span.total == .mean ? Double(rows.count) : 1
    let numbers = rows[0].replicates.indices.map { replicate in
      rows.reduce(0) { $0 + $1.replicates[replicate] } / count
    }
    return Estimate(replicates: numbers, uncertainty: uncertainty)
  }
}
