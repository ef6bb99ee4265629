import PolicyCore

extension Checker {
  /// A sweep as a plan, when all its names, units and years are right.
  mutating func plan(_ sweep: SweepSyntax, at span: Span) -> SweepPlan? {
    let problems = diagnostics.count
    let clauses = sweep.clauses
    let scenario = scenario(sweep.scenario)
    let axes = axes(sweep.ranges, of: scenario, as: .sweep)
    var reference = scenario
    if let name = clauses.reference ?? scenario?.base.map({ Name(text: $0, span: sweep.scenario.span) }) {
      reference = self.scenario(name)
    }
    let framed = frame(
      clauses, shown: sweep.shown, drawn: sweep.plots.map(\.shown), for: "A column of a sweep")
    let pictures = all(sweep.plots.map { picture($0, isGrid: sweep.ranges.count > 1) })
    guard !hasErrors(since: problems), let scenario, let reference, let axes, let framed, let pictures else {
      return nil
    }
    return SweepPlan(
      scenario: scenario.plan, reference: reference.plan, axes: axes, measures: framed.shown,
      plots: zip(framed.drawn, pictures).map { PlotPlan(measure: $0, by: $1.by, path: $1.path) }, frame: framed.frame)
  }

  mutating func reportRepeated(shown: [ShownSyntax]) {
    var seen: Set<String> = []
    for item in shown {
      let year = item.year.map { " in \($0.isCalendar ? "calendar" : "year") \($0.first)" } ?? ""
      if !seen.insert(item.outcome.text + year).inserted {
        report(.repeatedClause("`\(item.outcome.text)\(year)`", item.outcome.span))
      }
    }
  }

  // MARK: Years

  /// An outcome with its own year, or with the last one of the question.
  mutating func measure(
    _ shown: ShownSyntax, of years: YearsSyntax?, on clock: Clock?, for what: String
  ) -> Measure? {
    let outcome = outcome(shown.outcome, on: clock)
    guard let year = shown.year else {
      if years == nil { report(.missingYear(of: shown.outcome.text, shown.outcome.span)) }
      return outcome.flatMap { outcome in years.map { Measure(outcome: outcome.slot, year: $0.last) } }
    }
    if year.first != year.last {
      report(.oneYearOnly(what, help: "name the outcome once for each year", year.span))
    }
    if let clock, (clock == .calendar) != year.isCalendar {
      report(.yearsOnTwoClocks(year.span))
    } else if let years, years.first <= years.last, !(years.first...years.last).contains(year.last) {
      report(.yearOutOfRange("\(years.first) to \(years.last), as the question says", year.span))
    } else {
      checkRange(of: year)
    }
    return outcome.map { Measure(outcome: $0.slot, year: year.last) }
  }

  /// How a picture is divided and where it goes.
  mutating func picture(_ plot: PlotSyntax, isGrid: Bool = false) -> (by: String?, path: String?)? {
    let by = plot.by.map { groupingAttribute($0)?.slot }
    if isGrid, let name = plot.by { report(.plotOfGrid(name.span)) }
    if let path = plot.path { checkPicture(path) }
    // A name that failed, not one that is absent.
    if let by, by == nil { return nil }
    return (by ?? nil, plot.path?.text)
  }

  mutating func checkPicture(_ path: (text: String, span: Span)) {
    guard !path.text.lowercased().hasSuffix(".svg") || path.text.utf8.count < 5 else { return }
    report(.plotNotSVG(path.text, path.span))
  }

  // MARK: Points

