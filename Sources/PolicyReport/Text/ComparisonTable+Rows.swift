import PolicyCore

extension ComparisonTable {
  /// A block for each group: the reference, then each other scenario with its difference.
  func rows(of outcome: String, _ density: Density) -> [Grid.Row] {
    let plan = result.plan
    guard plan.scenarios.indices.contains(plan.reference) else { return [] }
    let reference = plan.scenarios[plan.reference].name
    let others = plan.scenarios.indices.filter { $0 != plan.reference }.map { plan.scenarios[$0].name }
    var rows: [Grid.Row] = []
    let groups = groups(of: outcome)
    let isGrouped = groups != [[:]]
    for group in groups {
      let margin = isGrouped ? "  " : ""
      if isGrouped { rows.append(Grid.Row(label: names.group(group, by: plan.by), cells: [], ink: .bold)) }
      rows.append(level(outcome, reference, group, density, margin: margin, isAlone: others.isEmpty))
      for other in others {
        rows.append(level(outcome, other, group, density, margin: margin, isAlone: false))
        var row = difference(outcome, other, reference, group)
        row.label = margin + differenceLabel(outcome, density)
        if !rows.contains(where: { !$0.remark.isEmpty }) { row.remark = intervalRemark }
        rows.append(row)
      }
    }
    return rows
  }

  private func differenceLabel(_ outcome: String, _ density: Density) -> String {
    let word =
      density == .bare ? style.say(nb: "diff.", en: "diff.") : style.say(nb: "forskjell", en: "difference")
    return word + ", " + unit(of: outcome).ofDifference.shortSymbol(in: style.language)
  }

  private func groups(of outcome: String) -> [[String: String]] {
    var groups: [[String: String]] = []
    for row in result.rows where row.outcome == outcome && !groups.contains(row.group) {
      // Pictures can have divisions of their own.
      if row.group.isEmpty || Set(row.group.keys) == Set(result.plan.by) { groups.append(row.group) }
    }
    return groups.isEmpty ? [[:]] : groups
  }

  private func level(
    _ outcome: String, _ scenario: String, _ group: [String: String], _ density: Density, margin: String, isAlone: Bool
  ) -> Grid.Row {
    let unit = unit(of: outcome)
    let symbol = density == .bare ? "" : " " + unit.shortSymbol(in: style.language)
    let cells = result.plan.years.map { year -> Grid.Cell in
      guard let estimate = estimate(outcome, scenario, nil, group, year) else {
        return absent(outcome, scenario, nil, group, year)
      }
      return EstimateText(unit, style).level(estimate, symbol: symbol, showsInterval: isAlone)
    }
    return Grid.Row(label: margin + scenario, cells: cells)
  }

  private func difference(
    _ outcome: String, _ scenario: String, _ base: String, _ group: [String: String]
  ) -> Grid.Row {
    let unit = unit(of: outcome).ofDifference
    let estimates = result.plan.years.map { estimate(outcome, scenario, base, group, $0) }
    let cells = zip(result.plan.years, estimates).map { year, estimate -> Grid.Cell in
      guard let estimate else { return absent(outcome, scenario, base, group, year) }
      return EstimateText(unit, style).difference(estimate)
    }
    let coversZero = estimates.allSatisfy { estimate in
      guard let low = estimate?.low, let high = estimate?.high else { return true }
      return low <= 0 && high >= 0
    }
    return Grid.Row(label: "", cells: cells, ink: coversZero ? .dim : nil)
  }

  private func estimate(
    _ outcome: String, _ scenario: String, _ base: String?, _ group: [String: String], _ year: Int
  ) -> Estimate? {
    cells[CellKey(outcome: outcome, scenario: scenario, base: base, group: group, year: year)]
  }

  /// What stands where there is no number.
  private func absent(
    _ outcome: String, _ scenario: String, _ base: String?, _ group: [String: String], _ year: Int
  ) -> Grid.Cell {
    let key = CellKey(outcome: outcome, scenario: scenario, base: base, group: group, year: year)
    return Grid.Cell(suppressed.contains(key) ? ":" : "..")
  }
}

/// What identifies a cell of a result.
struct CellKey: Hashable {
  var outcome: String
  var scenario: String
  var base: String?
  var group: [String: String]
  var year: Int
}

extension CellKey {
  init(_ row: ResultRow) {
    self.init(outcome: row.outcome, scenario: row.scenario, base: row.base, group: row.group, year: row.year)
  }
}

extension Estimate {
  /// Zero in every replicate, as a lever that does nothing gives.
  var isExactlyZero: Bool { value == 0 && (low ?? 0) == 0 && (high ?? 0) == 0 }
}
