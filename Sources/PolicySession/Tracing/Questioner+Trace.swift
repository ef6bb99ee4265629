import PolicyCore

extension Questioner {
  /// The answer to a `trace`: a life, and what was run for it.
  func trace(_ plan: TracePlan) throws -> (trace: LifeTrace, result: ComparisonResult) {
    if cancellation.isCancelled { throw Cancelled() }
    return try engine.engine(for: catalogue)
      .trace(plan, size: size, cancellation: cancellation, progress: progress)
  }
}
