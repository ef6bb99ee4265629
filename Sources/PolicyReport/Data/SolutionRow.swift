import PolicyCore

/// What became of a `solve` with everything that identifies it, for JSON and CSV alike.
struct SolutionRow {
  var question: String
  var solution: Solution
  var replicates: Int

  /// - Returns: `nil` for another question.
  init?(_ question: AnsweredQuestion) {
    guard case .solve(let solution) = question.form else { return nil }
    self.question = question.text
    self.solution = solution
    replicates = question.result.size.replicates
  }

  private var plan: SolvePlan { solution.plan }

  /// In the lever's unit as it is written in source.
  private func setting(_ number: Double?) -> Double? { plan.lever.scale.unit.written(number) }

  private func outcome(_ number: Double?) -> Double? { plan.goal.unit.written(number) }

  var json: JSONValue {
    .object([
      ("question", .string(question)),
      ("status", .string(solution.status.rawValue)),
      ("lever", .string(plan.lever.name)),
      ("scenario", .string(plan.scenario.name)),
      ("unit", .string(plan.lever.scale.unit.symbol)),
      ("from", edge(solution.from)),
      ("to", edge(solution.to)),
      ("nearest", .optional(setting(solution.nearest))),
      ("outcome", .string(plan.goal.outcome)),
      ("year", .integer(plan.goal.year)),
      ("outcomeUnit", .string(plan.goal.unit.symbol)),
      (
        "bounds",
        .object([
          ("lower", .optional(outcome(plan.goal.lower))), ("upper", .optional(outcome(plan.goal.upper))),
        ])
      ),
      ("tried", .array(solution.points.map(point))),
      ("replicates", .integer(replicates)),
      ("remark", .optional(solution.remark?.en)),
    ])
  }

  private func edge(_ edge: Solution.Edge?) -> JSONValue {
    guard let edge else { return .null }
    return .object([
      ("setting", .optional(setting(edge.setting))), ("low", .optional(setting(edge.low))),
      ("high", .optional(setting(edge.high))), ("isEndOfRange", .bool(edge.isEndOfRange)),
    ])
  }

  private func point(_ point: Solution.Point) -> JSONValue {
    .object([
      ("setting", .optional(setting(point.setting))), ("value", .optional(outcome(point.estimate?.value))),
      ("low", .optional(outcome(point.estimate?.low))), ("high", .optional(outcome(point.estimate?.high))),
    ])
  }

  // MARK: - CSV

  static let header = [
    "file", "question", "status", "lever", "scenario", "lever_unit", "from", "from_low", "from_high", "to", "to_low",
    "to_high", "nearest", "outcome", "year", "outcome_unit", "lower", "upper", "value", "low", "high", "replicates",
  ]

  /// `value`, `low` and `high` are the goal's term where it begins to be reached, or at the nearest setting.
  func fields(file: String) -> [String] {
    let edges = [solution.from, solution.to].flatMap { edge in
      [edge?.setting, edge?.low, edge?.high].map { text(setting($0)) }
    }
    let estimate = solution.setting.flatMap(solution.estimate)
    return [
      file, question, solution.status.rawValue, plan.lever.name, plan.scenario.name, plan.lever.scale.unit.symbol,
    ] + edges + [
      text(setting(solution.nearest)), plan.goal.outcome, String(plan.goal.year), plan.goal.unit.symbol,
      text(outcome(plan.goal.lower)), text(outcome(plan.goal.upper)), text(outcome(estimate?.value)),
      text(outcome(estimate?.low)), text(outcome(estimate?.high)), String(replicates),
    ]
  }

  private func text(_ value: Double?) -> String { value.map { "\($0)" } ?? "" }
}
