import PolicyCore

extension Questioner {
  /// Judges expectations in as few runs as possible; results stand in the order given.
  func judge(_ plans: [ExpectationPlan]) throws -> [ExpectationResult] {
    var results: [Int: ExpectationResult] = [:]
    let batches = ExpectationBatch.divide(plans)
    for (index, batch) in batches.enumerated() {
      let answer = try part(index, of: batches.count).answer(covering: batch.question)
      for member in batch.members { results[member] = judge(plans[member], ordinal: member + 1, in: answer) }
    }
    return plans.indices.compactMap { results[$0] }
  }

  private func judge(_ plan: ExpectationPlan, ordinal: Int, in answer: ComparisonResult) -> ExpectationResult {
    func rows(_ scenario: ScenarioPlan, minus base: ScenarioPlan?) -> [ResultRow] {
      answer.rows.filter { row in
        row.outcome == plan.outcome && row.scenario == scenario.name && row.base == base?.name
          && plan.years.contains(row.year) && row.group == plan.group
      }
    }
    func find(_ scenario: ScenarioPlan, minus base: ScenarioPlan?) -> Estimate? {
      plan.number(of: rows(scenario, minus: base), uncertainty: answer.size.uncertainty)
    }
    func isSuppressed(_ scenario: ScenarioPlan) -> Bool { rows(scenario, minus: nil).contains(where: \.isSuppressed) }
    let isHidden = plan.scenarios.contains(where: isSuppressed)
    let estimate: Estimate?
    let terms: [ScenarioPlan]
    switch plan.term {
    case .level(let scenario):
      estimate = find(scenario, minus: nil)
      terms = []
    case .difference(let minuend, let subtrahend) where minuend == subtrahend:
      estimate = find(minuend, minus: nil).map { _ in Estimate(value: 0, low: 0, high: 0) }
      terms = [minuend, subtrahend]
    case .difference(let minuend, let subtrahend):
      estimate = find(minuend, minus: subtrahend)
      terms = [minuend, subtrahend]
    }
    let judgement = Judgement(
      estimate, isSuppressed: isHidden, plan: plan, replicates: answer.size.replicates,
      uncertainty: answer.size.uncertainty)
    return ExpectationResult(
      id: "\(ordinal)-\(Self.slug(plan.text))", place: plan.place, text: plan.text, status: judgement.status,
      estimate: estimate, unit: plan.unit, lower: plan.lower, upper: plan.upper, replicates: answer.size.replicates,
      replicatesNeeded: judgement.replicatesNeeded,
      terms: terms.map {
        TermValue(scenario: $0.name, estimate: find($0, minus: nil), isSuppressed: isSuppressed($0))
      },
      isWarning: plan.isWarning, remark: judgement.remark, isSuppressed: isHidden)
  }

  /// The words of a statement as a name for machines: lower-case ASCII joined by hyphens.
  static func slug(_ text: String) -> String {
    let words = text.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    return String(words.drop { $0 == "expect" }.joined(separator: "-").prefix(60))
  }
}
