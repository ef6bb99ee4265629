import PolicyCore

extension Checker {
  /// An answer that must be the one on record, as a plan.
  mutating func plan(_ snapshot: SnapshotSyntax, at span: Span) -> SnapshotPlan? {
    let problems = diagnostics.count
    let question = plan(snapshot.comparison, at: span)?.plan
    var tolerances: [String: Double] = [:]
    if let tolerance = snapshot.tolerance, let quantity = quantity(tolerance) {
      for name in snapshot.comparison.outcomes {
        guard let outcome = environment.catalogue.outcome(name.text) else { continue }
        let unit = outcome.unit.ofDifference
        guard let converted = quantity.converted(to: unit) else {
          report(.wrongUnit(quantity, expected: unit, tolerance.span))
          break
        }
        tolerances[outcome.slot] = unit.written(abs(converted.value))
      }
    }
    guard !hasErrors(since: problems), let question else { return nil }
    return SnapshotPlan(
      question: question, tolerances: tolerances, text: oneLine(span), place: file.place(at: span.start),
      isWarning: snapshot.isWarning)
  }
}
