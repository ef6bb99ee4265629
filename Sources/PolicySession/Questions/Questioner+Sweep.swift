import PolicyCore

extension Questioner {
  /// The answer to a `sweep`: the levels of every point and of the reference, and the points' differences from it.
  func sweep(_ plan: SweepPlan, withEvidence: Bool) throws -> ComparisonResult {
    // An answer by groups holds that for all persons too, so the divided questions come first.
    var divisions: [[String]] = [plan.by]
    for by in plan.plots.map({ $0.by.map { [$0] } ?? [] }) where !divisions.contains(by) { divisions.append(by) }
    let parts = divisions.sorted { !$0.isEmpty && $1.isEmpty }
    let share = withEvidence ? 0.9 : 1
    var answers: [[String]: ComparisonResult] = [:]
    for (index, by) in parts.enumerated() {
      let (start, end) = (Double(index) / Double(parts.count), Double(index + 1) / Double(parts.count))
      answers[by] = try part(from: start * share, to: end * share).answer(points: plan.question(by: by))
    }
    guard var result = answers[plan.by] else { throw Cancelled() }
    result.rows = rows(of: plan, in: answers)
    result.notes += notes(for: result)
    if withEvidence { try addEvidence(to: &result, of: plan) }
    return result
  }

  /// The rows that were asked for, each once: the table's, then the pictures'.
  private func rows(of plan: SweepPlan, in answers: [[String]: ComparisonResult]) -> [ResultRow] {
    var wanted: [(measures: [Measure], by: [String])] = [(plan.measures, plan.by)]
    wanted += plan.plots.map { ([$0.measure], $0.by.map { [$0] } ?? []) }
    var seen: Set<ResultRow> = []
    return wanted.flatMap { measures, by in
      (answers[by]?.rows ?? []).filter { row in
        measures.contains(Measure(outcome: row.outcome, year: row.year)) && seen.insert(row).inserted
      }
    }
  }

  /// What the largest difference of the first outcome rests on: the others run through the same links.
  private func addEvidence(to result: inout ComparisonResult, of plan: SweepPlan) throws {
    guard let measure = plan.allMeasures.first else { return }
    let differences = result.rows.filter { row in
      row.base != nil && row.group.isEmpty && Measure(outcome: row.outcome, year: row.year) == measure
    }
    let largest = differences.max { abs($0.estimate?.value ?? 0) < abs($1.estimate?.value ?? 0) }
    guard let scenario = largest?.scenario else { return }
    try addEvidence(to: &result, of: scenario, measure)
  }

  /// What one scenario's difference rests on.
  func addEvidence(to result: inout ComparisonResult, of scenario: String, _ measure: Measure) throws {
    var one = result
    one.plan.scenarios = one.plan.scenarios.prefix(1) + one.plan.scenarios.filter { $0.name == scenario }
    one.plan.outcomes = [measure.outcome]
    one.plan.years = [measure.year]
    let (evidence, notes) = try part(from: 0.9, to: 1).attributeToGrades(one)
    result.evidence = evidence
    result.notes += notes
  }
}
