import PolicyCore
import PolicyLang

/// A session as a value: what has been defined, and how questions are answered.
///
/// It knows no terminal and no files; a copy is a snapshot to return to. Nothing is parsed before the first `use` and no
/// population made before the first question.
///
/// ```swift
/// var session = try Session(library: Stdlib.text)
/// session.evaluate("use introduction_programme")
/// for output in session.evaluate("compare baseline over 9 years show employed") { … }
/// ```
public struct Session: Sendable {
  /// What has a name.
  public var environment: Environment { state.environment }
  /// How much is simulated for a question from here on.
  public var size: RunSize
  /// Whether comparisons say what their differences rest on, which can take a second, smaller run.
  public var gradesDifferences = true

  /// Modules that completion offers after `use`.
  public let moduleNames: [String]

  let loader: any ModuleLoader
  let fitted: [String: FittedValue]
  private let engine: LazyEngine
  private let cache = AnswerCache()
  var state = SessionState()
  /// What `export answer` writes.
  private var lastAnswer: AnsweredQuestion?
  /// What can be taken back, the last at the end.
  var past: [PastState] = []
  /// Entries so far; each is a file of its own in messages.
  private var entries = 0
  /// Loadings so far, also those that were taken back.
  var nextLoad = 0

  var journal: Journal { state.journal }

  /// - Parameters:
  ///   - loader: Finds the files that `use` names.
  ///   - moduleNames: Modules that completion offers after `use`.
  ///   - fitted: The values of parameters declared as `value fitted`, as `FittedValues` reads them.
  ///   - size: How much is simulated for a question.
  ///   - engine: Makes the engine from what the prelude declares; called at the first question.
  public init(
    loader: any ModuleLoader, moduleNames: [String] = ["introduction_programme"], fitted: [String: FittedValue] = [:],
    size: RunSize = .quick, engine: @escaping @Sendable (Catalogue) throws -> any PolicyEngine
  ) {
    self.loader = loader
    self.moduleNames = moduleNames
    self.fitted = fitted
    self.size = size
    self.engine = LazyEngine(engine)
  }

  /// Takes one entry: a statement, a block, or several of them.
  ///
  /// A definition that fails defines nothing, and an entry with an error asks nothing of the engine.
  ///
  /// - Parameters:
  ///   - name: What messages call the text; by default the entry's number.
  ///   - emit: Gets every output as soon as it is there.
  ///   - progress: Called now and then while a question is simulated, on any thread.
  /// - Returns: All outputs.
  @discardableResult
  public mutating func evaluate(
    _ text: String, named name: String? = nil, cancellation: Cancellation = Cancellation(),
    emit: (SessionOutput) -> Void = { _ in }, progress: @escaping @Sendable (RunProgress) -> Void = { _ in }
  ) -> [SessionOutput] {
    entries += 1
    let file = SourceFile(name: name ?? "entry-\(entries)", text: text)
    let checked = Language.check(file, in: environment, mode: .session, loader: loader, fitted: fitted)
    if let change = checked.change {
      remember(state, change, checked.sources.reduce(into: []) { $0.formUnion($1.defines) })
    }
    state.environment = checked.environment
    return perform(checked, of: file, load: nil, cancellation: cancellation, emit: emit, progress: progress)
  }

  /// Does what was checked, and writes down what was done.
  mutating func perform(
    _ checked: Checked, of file: SourceFile, load: Int?, cancellation: Cancellation, emit: (SessionOutput) -> Void,
    progress: @escaping @Sendable (RunProgress) -> Void
  ) -> [SessionOutput] {
    var performance = Performance(
      file: file, checked: checked,
      questioner: questioner(checked.environment.catalogue, cancellation: cancellation, progress: progress),
      gradesDifferences: gradesDifferences, lastAnswer: lastAnswer)
    var outputs: [SessionOutput] = []
    func record(_ output: SessionOutput) {
      outputs.append(output)
      emit(output)
    }
    if !checked.diagnostics.isEmpty { record(.diagnostics(checked.diagnostics)) }
    let done = performance.run(checked.hasErrors ? .definitions : .everything, emit: record)
    lastAnswer = performance.lastAnswer
    let statements = zip(checked.statements, checked.sources).enumerated().filter { index, pair in
      // An error leaves questions out, and a run that was stopped what follows it; definitions stand all the same.
      !pair.1.defines.isEmpty || index < done && !checked.hasErrors
    }
    state.journal.say(statements.map(\.element.0), statements.map(\.element.1), load: load)
    return outputs
  }

  func questioner(
    _ catalogue: Catalogue, cancellation: Cancellation, progress: @escaping @Sendable (RunProgress) -> Void
  ) -> Questioner {
    Questioner(
      engine: engine, cache: cache, catalogue: catalogue, size: size, cancellation: cancellation, progress: progress)
  }
}
