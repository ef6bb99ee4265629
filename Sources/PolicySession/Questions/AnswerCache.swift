import PolicyCore
import Synchronization

/// Answers by question and size: results are a pure function of these, so copies of a session share them.
final class AnswerCache: Sendable {
  struct Key: Hashable, Sendable {
    var plan: ComparisonPlan
    var size: RunSize
    var parameters: [ParameterDeclaration]

    init(plan: ComparisonPlan, size: RunSize, parameters: [ParameterDeclaration]) {
      self.plan = plan
      self.size = size
      self.size.threads = 0  // Threads have no influence on results.
      self.parameters = parameters
    }
  }

  private let answers = Mutex<[Key: ComparisonResult]>([:])
  private let limit = 200

  subscript(key: Key) -> ComparisonResult? {
    get { answers.withLock { $0[key] } }
    set {
      answers.withLock { answers in
        if answers.count >= limit { answers.removeAll() }
        answers[key] = newValue
      }
    }
  }

  /// The answer to some question that meets a condition.
  func first(where matches: (Key) -> Bool) -> ComparisonResult? {
    answers.withLock { answers in answers.first { matches($0.key) }?.value }
  }

  /// An answer that holds every row of the answer to this question, and perhaps more.
  func answer(covering key: Key) -> ComparisonResult? {
    answers.withLock { answers in
      answers.first {
        $0.key.size == key.size && $0.key.parameters == key.parameters && $0.key.plan.covers(key.plan)
      }?.value
    }
  }
}

extension ComparisonPlan {
  /// Whether the answer to this question holds the answer to another, both subtracting the same scenario.
  func covers(_ other: ComparisonPlan) -> Bool {
    guard other.pairs.isEmpty, frame.holds(other.frame), scenarios.indices.contains(reference),
      other.scenarios.indices.contains(other.reference)
    else { return false }
    return scenarios[reference] == other.scenarios[other.reference] && Set(other.scenarios).isSubset(of: scenarios)
      && Set(other.outcomes).isSubset(of: outcomes) && Set(other.years).isSubset(of: years)
  }
}
