import PolicyCore

/// The lines of a sweep's picture: an outcome over the values of the first lever, a line for each group or each value of
/// the second lever.
struct SweepSeries {
  struct Line {
    var label: String
    /// By the position of the value on the lever's axis; `nil` where there is no number.
    var levels: [Estimate?]
    var differences: [Estimate?]
    /// The reference's level, the same for all values.
    var reference: Estimate?
  }

  var lines: [Line] = []
  /// Of levels.
  var unit: Unit = .share

  init(_ plot: PlotPlan, of plan: SweepPlan, in result: ComparisonResult, _ names: Names) {
    let rows = result.rows.filter { Measure(outcome: $0.outcome, year: $0.year) == plot.measure }
    unit = rows.first { $0.base == nil }?.unit ?? .share
    var groups: [[String: String]] = [[:]]
    if let by = plot.by {
      groups = []
      for row in rows where Set(row.group.keys) == [by] && !groups.contains(row.group) { groups.append(row.group) }
    }
    let points = plan.points
    let inner = plan.axes.count > 1 ? plan.axes[1].numbers.count : 1
    for group in groups {
      func estimate(_ scenario: String, _ base: String?) -> Estimate? {
        rows.first { $0.scenario == scenario && $0.base == base && $0.group == group }?.estimate
      }
      for position in 0..<inner {
        let own = stride(from: position, to: points.count, by: inner).map { points[$0].name }
        let label =
          plan.axes.count > 1
          ? plan.axes[1].lever.shown(plan.axes[1].numbers[position], in: names.language)
          : plot.by == nil ? plan.scenario.name : names.group(group, by: plan.by)
        lines.append(
          Line(
            label: label, levels: own.map { estimate($0, nil) },
            differences: own.map { estimate($0, plan.reference.name) },
            reference: estimate(plan.reference.name, nil)))
      }
    }
  }
}
