import PolicyCore
import PolicyLang

// Files are checked on their own, whatever the session has defined; they share its engine and its answers.

extension Session {
  /// Checks a file without simulating.
  public func check(_ file: SourceFile) -> FileResult {
    let start = ContinuousClock.now
    let checked = Language.check(file, mode: .file, loader: loader, fitted: fitted)
    return FileResult(
      path: file.name, diagnostics: checked.diagnostics, seconds: start.duration(to: .now) / .seconds(1))
  }

  /// Runs everything that a file asks and expects.
  ///
  /// - Parameters:
  ///   - recorded: Snapshots on record, by statement; `nil` where there is no place for them.
  ///   - emit: Gets every output as soon as it is there.
  /// - Throws: `Cancelled`; nothing of the file is kept.
  @discardableResult
  public func run(
    _ file: SourceFile, recorded: [String: Snapshot]? = nil, cancellation: Cancellation = Cancellation(),
    emit: (SessionOutput) -> Void = { _ in }, progress: @escaping @Sendable (RunProgress) -> Void = { _ in }
  ) throws(Cancelled) -> FileResult {
    try perform(file, .everything, recorded: recorded, cancellation: cancellation, progress: progress, emit: emit)
  }

  /// Judges what a file expects and leaves its comparisons out.
  ///
  /// - Parameter recorded: Snapshots on record, by statement; `nil` where there is no place for them.
  /// - Throws: `Cancelled`; nothing of the file is kept.
  @discardableResult
  public func test(
    _ file: SourceFile, recorded: [String: Snapshot]? = nil, cancellation: Cancellation = Cancellation(),
    emit: (SessionOutput) -> Void = { _ in }, progress: @escaping @Sendable (RunProgress) -> Void = { _ in }
  ) throws(Cancelled) -> FileResult {
    try perform(file, .expectations, recorded: recorded, cancellation: cancellation, progress: progress, emit: emit)
  }

  private func perform(
    _ file: SourceFile, _ scope: Performance.Scope, recorded: [String: Snapshot]?, cancellation: Cancellation,
    progress: @escaping @Sendable (RunProgress) -> Void, emit: (SessionOutput) -> Void
  ) throws(Cancelled) -> FileResult {
    let start = ContinuousClock.now
    let checked = Language.check(file, mode: .file, loader: loader, fitted: fitted)
    var result = FileResult(path: file.name, diagnostics: checked.diagnostics)
    if !checked.diagnostics.isEmpty { emit(.diagnostics(checked.diagnostics)) }
    var isInterrupted = false
    if !checked.hasErrors {
      var performance = Performance(
        file: file, checked: checked,
        questioner: questioner(checked.environment.catalogue, cancellation: cancellation, progress: progress),
        gradesDifferences: gradesDifferences, recorded: recorded)
      performance.run(scope) { output in
        switch output {
        case .answer(let question): result.questions.append(question)
        case .expectation(let verdict): result.expectations.append(verdict)
        case .snapshot(let snapshot): result.snapshots.append(snapshot)
        case .failure(let message): result.failure = message
        case .interrupted: isInterrupted = true
        default: break
        }
        emit(output)
      }
    }
    if isInterrupted { throw Cancelled() }
    result.seconds = start.duration(to: .now) / .seconds(1)
    return result
  }
}
