/// What was asked, beyond the bare comparison that answers it.
public enum QuestionForm: Hashable, Sendable {
  case comparison(plots: [YearsPlot] = [])
  case sweep(SweepPlan)
  case solve(Solution)
  case optimise(Optimisation)
  case attribute(Attribution)
  case sensitivity(Sensitivity)
  case trace(LifeTrace)

  /// The scenarios of the answer that are another one with levers moved.
  public var points: [LeverPoint] {
    switch self {
    case .comparison, .attribute, .sensitivity, .trace: []
    case .sweep(let plan): plan.points
    case .optimise(let optimisation): optimisation.trials.map(\.point)
    case .solve(let solution):
      solution.points.map {
        LeverPoint(solution.plan.scenario, [.init(lever: solution.plan.lever, number: $0.setting)])
      }
    }
  }
}

/// A question of a file or session with its answer.
public struct AnsweredQuestion: Hashable, Sendable {
  /// The statement as written, on one line.
  public var text: String
  public var place: Place
  public var form: QuestionForm
  public var result: ComparisonResult
  /// Wall-clock time that the answer took; never part of a result.
  public var seconds: Double

  public init(
    text: String, place: Place, form: QuestionForm = .comparison(), result: ComparisonResult, seconds: Double
  ) {
    self.text = text
    self.place = place
    self.form = form
    self.result = result
    self.seconds = seconds
  }
}

/// Everything that came of one file.
public struct FileResult: Hashable, Sendable {
  /// The path as given.
  public var path: String
  public var diagnostics: [Diagnostic]
  public var questions: [AnsweredQuestion]
  public var expectations: [ExpectationResult]
  public var snapshots: [SnapshotResult]
  /// Why the simulation could not run, when it could not.
  public var failure: Label?
  public var seconds: Double

  public init(
    path: String, diagnostics: [Diagnostic] = [], questions: [AnsweredQuestion] = [],
    expectations: [ExpectationResult] = [], snapshots: [SnapshotResult] = [], failure: Label? = nil, seconds: Double = 0
  ) {
    self.path = path
    self.diagnostics = diagnostics
    self.questions = questions
    self.expectations = expectations
    self.snapshots = snapshots
    self.failure = failure
    self.seconds = seconds
  }

  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}
