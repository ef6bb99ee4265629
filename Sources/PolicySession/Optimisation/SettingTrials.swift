import PolicyCore

/// What was measured of the settings that were tried, in every run.
struct SettingTrials {
  let plan: OptimisationPlan
  let size: RunSize
  /// By setting and term: the value in each run; empty when there is no number.
  private(set) var values: [[Int]: [[Double]]] = [:]

  init(_ plan: OptimisationPlan, size: RunSize) {
    self.plan = plan
    self.size = size
  }

  mutating func add(_ terms: [[Double]], of setting: [Int]) { values[setting] = terms }

  /// Those of which all numbers are known, in order.
  var settings: [[Int]] {
    values.filter { $0.value.allSatisfy { !$0.isEmpty } }.keys.sorted { $0.lexicographicallyPrecedes($1) }
  }

  private func estimate(_ values: [Double]) -> Estimate? {
    values.isEmpty ? nil : Estimate(replicates: values, uncertainty: size.uncertainty)
  }

  func estimate(_ term: Int, of setting: [Int]) -> Estimate? { values[setting].flatMap { estimate($0[term]) } }

  /// The central estimate alone.
  private func center(_ term: Int, of setting: [Int]) -> Double? {
    guard let values = values[setting]?[term], !values.isEmpty else { return nil }
    return values.reduce(0, +) / Double(values.count)
  }

  /// The paired difference of the objective between two settings.
  func change(of setting: [Int], from other: [Int]) -> Estimate? {
    guard let own = values[setting]?[0], let base = values[other]?[0], !own.isEmpty, own.count == base.count else {
      return nil
    }
    return estimate(zip(own, base).map { $0 - $1 })
  }

  // MARK: Order

  /// How far the central estimates lie beyond their bounds, each in parts of what the settings span; 0 within all.
  func excess(of setting: [Int]) -> Double {
    plan.conditions.indices.reduce(0) { sum, index in
      guard let value = center(index + 1, of: setting) else { return .infinity }
      let condition = plan.conditions[index]
      // A bound that is excluded is not reached by touching it.
      let distance = max((condition.lower ?? -.infinity) - value, value - (condition.upper ?? .infinity))
      guard distance > 0 || condition.isStrict && distance == 0 else { return sum }
      return sum + max(distance / span(of: index + 1), .leastNormalMagnitude)
    }
  }

  /// From the smallest to the largest value of a term.
  private func span(of term: Int) -> Double {
    let all = values.keys.compactMap { center(term, of: $0) }
    guard let low = all.min(), let high = all.max(), high > low else { return 1 }
    return high - low
  }

  /// The objective, the better the larger.
  private func merit(of setting: [Int]) -> Double {
    guard let value = center(0, of: setting) else { return -.infinity }
    return plan.aim == .maximise ? value : -value
  }

  /// The best of some settings: within the bounds or nearest to them, then by the objective; the first where these are equal.
  func best(of settings: [[Int]]) -> [Int]? {
    settings.map { (setting: $0, excess: excess(of: $0), merit: merit(of: $0)) }
      .min { ($0.excess, -$0.merit) < ($1.excess, -$1.merit) }?.setting
  }

  func standing(of setting: [Int]) -> Optimisation.Standing {
    let statuses = plan.conditions.indices.map { index in
      Judgement(
        estimate(index + 1, of: setting), plan: plan.conditions[index], replicates: size.replicates,
        uncertainty: size.uncertainty
      ).status
    }
    return statuses.contains(.failed) ? .fails : statuses.contains(.undecided) ? .open : .holds
  }

  // MARK: Front

  /// The settings that no other one beats in something without losing in anything, by central estimates.
  var front: Set<[Int]> {
    guard !plan.conditions.isEmpty else { return [] }
    let scores = settings.map { setting in
      (setting: setting, score: [merit(of: setting)] + plan.conditions.indices.map { room(of: $0, at: setting) })
    }
    return Set(
      scores.filter { own in
        !scores.contains { other in
          other.score != own.score && zip(other.score, own.score).allSatisfy { $0 >= $1 }
        }
      }.map(\.setting))
  }

  /// What a condition measures, the better the larger.
  private func room(of condition: Int, at setting: [Int]) -> Double {
    let value = center(condition + 1, of: setting) ?? .nan
    return plan.conditions[condition].upper == nil ? value : -value
  }
}
