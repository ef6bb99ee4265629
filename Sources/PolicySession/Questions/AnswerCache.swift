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
}
