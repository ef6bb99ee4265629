import PolicyCore

/// What a question does that moves levers over ranges.
enum LeverQuestion: String {
  case sweep, search
}

/// A lever that a question moves, with the ends of its range in the unit's stored scale.
struct LeverRange {
  var lever: SweptLever
  /// Where the lever is named.
  var name: Span
  var low: Double
  var high: Double
  /// From the first number to the last.
  var span: Span
  /// The scenario gives the lever dates, which do not hold here.
  var overridesDates: Bool

  /// A number of it as the message about it says it: `48 months`.
  func text(_ number: Double) -> String { lever.scale.text(number) }
}

extension Checker {
  /// The lever and the ends of its range, when unit, kind and range are right.
  mutating func range(_ syntax: LeverRangeSyntax, of scenario: ScenarioDeclaration?) -> LeverRange? {
    guard let lever = lever(syntax.lever) else { return nil }
    let schedule = scenario?.schedules[lever.slot] ?? Schedule(lever.baseline)
    guard let scale = scale(of: lever, in: schedule) else { return nil }
    let high = evaluate(syntax.high)
    var low = evaluate(syntax.low)
    // As in a domain, the first number takes the unit of the second.
    if case .quantity(let first) = low, case .quantity(let last) = high, first.unit == .number, last.unit != .number {
      low = .quantity(Quantity(first.value / last.unit.displayFactor, last.unit))
    }
    let first = number(low, of: lever, scale, syntax.low.span)
    guard let last = number(high, of: lever, scale, syntax.high.span), let first else { return nil }
    guard first <= last else {
      report(.boundsReversed(syntax.span))
      return nil
    }
    let swept = SweptLever(name: lever.name, slot: lever.slot, baseline: lever.baseline, scale: scale)
    return LeverRange(
      lever: swept, name: syntax.lever.span, low: first, high: last, span: syntax.span,
      overridesDates: schedule.constant == nil)
  }

  /// Says that a moved lever loses the dates that its scenario gives it.
  mutating func warnOfDates(_ range: LeverRange, _ name: Name, of scenario: ScenarioDeclaration) {
    guard range.overridesDates else { return }
    let line = scenario.settings.last { $0.slot == range.lever.slot && ($0.first != nil || $0.last != nil) }
    report(.datesOverridden(name.text, of: scenario.plan.name, name.span, line: line?.site))
  }

  /// Says that a moved lever stays where it is for those whom a rule of its scenario reaches.
  mutating func warnOfRules(_ range: LeverRange, _ name: Name, of scenario: ScenarioDeclaration) {
    guard let rule = scenario.targeted.last(where: { $0.slot == range.lever.slot }) else { return }
    report(.rulesStay(name.text, of: scenario.plan.name, name.span, line: rule.line.site))
  }

  /// Checks the levers that may not exceed others: what holds at the corners of the ranges holds within.
  mutating func checkLimits(_ ranges: [LeverRange], of scenario: ScenarioDeclaration) {
    let corners = ranges.reduce([[:] as [String: Double]]) { corners, range in
      corners.flatMap { corner in
        [range.low, range.high].map { corner.merging([range.lever.slot: $0]) { $1 } }
      }
    }
    let moved = Set(ranges.map(\.lever.slot))
    for corner in corners {
      var schedules = scenario.schedules
      for range in ranges {
        schedules[range.lever.slot] = corner[range.lever.slot].map { Schedule(range.lever.scale.value($0)) }
      }
      let span = ranges.dropFirst().reduce(ranges[0].span) { $0.merged(with: $1.span) }
      guard compareLevers(schedules, moved: moved, of: scenario, at: span) else { return }
    }
  }

  /// What moves of a lever; of a target its share, at the level that the scenario has first.
  private func scale(of lever: LeverDeclaration, in schedule: Schedule) -> LeverScale? {
    switch (lever.domain, schedule.initial) {
    case (.quantity(let unit, _, _), _): .quantity(unit)
    case (.weights, _): .weights
    case (.levelTarget, .levelTarget(let level, let skill, _)): .share(of: level, skill)
    case (.levelTarget, _): nil
    }
  }

  /// The number that a value of the lever is moved by.
  private mutating func number(
    _ value: Value, of lever: LeverDeclaration, _ scale: LeverScale, _ span: Span
  ) -> Double? {
    if case .share(let level, let skill) = scale, value != .invalid {
      guard case .quantity(let quantity) = value else {
        report(.wrongKind(expected: "the share alone, such as `50 %`", found: value.kind, span))
        return nil
      }
      guard quantity.unit == .share else {
        report(.wrongUnit(quantity, expected: .share, span))
        return nil
      }
      guard (0...1).contains(quantity.value) else {
        report(.outOfRange("The share of `\(lever.name)`", quantity, allowed: "0 to 100 %", span))
        return nil
      }
      return number(.levelTarget(level, skill, share: quantity.value), of: lever, span)
    }
    return number(value, of: lever, span)
  }

  private mutating func number(_ value: Value, of lever: LeverDeclaration, _ span: Span) -> Double? {
    switch leverValue(value, in: lever.domain, of: lever.name, span) {
    case .quantity(let quantity): quantity.value
    case .weights(let first, _): Double(first)
    case .levelTarget(_, _, let share): share
    case nil: nil
    }
  }
}
