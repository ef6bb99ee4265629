import PolicyCore

/// What became of an `optimise` with everything that identifies it, for JSON and CSV alike.
struct SearchRow {
  var question: String
  var search: Optimisation
  var replicates: Int

  /// - Returns: `nil` for another question.
  init?(_ question: AnsweredQuestion) {
    guard case .optimise(let search) = question.form else { return nil }
    self.question = question.text
    self.search = search
    replicates = question.result.size.replicates
  }

  private var plan: OptimisationPlan { search.plan }

  var json: JSONValue {
    .object([
      ("question", .string(question)),
      ("status", .string(search.status.rawValue)),
      ("scenario", .string(plan.scenario.name)),
      ("aim", .string(plan.aim.rawValue)),
      ("goal", term(plan.objective, bounds: [])),
      (
        "conditions",
        .array(
          plan.conditions.map { condition in
            term(
              condition.measured,
              bounds: [
                ("lower", .optional(condition.unit.written(condition.lower))),
                ("upper", .optional(condition.unit.written(condition.upper))),
              ])
          })
      ),
      ("settings", .integer(plan.settingCount)),
      ("best", settings(search.best)),
      ("certain", settings(search.certain)),
      ("nearest", settings(search.nearest)),
      ("tried", .array(search.trials.map(trial))),
      ("replicates", .integer(replicates)),
      ("remark", .optional(search.remark?.en)),
    ])
  }

  private func term(_ term: MeasuredTerm, bounds: [(key: String, value: JSONValue)]) -> JSONValue {
    .object(
      [
        ("text", .string(term.text)), ("outcome", .string(term.outcome)), ("year", .integer(term.year)),
        ("unit", .string(term.unit.symbol)),
      ] + bounds)
  }

  private func settings(_ trial: Optimisation.Trial?) -> JSONValue {
    trial.map { .array($0.point.settings.map(\.json)) } ?? .null
  }

  private func trial(_ trial: Optimisation.Trial) -> JSONValue {
    .object([
      ("settings", settings(trial)),
      ("goal", estimate(trial.objective, plan.objective.unit)),
      ("conditions", .array(zip(trial.conditions, plan.conditions).map { estimate($0, $1.unit) })),
      ("standing", .string(trial.standing.rawValue)),
      ("fromBest", estimate(trial.fromBest, plan.objective.unit.ofDifference)),
      ("isTied", .bool(search.ties.contains(trial))),
      ("isOnFront", .bool(trial.isOnFront)),
      ("isToldFromCheaper", .bool(trial.isToldFromCheaper)),
    ])
  }

  private func estimate(_ estimate: Estimate?, _ unit: Unit) -> JSONValue {
    .object([
      ("value", .optional(unit.written(estimate?.value))), ("low", .optional(unit.written(estimate?.low))),
      ("high", .optional(unit.written(estimate?.high))),
    ])
  }

  // MARK: - CSV

  static let header =
    [
      "file", "question", "status", "scenario", "aim", "lever", "setting", "lever_unit", "lever_2", "setting_2",
      "lever_unit_2", "role", "standing", "tied", "front", "told_from_cheaper", "measure", "outcome", "year", "unit",
      "lower", "upper", "value", "low", "high", "replicates",
    ]

  /// A row for the goal and one for each condition of every setting.
  func fields(file: String) -> [[String]] {
    let ties = Set(search.ties)
    return search.trials.flatMap { trial in
      let moved = (0..<2).flatMap { index in
        index < trial.point.settings.count ? ResultsCSV.fields(trial.point.settings[index]) : ["", "", ""]
      }
      let head =
        [file, question, search.status.rawValue, plan.scenario.name, plan.aim.rawValue] + moved + [
          role(of: trial), trial.standing.rawValue, "\(ties.contains(trial))", "\(trial.isOnFront)",
          "\(trial.isToldFromCheaper)",
        ]
      let goal = row("goal", plan.objective, nil, nil, trial.objective)
      let conditions = zip(plan.conditions, trial.conditions).enumerated().map { index, pair in
        row("condition_\(index + 1)", pair.0.measured, pair.0.lower, pair.0.upper, pair.1)
      }
      return ([goal] + conditions).map { head + $0 }
    }
  }

  private func role(of trial: Optimisation.Trial) -> String {
    switch trial.point {
    case search.best?.point: "best"
    case search.certain?.point: "certain"
    case search.nearest?.point: "nearest"
    default: ""
    }
  }

  private func row(
    _ measure: String, _ term: MeasuredTerm, _ lower: Double?, _ upper: Double?, _ estimate: Estimate?
  ) -> [String] {
    func text(_ value: Double?) -> String { term.unit.written(value).map { "\($0)" } ?? "" }
    return [
      measure, term.outcome, String(term.year), term.unit.symbol, text(lower), text(upper), text(estimate?.value),
      text(estimate?.low), text(estimate?.high), String(replicates),
    ]
  }
}
