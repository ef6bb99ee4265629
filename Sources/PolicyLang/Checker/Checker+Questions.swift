import PolicyCore

extension Checker {
  /// A comparison as a plan, when all its names and units are right.
  mutating func plan(_ comparison: ComparisonSyntax, at span: Span) -> ComparisonPlan? {
    let problems = diagnostics.count
    for names in [comparison.scenarios, comparison.outcomes, comparison.by] { reportRepeated(names) }
    var names = comparison.scenarios
    if let reference = comparison.reference, !names.contains(where: { $0.text == reference.text }) {
      names.insert(reference, at: 0)
    }
    let scenarios = all(names.map { scenario($0)?.plan })
    let clock = clock(comparison.clock, years: comparison.years)
    let outcomes = all(comparison.outcomes.map { outcome($0, on: clock) })
    let by = all(comparison.by.map { attribute($0)?.slot })
    if comparison.by.count > 2 { report(.tooManyAttributes(comparison.by[2].span)) }
    let cohort = check(comparison.cohort, clock: clock)
    if let years = comparison.years { checkRange(of: years) } else { report(.missingYears(span)) }
    if names.count > 1 { warnOfMovingClock(clock, comparison.clock) }
    guard !hasErrors(since: problems), let scenarios, let outcomes, let by, let cohort, let clock,
      let years = comparison.years
    else { return nil }
    return ComparisonPlan(
      scenarios: scenarios, reference: names.firstIndex { $0.text == comparison.reference?.text } ?? 0,
      outcomes: outcomes.map(\.slot), clock: clock, years: Array(years.first...years.last), by: by,
      filters: cohort.filters, cohorts: cohort.range, formulas: outcomes.formulas)
  }

  /// An expectation as a plan.
  mutating func plan(_ expectation: ExpectationSyntax, at statement: Span) -> ExpectationPlan? {
    let problems = diagnostics.count
    let clock = clock(expectation.clock, years: expectation.year)
    let outcome = outcome(expectation.outcome, on: clock)
    let span = self.span(of: expectation.year, outcome: outcome, expectation.outcome)
    checkRange(of: expectation.year)
    let cohort = check(expectation.cohort, clock: clock)
    let names = [expectation.minuend] + (expectation.subtrahend.map { [$0] } ?? [])
    let scenarios = all(names.map { scenario($0)?.plan })
    let isDifference = names.count > 1
    if isDifference { warnOfMovingClock(clock, expectation.clock) }
    guard let outcome, span != nil || !expectation.year.isOver else { return nil }
    let level = span?.total == .sum ? outcome.unit.ofSum : outcome.unit
    let unit = isDifference ? level.ofDifference : level
    let bounds = bounds(of: expectation.test, in: unit)
    guard !hasErrors(since: problems), let clock, let scenarios, let cohort, let bounds else { return nil }
    return ExpectationPlan(
      outcome: outcome.slot, formula: outcome.formula, clock: clock, year: expectation.year.last, span: span,
      filters: cohort.filters, cohorts: cohort.range,
      term: isDifference ? .difference(scenarios[0], scenarios[1]) : .level(scenarios[0]),
      lower: bounds.lower, upper: bounds.upper, isStrict: bounds.isStrict, unit: unit,
      text: oneLine(statement), place: file.place(at: statement.start), isWarning: expectation.isWarning)
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

  /// The formulas of outcomes by slot, as a plan carries them.
  func formulas(of slots: some Sequence<String>) -> [String: OutcomeFormula] {
    let asked = Set(slots)
    return environment.catalogue.outcomes.filter { asked.contains($0.slot) }.formulas
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

  // MARK: Clocks and cohorts

  mutating func clock(_ name: Name?, years: YearsSyntax?) -> Clock? {
    let isCalendar = years?.isCalendar ?? false
    guard let name else { return isCalendar ? .calendar : .settlement }
    guard let clock = Clock(rawValue: name.text) else {
      report(.unknownChoice(name.text, of: "since", Clock.allCases.map(\.rawValue), name.span))
      return nil
    }
    if isCalendar != (clock == .calendar) {
      report(.clockWithoutYears(clock.rawValue, isCalendar: isCalendar, name.span))
      return nil
    }
    return clock
  }

  /// An outcome, when it is measured on the clock.
  mutating func outcome(_ name: Name, on clock: Clock?) -> OutcomeDeclaration? {
    guard let outcome = outcome(name) else { return nil }
    guard let clock, !outcome.clocks.contains(clock) else { return outcome }
    report(.clockNotOffered(outcome.name, clock, offered: outcome.clocks, name.span))
    return nil
  }

  mutating func warnOfMovingClock(_ clock: Clock?, _ name: Name?) {
    guard let clock, clock.canBeMovedByLevers, let name else { return }
    report(.movingClock(name.text, name.span))
  }

  mutating func check(
    _ cohort: CohortSyntax, clock: Clock?
  ) -> (filters: [GroupFilter], range: CohortRange?)? {
    let filters = filters(cohort.groups)
    for (index, start) in cohort.starts.enumerated() {
      if index > 0 { report(.repeatedClause("A second range of years", start.span)) }
      if let clock, clock != start.clock { report(.cohortOnOtherClock(start.clock, clock: clock, start.span)) }
      if start.range.firstYear > start.range.lastYear { report(.boundsReversed(start.span)) }
      if !(1990...2060).contains(start.range.firstYear) || !(1990...2060).contains(start.range.lastYear) {
        report(.yearOutOfRange("1990 to 2060", start.span))
      }
    }
    return filters.map { ($0, cohort.starts.first?.range) }
  }

  mutating func checkRange(of years: YearsSyntax) {
    let allowed = years.isCalendar ? 2003...2060 : 1...40
    if !allowed.contains(years.first) || !allowed.contains(years.last) {
      report(.yearOutOfRange("\(allowed.lowerBound) to \(allowed.upperBound)", years.span))
    } else if years.first > years.last {
      report(.boundsReversed(years.span))
    }
  }

  // MARK: Bounds

  private mutating func bounds(
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

extension [OutcomeDeclaration] {
  /// How those that the model does not offer are made, by slot.
  fileprivate var formulas: [String: OutcomeFormula] {
    reduce(into: [:]) { formulas, outcome in formulas[outcome.slot] = outcome.formula }
  }
}
