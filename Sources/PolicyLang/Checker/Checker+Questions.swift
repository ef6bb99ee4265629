import PolicyCore

extension Checker {
  /// A comparison as a plan, when all its names and units are right.
  mutating func plan(_ comparison: ComparisonSyntax, at span: Span) -> ComparisonPlan? {
    let problems = diagnostics.count
    var scenarios: [ScenarioPlan] = []
    for name in comparison.scenarios {
      if scenarios.contains(where: { $0.name == name.text }) {
        report(.repeatedClause("`\(name.text)`", name.span))
      } else if let scenario = scenario(name) {
        scenarios.append(scenario.plan)
      }
    }
    var reference = 0
    if let name = comparison.reference, let scenario = scenario(name) {
      if let index = scenarios.firstIndex(where: { $0.name == name.text }) {
        reference = index
      } else {
        scenarios.insert(scenario.plan, at: 0)
      }
    }
    let clock = clock(comparison.clock, years: comparison.years)
    let outcomes = comparison.outcomes.compactMap { name in
      outcome(name).flatMap { isOffered($0, on: clock, name.span) ? $0.slot : nil }
    }
    for (index, name) in comparison.outcomes.enumerated()
    where comparison.outcomes[..<index].contains(where: { $0.text == name.text }) {
      report(.repeatedClause("`\(name.text)`", name.span))
    }
    let by = comparison.by.compactMap { attribute($0)?.slot }
    if comparison.by.count > 2 { report(.tooManyAttributes(comparison.by[2].span)) }
    if Set(by).count < by.count, let last = comparison.by.last { report(.repeatedClause("`\(last.text)`", last.span)) }
    let cohort = check(comparison.cohort, clock: clock)
    if comparison.years == nil { report(.missingYears(span)) }
    if let years = comparison.years { checkRange(of: years) }
    if clock?.canBeMovedByLevers == true, scenarios.count > 1, let name = comparison.clock {
      report(.movingClock(name.text, name.span))
    }
    let isComplete =
      scenarios.count >= comparison.scenarios.count && outcomes.count == comparison.outcomes.count
      && by.count == comparison.by.count && cohort.filters.count == comparison.cohort.groups.count
    guard isComplete, !hasErrors(since: problems), let clock, let years = comparison.years else { return nil }
    return ComparisonPlan(
      scenarios: scenarios, reference: reference, outcomes: outcomes, clock: clock,
      years: Array(years.first...years.last),
      by: by, filters: cohort.filters, cohorts: cohort.range)
  }

  /// An expectation as a plan.
  mutating func plan(_ expectation: ExpectationSyntax, at span: Span) -> ExpectationPlan? {
    let problems = diagnostics.count
    let outcome = outcome(expectation.outcome)
    let clock = clock(expectation.clock, years: expectation.year)
    if let outcome { _ = isOffered(outcome, on: clock, expectation.outcome.span) }
    if expectation.year.first != expectation.year.last { report(.oneYearOnly(expectation.year.span)) }
    checkRange(of: expectation.year)
    let cohort = check(expectation.cohort, clock: clock)
    let minuend = scenario(expectation.minuend)?.plan
    let subtrahend = expectation.subtrahend.flatMap { scenario($0)?.plan }
    guard let outcome else { return nil }
    let isDifference = expectation.subtrahend != nil
    let unit: Unit = isDifference && outcome.unit == .share ? .points : outcome.unit
    let bounds = bounds(of: expectation.test, in: unit)
    guard !hasErrors(since: problems), let clock, let minuend, let bounds else { return nil }
    guard isDifference == (subtrahend != nil), cohort.filters.count == expectation.cohort.groups.count else {
      return nil
    }
    return ExpectationPlan(
      outcome: outcome.slot, clock: clock, year: expectation.year.first, filters: cohort.filters,
      cohorts: cohort.range, term: subtrahend.map { .difference(minuend, $0) } ?? .level(minuend),
      lower: bounds.lower, upper: bounds.upper, isStrict: bounds.isStrict, unit: unit, text: oneLine(span),
      place: file.place(at: span.start), isWarning: expectation.isWarning)
  }

  /// The text of a statement on one line.
  private func oneLine(_ span: Span) -> String {
    let lines = file.text(of: span).split(whereSeparator: \.isNewline)
    let code = lines.map { line in line.prefix { $0 != "#" } }
    return code.flatMap { $0.split(whereSeparator: \.isWhitespace) }.joined(separator: " ")
  }

  private func hasErrors(since count: Int) -> Bool {
    diagnostics.dropFirst(count).contains { $0.severity == .error }
  }

  // MARK: Clocks and cohorts

  private mutating func clock(_ name: Name?, years: YearsSyntax?) -> Clock? {
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

  private mutating func isOffered(_ outcome: OutcomeDeclaration, on clock: Clock?, _ span: Span) -> Bool {
    guard let clock else { return true }
    if outcome.clocks.contains(clock) { return true }
    report(.clockNotOffered(outcome.name, clock, offered: outcome.clocks, span))
    return false
  }

  private mutating func check(
    _ cohort: CohortSyntax, clock: Clock?
  ) -> (filters: [GroupFilter], range: CohortRange?) {
    var filters: [GroupFilter] = []
    for name in cohort.groups {
      guard let group = group(name) else { continue }
      if let other = filters.first(where: { $0.attribute == group.attribute }), other.category != group.category {
        report(.nobodyLeft(name.text, name.span))
      }
      filters.append(GroupFilter(attribute: group.attribute, category: group.category))
    }
    for (index, start) in cohort.starts.enumerated() {
      if index > 0 { report(.repeatedClause("A second range of years", start.span)) }
      if let clock, clock != start.clock { report(.cohortOnOtherClock(start.clock, clock: clock, start.span)) }
      if start.range.firstYear > start.range.lastYear { report(.boundsReversed(start.span)) }
      if !(1990...2060).contains(start.range.firstYear) || !(1990...2060).contains(start.range.lastYear) {
        report(.yearOutOfRange("1990 to 2060", start.span))
      }
    }
    return (filters, cohort.starts.first?.range)
  }

  private mutating func checkRange(of years: YearsSyntax) {
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
      let margin = value(distance, in: unit == .share ? .points : unit)
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
