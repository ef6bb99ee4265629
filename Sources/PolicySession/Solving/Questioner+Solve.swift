import PolicyCore

extension Questioner {
  /// The settings of a lever that reach a goal: a coarse grid first, then halves of what is left open.
  func solve(_ plan: SolvePlan, withEvidence: Bool) throws -> (solution: Solution, result: ComparisonResult) {
    let share = withEvidence ? 0.9 : 1
    let grid = SettingSearch.grid(last: plan.lastSetting)
    var search = SettingSearch(plan.goal, last: plan.lastSetting)
    var simulated = grid
    let widest = zip(grid, grid.dropFirst()).map { $1 - $0 }.max() ?? 1
    let rounds = widest > 1 ? Int.bitWidth - (widest - 1).leadingZeroBitCount : 0
    // A round has few settings, the grid has many.
    let weight = Double(grid.count) + Double(3 * rounds)
    func fraction(_ round: Int) -> Double {
      min((Double(grid.count) + Double(3 * round)) / weight, 1) * share
    }
    let first = try part(from: 0, to: fraction(0)).answer(plan.question(grid, comparesNeighbours: true))
    var result = first
    result.rows = first.rows.filter { $0.base == nil || $0.base == plan.reference.name }
    if let remark = Self.remark(on: grid.map({ plan.row(of: $0, in: first) }), of: plan.goal.measured) {
      return finish(plan, .undecided, search, simulated, grid, result, remark: remark)
    }
    for setting in grid { search.add(plan.estimate(at: setting, in: first)!, at: setting) }
    let trend = Trend(zip(grid, grid.dropFirst()).map { plan.change(from: $0, to: $1, in: first) })
    guard !trend.turns else { return finish(plan, .notMonotone, search, simulated, grid, result) }
    search.isFalling = trend.isFalling
    var round = 0
    while !search.next.isEmpty {
      let next = search.next
      let answer = try part(from: fraction(round), to: fraction(round + 1))
        .answer(points: plan.question(next, comparesNeighbours: false))
      for setting in next {
        guard let estimate = plan.estimate(at: setting, in: answer) else {
          return finish(
            plan, .undecided, search, simulated, grid, result,
            remark: plan.goal.formula.withoutNumber(inYear: plan.goal.year))
        }
        search.add(estimate, at: setting)
      }
      simulated += next
      result.rows += answer.rows.filter { $0.scenario != plan.reference.name }
      round += 1
    }
    let status: Solution.Status =
      search.solution == nil
      ? .nowhere : search.startsWithRange && search.endsWithRange ? .everywhere : .found
    var (solution, whole) = finish(plan, status, search, simulated, grid, result)
    if withEvidence, let setting = solution.setting {
      let name = LeverPoint(plan.scenario, [.init(lever: plan.lever, number: setting)]).name
      try addEvidence(to: &whole, of: name, Measure(outcome: plan.goal.outcome, year: plan.goal.year))
    }
    return (solution, whole)
  }

  private func finish(
    _ plan: SolvePlan, _ status: Solution.Status, _ search: SettingSearch, _ simulated: [Int], _ grid: [Int],
    _ result: ComparisonResult, remark: Label? = nil
  ) -> (solution: Solution, result: ComparisonResult) {
    let settings = simulated.sorted()
    var result = result
    result.plan = plan.question(settings, comparesNeighbours: false)
    result.notes += notes(for: result)
    var solution = Solution(
      plan: plan, status: status,
      points: settings.map {
        Solution.Point(
          setting: plan.number(of: $0), estimate: search.estimates[$0] ?? plan.estimate(at: $0, in: result),
          isOfGrid: grid.contains($0))
      }, remark: remark)
    guard status == .found || status == .everywhere, let range = search.solution else {
      solution.nearest = status == .nowhere ? search.nearest.map(plan.number) : nil
      return (solution, result)
    }
    func edge(_ setting: Int, _ bounds: (low: Int?, high: Int?), _ isEndOfRange: Bool) -> Solution.Edge {
      Solution.Edge(
        setting: plan.number(of: setting), low: bounds.low.map(plan.number), high: bounds.high.map(plan.number),
        isEndOfRange: isEndOfRange)
    }
    solution.from = edge(range.lowerBound, search.start, search.startsWithRange)
    solution.to = edge(range.upperBound, search.end, search.endsWithRange)
    return (solution, result)
  }

