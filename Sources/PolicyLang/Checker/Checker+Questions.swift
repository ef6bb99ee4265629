import PolicyCore

extension Checker {
  /// A comparison as a plan, when all its names and units are right.
  mutating func plan(_ comparison: ComparisonSyntax, at span: Span) -> (plan: ComparisonPlan, plots: [YearsPlot])? {
    let problems = diagnostics.count
    let clauses = comparison.clauses
    for names in [comparison.scenarios, comparison.outcomes] { reportRepeated(names) }
    var names = comparison.scenarios
    if let reference = clauses.reference, !names.contains(where: { $0.text == reference.text }) {
      names.insert(reference, at: 0)
    }
    let scenarios = all(names.map { scenario($0)?.plan })
    let checked = check(clauses, comparesScenarios: names.count > 1)
    let outcomes = all(
      (comparison.outcomes + comparison.plots.map(\.shown.outcome)).map { outcome($0, on: checked.clock) })
    let pictures = all(comparison.plots.map { picture($0) })
    if clauses.years == nil { report(.missingYears(span)) }
    guard !hasErrors(since: problems), let scenarios, let outcomes, let pictures,
      let frame = checked.frame(for: outcomes),
      let years = clauses.years
    else { return nil }
    let plan = ComparisonPlan(
      scenarios: scenarios, reference: names.firstIndex { $0.text == clauses.reference?.text } ?? 0,
      outcomes: outcomes.map(\.slot).unique, years: Array(years.first...years.last), frame: frame)
    let drawn = outcomes.dropFirst(comparison.outcomes.count).map(\.slot)
    return (plan, zip(drawn, pictures).map { YearsPlot(outcome: $0, by: $1.by, path: $1.path) })
  }

  /// An expectation as a plan.
  mutating func plan(_ expectation: ExpectationSyntax, at statement: Span) -> ExpectationPlan? {
    let problems = diagnostics.count
    let names = [expectation.minuend] + (expectation.subtrahend.map { [$0] } ?? [])
    let isDifference = names.count > 1
    let checked = check(expectation.clauses, comparesScenarios: isDifference)
    let outcome = outcome(expectation.outcome, on: checked.clock)
    let span = self.span(of: expectation.year, outcome: outcome, expectation.outcome)
    let scenarios = all(names.map { scenario($0)?.plan })
    guard let outcome, span != nil || !expectation.year.isOver else { return nil }
    let level = span?.total == .sum ? outcome.unit.ofSum : outcome.unit
    let unit = isDifference ? level.ofDifference : level
    let bounds = bounds(of: expectation.test, in: unit)
    guard !hasErrors(since: problems), let frame = checked.frame(for: [outcome]), let scenarios, let bounds else {
      return nil
    }
    return ExpectationPlan(
      outcome: outcome.slot, year: expectation.year.last, span: span, frame: frame,
      term: isDifference ? .difference(scenarios[0], scenarios[1]) : .level(scenarios[0]), lower: bounds.lower,
      upper: bounds.upper, isStrict: bounds.isStrict, unit: unit, text: oneLine(statement),
      place: file.place(at: statement.start), isWarning: expectation.isWarning)
  }

  /// The years that are taken together; `nil` for one year, and when something is wrong and was reported.
  private mutating func span(of years: YearsSyntax, outcome: OutcomeDeclaration?, _ name: Name) -> YearSpan? {
    guard years.isOver else {
      if years.first != years.last {
        report(
          .oneYearOnly(
            "An expectation", help: "write `over` for the mean or sum of the years, or one `expect` for each",
            years.span))
      }
      return nil
    }
    guard let outcome else { return nil }
    guard let total = outcome.totalOfYears else {
      report(.noTotalOfYears(outcome.name, isQuantile: outcome.formula?.isQuantile ?? false, name.span))
      return nil
    }
    return YearSpan(first: years.first, total: total)
  }

  /// The values, when none is missing.
  func all<Element>(_ values: [Element?]) -> [Element]? {
    let present = values.compactMap { $0 }
    return present.count == values.count ? present : nil
  }

  mutating func reportRepeated(_ names: [Name]) {
    var seen: Set<String> = []
    for name in names where !seen.insert(name.text).inserted { report(.repeatedClause("`\(name.text)`", name.span)) }
  }

  /// The text of a statement on one line.
  func oneLine(_ span: Span) -> String {
    let lines = file.text(of: span).split(whereSeparator: \.isNewline)
    let code = lines.map { line in line.prefix { $0 != "#" } }
    return code.flatMap { $0.split(whereSeparator: \.isWhitespace) }.joined(separator: " ")
  }

  func hasErrors(since count: Int) -> Bool {
    diagnostics.dropFirst(count).contains { $0.severity == .error }
  }

  // MARK: Bounds

  mutating func bounds(
    of test: ExpectationSyntax.Test, in unit: Unit
  ) -> (lower: Double?, upper: Double?, isStrict: Bool)? {
    switch test {
    case .atLeast(let bound): return value(bound, in: unit).map { ($0, nil, false) }
    case .atMost(let bound): return value(bound, in: unit).map { (nil, $0, false) }
    case .moreThan(let bound): return value(bound, in: unit).map { ($0, nil, true) }
    case .lessThan(let bound): return value(bound, in: unit).map { (nil, $0, true) }
    case .between(let low, let high):
      let lower = value(low, in: unit)
      guard let upper = value(high, in: unit), let lower else { return nil }
      guard lower <= upper else {
        report(.boundsReversed(low.span.merged(with: high.span)))
        return nil
      }
      return (lower, upper, false)
    case .within(let distance, let center):
      let margin = value(distance, in: unit.ofDifference)
      guard let middle = value(center, in: unit), let margin else { return nil }
      return (middle - abs(margin), middle + abs(margin), false)
    }
  }

  private mutating func value(_ bound: Expression, in unit: Unit) -> Double? {
    guard let quantity = quantity(bound) else { return nil }
    if let converted = quantity.converted(to: unit) { return converted.value }
    report(.wrongUnit(quantity, expected: unit, bound.span))
    return nil
  }
}
