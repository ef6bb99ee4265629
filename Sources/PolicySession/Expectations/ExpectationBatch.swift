import PolicyCore

/// Expectations that one run of the engine can answer: same clock, cohort, groups and reference.
///
/// A single condition on a group is asked as `by` that group's attribute, so that expectations about men and about women
/// share a run.
struct ExpectationBatch: Sendable {
  private struct Key: Hashable {
    var clock: Clock
    var cohorts: CohortRange?
    var by: [String]
    var filters: [GroupFilter]

    init(_ plan: ExpectationPlan) {
      clock = plan.clock
      cohorts = plan.cohorts
      by = plan.filters.count == 1 ? plan.filters.map(\.attribute) : []
      filters = plan.filters.count == 1 ? [] : plan.filters
    }
  }

  /// Positions in the list that was divided.
  var members: [Int]
  var question: ComparisonPlan

  /// Divides expectations into as few questions as possible.
  static func divide(_ plans: [ExpectationPlan]) -> [ExpectationBatch] {
    var batches: [ExpectationBatch] = []
    var keys: [Key] = []
    // Differences first: they fix a reference, and a level can join whichever run has its scenario.
    let order = plans.indices.sorted {
      (plans[$0].reference == nil ? 1 : 0, $0) < (plans[$1].reference == nil ? 1 : 0, $1)
    }
    for position in order {
      let plan = plans[position]
      let key = Key(plan)
      let found = batches.indices.first { keys[$0] == key && batches[$0].canTake(plan) }
      if let found {
        batches[found].add(position, plan)
      } else {
        keys.append(key)
        batches.append(ExpectationBatch(position, plan, by: key.by, filters: key.filters))
      }
    }
    return batches
  }

  private init(_ position: Int, _ plan: ExpectationPlan, by: [String], filters: [GroupFilter]) {
    members = [position]
    question = ComparisonPlan(
      scenarios: plan.scenarios, outcomes: [plan.outcome], clock: plan.clock, years: [plan.year], by: by,
      filters: filters, cohorts: plan.cohorts)
  }

  private func canTake(_ plan: ExpectationPlan) -> Bool {
    if let reference = plan.reference, question.scenarios.first != reference { return false }
    // Rows are told apart by the scenario's name, so one run takes only one scenario of a name.
    return plan.scenarios.allSatisfy { scenario in
      question.scenarios.allSatisfy { $0.name != scenario.name || $0 == scenario }
    }
  }

  private mutating func add(_ position: Int, _ plan: ExpectationPlan) {
    members.append(position)
    for scenario in plan.scenarios where !question.scenarios.contains(scenario) { question.scenarios.append(scenario) }
    if !question.outcomes.contains(plan.outcome) { question.outcomes.append(plan.outcome) }
    if !question.years.contains(plan.year) { question.years = (question.years + [plan.year]).sorted() }
  }
}

extension ExpectationPlan {
  /// What is subtracted, when the term is a difference.
  var reference: ScenarioPlan? {
    if case .difference(_, let subtrahend) = term { subtrahend } else { nil }
  }

  /// The scenarios of the term, the reference first.
  var scenarios: [ScenarioPlan] {
    switch term {
    case .level(let scenario): [scenario]
    case .difference(let minuend, let subtrahend): minuend == subtrahend ? [subtrahend] : [subtrahend, minuend]
    }
  }

  /// The group of the result rows that answer it when its single condition is asked as `by`.
  var group: [String: String] {
    filters.count == 1 ? [filters[0].attribute: filters[0].category] : [:]
  }
}
