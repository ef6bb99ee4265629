import PolicyCore

extension Snapshot {
  /// The numbers of an answer.
  init(of plan: SnapshotPlan, _ result: ComparisonResult) {
    self.init(
      text: plan.text,
      run: SnapshotRun(result.size, population: result.microdata?.fingerprint),
      rows: result.rows.map { row in
        let groups = row.group.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        return Row(
          Cell(
            outcome: row.outcome, scenario: row.scenario, base: row.base ?? "", group: groups.joined(separator: ";"),
            year: row.year, unit: row.unit.symbol),
          Number(
            value: row.unit.written(row.estimate?.value), low: row.unit.written(row.estimate?.low),
            high: row.unit.written(row.estimate?.high)))
      })
  }

  /// The numbers that are not those of another snapshot, in the order of this one; then what only the other has.
  ///
  /// - Parameter tolerances: By outcome, in the unit as written.
  func differences(from recorded: Snapshot, tolerances: [String: Double]) -> [SnapshotResult.Difference] {
    let earlier = Dictionary(recorded.rows.map { ($0.cell, $0.number) }, uniquingKeysWith: { first, _ in first })
    let own = Set(rows.map(\.cell))
    let changed = rows.compactMap { row -> SnapshotResult.Difference? in
      guard let number = earlier[row.cell] else {
        return SnapshotResult.Difference(cell: row.cell, recorded: nil, found: row.number)
      }
      return Self.isSame(number, row.number, tolerance: tolerances[row.cell.outcome])
        ? nil : SnapshotResult.Difference(cell: row.cell, recorded: number, found: row.number)
    }
    let gone = recorded.rows.filter { !own.contains($0.cell) }
    return changed + gone.map { SnapshotResult.Difference(cell: $0.cell, recorded: $0.number, found: nil) }
  }

  /// The same value with the same bounds; with a tolerance the values alone are compared.
  static func isSame(_ first: Number, _ second: Number, tolerance: Double?) -> Bool {
    if let tolerance { return isSame(first.value, second.value, within: tolerance) }
    return zip(first.parts, second.parts).allSatisfy { isSame($0, $1, within: 0) }
  }

  /// Equal but for the distance, and for what the last bits of a machine's arithmetic can do.
  private static func isSame(_ first: Double?, _ second: Double?, within distance: Double) -> Bool {
    guard let first, let second else { return first == nil && second == nil }
    return abs(first - second) <= distance + 1e-9 * max(1, abs(first), abs(second))
  }
}
