import PolicyCore

/// Expectations that one run of the engine can answer: same clock and cohort, and what is subtracted.
///
/// A single condition on a group is asked as `by` that group's attribute, which gives all persons too, so that
/// expectations about everybody, about men and about women share a run.
struct ExpectationBatch: Sendable {
  /// Positions in the list that was divided.
  private(set) var members: [Int] = []
  private(set) var question: ComparisonPlan

  /// Divides expectations into as few questions as possible.
  static func divide(_ plans: [ExpectationPlan]) -> [ExpectationBatch] {
    var batches: [ExpectationBatch] = []
    // Differences first: they fix a reference, and a level can join whichever run has its scenario.
    let differences = plans.indices.filter { plans[$0].reference != nil }
    let levels = plans.indices.filter { plans[$0].reference == nil }
    for position in differences + levels {
      let plan = plans[position]
      if let found = batches.indices.first(where: { batches[$0].canTake(plan) }) {
        batches[found].add(position, plan)
      } else {
        batches.append(ExpectationBatch(position, plan))
      }
    }
    return batches
  }

  private init(_ position: Int, _ plan: ExpectationPlan) {
    question = ComparisonPlan(
      scenarios: [], outcomes: [], clock: plan.clock, years: [], filters: plan.commonFilters, cohorts: plan.cohorts)
    add(position, plan)
  }

  private func canTake(_ plan: ExpectationPlan) -> Bool {
    guard question.clock == plan.clock, question.cohorts == plan.cohorts, question.filters == plan.commonFilters,
      question.by.isEmpty || plan.by.isEmpty || question.by == plan.by,
      !question.outcomes.contains(plan.outcome) || question.formulas[plan.outcome] == plan.formula
    else { return false }
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
    question.formulas.merge(plan.formulas) { $1 }
    question.years = Set(question.years).union(plan.years).sorted()
    if question.by.isEmpty { question.by = plan.by }
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

  /// The category that its only condition asks for, when it is no more than that.
  private var category: (attribute: String, key: String)? { filters.count == 1 ? filters[0].condition.category : nil }

  /// The attribute that the question is divided by.
  var by: [String] { category.map { [$0.attribute] } ?? [] }

  /// The conditions that stay conditions.
  var commonFilters: [GroupFilter] { category == nil ? filters : [] }

  /// The group of the result rows that answer it.
  var group: [String: String] { category.map { [$0.attribute: $0.key] } ?? [:] }
}