  /// The numbers of one or two levers; those of a lever without steps are all that can be told apart.
  mutating func axes(
    _ syntax: [LeverRangeSyntax], of scenario: ScenarioDeclaration?, as question: LeverQuestion
  ) -> [SweepAxis]? {
    if syntax.count > 2 { report(.tooManyLevers(in: question, syntax[2].lever.span)) }
    var ranges: [LeverRange] = []
    var steps: [Double?] = []
    for syntax in syntax.prefix(2) {
      guard let range = range(syntax, of: scenario) else { continue }
      let step = step(syntax, of: range)
      if step == nil, syntax.step != nil { continue }
      if let earlier = ranges.first, earlier.lever.slot == range.lever.slot {
        report(.sameLeverTwice(range.lever.name, syntax.lever.span, earlier: earlier.name))
      }
      if let scenario {
        warnOfDates(range, syntax.lever, of: scenario)
        warnOfRules(range, syntax.lever, of: scenario)
      }
      ranges.append(range)
      steps.append(step)
    }
    guard ranges.count == syntax.count, let scenario else { return nil }
    checkLimits(ranges, of: scenario)
    let counts = zip(ranges, steps).map { range, step in step.map { Self.count(range, step: $0) } ?? 1 }
    guard counts.reduce(1, *) <= Double(SweepPlan.mostPoints) else {
      reportTooMany(counts, question, syntax, ranges, steps)
      return nil
    }
    return zip(zip(ranges, steps), zip(counts, syntax)).map { range, rest in
      guard let step = range.1 else {
        return SweepAxis(lever: range.0.lever, numbers: range.0.lever.numbers(from: range.0.low, to: range.0.high))
      }
      let numbers = (0..<Int(rest.0)).map { range.0.lever.scale.number(range.0.low, plus: $0, of: step) }
      warnOfEnd(numbers, range.0, rest.1)
      return SweepAxis(lever: range.0.lever, numbers: numbers)
    }
  }

  /// How many points a range has, as far as they can be counted.
  private static func count(_ range: LeverRange, step: Double) -> Double {
    ((range.high - range.low) / step + 1e-9).rounded(.down) + 1
  }

  /// The distance between two points: points of a share, whole weights, else the lever's own unit.
  private mutating func step(_ syntax: LeverRangeSyntax, of range: LeverRange) -> Double? {
    guard let step = syntax.step, let quantity = quantity(step) else { return nil }
    let unit = range.lever.scale.unit.ofDifference
    guard let converted = quantity.converted(to: unit) else {
      report(.wrongUnit(quantity, expected: unit, step.span))
      return nil
    }
    guard converted.value > 0 else {
      report(.stepNotPositive(converted, step.span))
      return nil
    }
    if range.lever.scale == .weights, converted.value != converted.value.rounded() {
      report(.wrongKind(expected: "a whole number", found: "\(converted)", step.span))
      return nil
    }
    return converted.value
  }

  /// A range that ends between two steps would be cut short silently.
  private mutating func warnOfEnd(_ numbers: [Double], _ range: LeverRange, _ syntax: LeverRangeSyntax) {
    guard let last = numbers.last, range.high - last > 1e-9 * max(1, abs(range.high)) else { return }
    report(
      .stepMissesEnd(
        last: range.text(last), end: range.text(range.high), syntax.step?.span ?? syntax.span,
        endSpan: syntax.high.span))
  }

  private mutating func reportTooMany(
    _ counts: [Double], _ question: LeverQuestion, _ syntax: [LeverRangeSyntax], _ ranges: [LeverRange],
    _ steps: [Double?]
  ) {
    // What can be read: one curve of some fifty points, or a table of twenty times twenty.
    let readable = ranges.count == 1 ? 50.0 : 20
    let proposals = zip(zip(syntax, ranges), zip(counts, steps)).compactMap { range, numbers in
      let factor = (numbers.0 / readable).rounded(.up).nice
      guard let step = numbers.1 else { return nil as (step: String, span: Span)? }
      return range.0.step.map { (step: Self.text(step * factor, range.1), span: $0.span) }
    }
    let count = counts.reduce(1, *)
    let span = ranges.dropFirst().reduce(ranges[0].span) { $0.merged(with: $1.span) }
    report(.tooManyPoints(SourceNumber.text(count), in: question, proposals: proposals, span))
  }

  private static func text(_ step: Double, _ range: LeverRange) -> String {
    Quantity(step, range.lever.scale.unit.ofDifference).description
  }
}

extension Double {
  /// The next of 1, 2, 5, 10, 20, 50, … for a number from 1.
  fileprivate var nice: Double {
    guard isFinite else { return self }
    var power = 1.0
    while power * 10 <= self { power *= 10 }
    return [1, 2, 5, 10].map { $0 * power }.first { $0 >= self } ?? self
  }
}
