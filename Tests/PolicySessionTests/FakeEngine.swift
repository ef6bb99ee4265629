import PolicyCore
import Synchronization

/// An engine in closed form: what it answers can be worked out by hand.
///
/// A level is `0.3 + 0.04·year`, plus for women −0.1, plus each lever's effect: the lever's distance from its baseline,
/// times the product or sum of parameters that `effects` gives it. The half-width of every interval is `noise` over the
/// root of the runs, and exact zeros have none. A `game` adds what the scenario as a whole is worth.
final class FakeEngine: PolicyEngine {
  typealias Effect = @Sendable (LeverValue, (String) -> Double) -> Double

  private let parameters: [String: Double]
  private let effects: [String: Effect]
  private let asked = Mutex<[ComparisonPlan]>([])
  /// Years after which cohorts are not followed.
  let lastYear: Int
  let failure: EngineFailure?
  private let noise: Double
  private let game: @Sendable (ScenarioPlan) -> Double
  private let refuses: @Sendable (ScenarioPlan) -> Bool

  init(
    parameters: [String: Double] = [:], effects: [String: Effect] = [:], lastYear: Int = 9,
    failure: EngineFailure? = nil, noise: Double = 0.01,
    game: @escaping @Sendable (ScenarioPlan) -> Double = { _ in 0 },
    refuses: @escaping @Sendable (ScenarioPlan) -> Bool = { _ in false }
  ) {
    self.game = game
    self.refuses = refuses
    self.parameters = parameters
    self.noise = noise
    self.effects = effects
    self.lastYear = lastYear
    self.failure = failure
  }

  /// All questions so far.
  var questions: [ComparisonPlan] { asked.withLock { $0 } }

  func answer(
    _ plan: ComparisonPlan, size: RunSize, cancellation: Cancellation,
    progress: @escaping @Sendable (RunProgress) -> Void
  ) throws -> ComparisonResult {
    asked.withLock { $0.append(plan) }
    if let failure { throw failure }
    if plan.scenarios.contains(where: refuses) { throw EngineFailure(Label(nb: "nei", en: "no")) }
    for step in 1...4 {
      if cancellation.isCancelled { throw Cancelled() }
      progress(RunProgress(fraction: Double(step) / 4))
    }
    let groups = [[:]] + (plan.by.contains("sex") ? ["man", "woman"].map { ["sex": $0] } : [])
    var rows: [ResultRow] = []
    for (outcome, group, year) in plan.outcomes.flatMap({ outcome in
      groups.flatMap { group in plan.years.map { (outcome, group, $0) } }
    }) {
      let base = level(plan.scenarios[plan.reference], group, plan.filters, year)
      for (index, scenario) in plan.scenarios.enumerated() {
        let level = level(scenario, group, plan.filters, year)
        let (unit, whole) = Self.amounts[outcome] ?? (.share, 1)
        func row(_ base: String?, _ value: Double, _ unit: Unit) -> ResultRow {
          ResultRow(
            outcome: outcome, scenario: scenario.name, base: base, group: group, year: year, unit: unit,
            estimate: year > lastYear ? nil : estimate(value, isDifference: base != nil, size, whole),
            replicates: year > lastYear ? [] : Array(repeating: value * whole, count: size.replicates), persons: 1000)
        }
        rows.append(row(nil, level, unit))
        guard index != plan.reference else { continue }
        rows.append(row(plan.scenarios[plan.reference].name, level - base, unit.ofDifference))
        for pair in plan.pairs where pair.minuend == index {
          let other = plan.scenarios[pair.subtrahend]
          rows.append(row(other.name, level - self.level(other, group, plan.filters, year), unit.ofDifference))
        }
      }
    }
    return ComparisonResult(plan: plan, rows: rows, size: size, intervals: size.replicates > 1 ? [.monteCarlo] : [])
  }

  private func level(_ scenario: ScenarioPlan, _ group: [String: String], _ filters: [GroupFilter], _ year: Int)
    -> Double
  {
    let isWomen = group["sex"] == "woman" || filters.contains { $0.condition.category?.key == "woman" }
    var level = 0.3 + 0.04 * Double(year) + (isWomen ? -0.1 : 0) + game(scenario)
    for setting in scenario.settings {
      guard let effect = effects[setting.slot] else { continue }
      level += effect(setting.value) { scenario.parameters[$0] ?? self.parameters[$0] ?? 0 }
    }
    return level
  }

  private func estimate(_ value: Double, isDifference: Bool, _ size: RunSize, _ whole: Double) -> Estimate {
    guard size.replicates > 1 else { return Estimate(value: value * whole) }
    let half = isDifference && value == 0 ? 0 : noise / Double(size.replicates).squareRoot()
    return Estimate(value: value * whole, low: (value - half) * whole, high: (value + half) * whole)
  }
}
