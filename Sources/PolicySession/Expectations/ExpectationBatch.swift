import PolicyCore

/// Expectations that one run of the engine can answer: same clock and cohort, and what is subtracted.
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
    question = ComparisonPlan(scenarios: [], outcomes: [], years: [], frame: plan.asked.frame)
    add(position, plan)
  }

  private func canTake(_ plan: ExpectationPlan) -> Bool {
    guard question.frame.joined(with: plan.asked.frame) != nil else { return false }
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
    question.frame = question.frame.joined(with: plan.asked.frame) ?? question.frame
    question.years = Set(question.years).union(plan.years).sorted()
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

  var asked: AskedFrame { AskedFrame(frame) }
  /// The group of the result rows that answer it.
  var group: [String: String] { asked.group }
}

extension MeasuredTerm {
  var asked: AskedFrame { AskedFrame(frame) }
}

/// How a frame is put to the engine: a single condition on a category is a group of a division, so that questions about
/// everybody, about men and about women share a run.
struct AskedFrame {
  var frame: QuestionFrame
  /// The group of the result rows that answer it.
  var group: [String: String] = [:]

  init(_ frame: QuestionFrame) {
    self.frame = frame
    guard frame.filters.count == 1, let category = frame.filters[0].condition.category else { return }
    self.frame = frame.divided(by: [category.attribute])
    self.frame.filters = []
    group = [category.attribute: category.key]
  }
}
