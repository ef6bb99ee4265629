import PolicyCore

/// The clauses of a question as far as they could be understood.
struct CheckedClauses {
  /// `nil` when it is none, which was reported.
  var clock: Clock?
  /// `nil` when something in the clauses is wrong; without formulas, which the outcomes bring.
  var frame: QuestionFrame?

  /// The frame for some outcomes.
  func frame(for outcomes: [OutcomeDeclaration]) -> QuestionFrame? {
    var frame = frame
    frame?.formulas = outcomes.reduce(into: [:]) { formulas, outcome in formulas[outcome.slot] = outcome.formula }
    return frame
  }
}

extension Checker {
  /// The clauses that all questions have in common.
  ///
  /// - Parameters:
  ///   - shown: The years of single outcomes say which clock it is, where the question has none of its own.
  ///   - comparesScenarios: Whether differences are taken, which a clock that levers move makes doubtful.
  mutating func check(
    _ clauses: ClausesSyntax, shown: [ShownSyntax] = [], comparesScenarios: Bool
  ) -> CheckedClauses {
    if let years = clauses.years { checkRange(of: years) }
    let clock = clock(clauses.clock, years: clauses.years ?? shown.lazy.compactMap(\.year).first)
    reportRepeated(clauses.by)
    let by = all(clauses.by.map { groupingAttribute($0)?.slot })
    if clauses.by.count > 2 { report(.tooManyAttributes(clauses.by[2].span)) }
    let cohort = check(clauses.cohort, clock: clock)
    if comparesScenarios { warnOfMovingClock(clock, clauses.clock) }
    guard let clock, let by, let cohort else { return CheckedClauses(clock: clock, frame: nil) }
    return CheckedClauses(
      clock: clock, frame: QuestionFrame(clock, by: by, filters: cohort.filters, cohorts: cohort.range))
  }

  /// Clauses and single numbers that a question shows; `nil` when something is wrong in them.
  ///
  /// - Parameters:
  ///   - drawn: Numbers that are shown in another way, so that they may be named again.
  ///   - what: What a number is, as messages say it.
  mutating func frame(
    _ clauses: ClausesSyntax, shown: [ShownSyntax], drawn: [ShownSyntax] = [], comparesScenarios: Bool = true,
    for what: String
  ) -> (frame: QuestionFrame, shown: [Measure], drawn: [Measure])? {
    let checked = check(clauses, shown: shown + drawn, comparesScenarios: comparesScenarios)
    let measures = (shown + drawn).map { measure($0, of: clauses.years, on: checked.clock, for: what) }
    reportRepeated(shown: shown)
    guard let measures = all(measures) else { return nil }
    let slots = Set(measures.map(\.outcome))
    guard let frame = checked.frame(for: environment.catalogue.outcomes.filter { slots.contains($0.slot) }) else {
      return nil
    }
    return (frame, Array(measures.prefix(shown.count)), Array(measures.dropFirst(shown.count)))
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

  /// An outcome, when it is measured on the clock.
  mutating func outcome(_ name: Name, on clock: Clock?) -> OutcomeDeclaration? {
    guard let outcome = outcome(name) else { return nil }
    guard let clock, !outcome.clocks.contains(clock) else { return outcome }
    report(.clockNotOffered(outcome.name, clock, offered: outcome.clocks, name.span))
    return nil
  }

  private mutating func warnOfMovingClock(_ clock: Clock?, _ name: Name?) {
    guard let clock, clock.canBeMovedByLevers, let name else { return }
    report(.movingClock(name.text, name.span))
  }

  private mutating func check(
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
}