  /// Why numbers cannot be judged by; `nil` when they can.
  static func remark(on rows: [ResultRow?], of term: MeasuredTerm) -> Label? {
    if rows.contains(where: { $0?.isSuppressed == true }) {
      return Label(
        nb: "Tallene hviler på færre enn 5 personer i egne data, eller ville røpe et slikt tall, og er skjult.",
        en:
          "The numbers rest on fewer than 5 persons of own microdata, or would give such a number away, and are hidden."
      )
    }
    if rows.contains(where: { $0?.estimate == nil }) {
      return term.formulas[term.outcome].withoutNumber(inYear: term.year)
    }
    guard rows.contains(where: { $0?.estimate?.low == nil }) else { return nil }
    return Label(
      nb:
        "Én kjøring gir ikke noe intervall, så ingen innstilling kan skilles fra en annen; bruk --replicates 8 eller flere.",
      en: "One run gives no interval, so no setting can be told from another; use --replicates 8 or more.")
  }
}

/// Which way an outcome goes over neighbouring settings, as far as their paired differences can be told from zero.
struct Trend {
  private(set) var rises = false
  private(set) var falls = false
  private var total = 0.0

  init(_ changes: [Estimate]) {
    for change in changes {
      if let low = change.low, low > 0 { rises = true }
      if let high = change.high, high < 0 { falls = true }
      total += change.value
    }
  }

  /// It rises somewhere and falls elsewhere.
  var turns: Bool { rises && falls }
  /// Where nothing can be told from zero, the whole change decides.
  var isFalling: Bool { falls || !rises && total < 0 }
}

extension SolvePlan {
  /// What is simulated beside the settings: the other side of the goal's difference, else the scenario as it stands.
  var reference: ScenarioPlan { other ?? scenario }

  /// The question about some settings, in order.
  ///
  /// - Parameter comparesNeighbours: Asks for the paired difference of each setting from the one before it.
  func question(_ settings: [Int], comparesNeighbours: Bool) -> ComparisonPlan {
    ComparisonPlan(
      scenarios: [reference] + settings.map { point($0).plan }, outcomes: [goal.outcome],
      years: [goal.year], frame: goal.asked.frame,
      pairs: comparesNeighbours
        ? settings.indices.dropFirst().map { ScenarioPair(minuend: $0 + 1, subtrahend: $0) } : [])
  }

  /// The row of the goal's term at a setting; where the moved scenario is subtracted, its opposite.
  func row(of setting: Int, in answer: ComparisonResult) -> ResultRow? {
    let name = point(setting).name
    let base = other?.name
    return answer.rows.first { $0.scenario == name && $0.base == base && $0.group == goal.group }
  }

  func estimate(at setting: Int, in answer: ComparisonResult) -> Estimate? {
    let estimate = row(of: setting, in: answer)?.estimate
    return isSubtracted ? estimate?.opposite : estimate
  }

  /// The paired change of the goal's term between two settings that were asked about side by side.
  fileprivate func change(from first: Int, to second: Int, in answer: ComparisonResult) -> Estimate {
    let (name, base) = (point(second).name, point(first).name)
    let row = answer.rows.first { $0.scenario == name && $0.base == base && $0.group == goal.group }
    let change = row?.estimate ?? Estimate(value: 0)
    return isSubtracted ? change.opposite : change
  }
}

extension Estimate {
  fileprivate var opposite: Estimate { Estimate(value: -value, low: high.map(-), high: low.map(-)) }
}
