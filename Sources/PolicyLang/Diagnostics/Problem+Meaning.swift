import PolicyCore

// What can be wrong with units, ranges, scenarios and questions; sorted by id.

extension Problem {
  static func assignedTwice(_ what: String, hasPeriod: Bool, _ span: Span, earlier: Span) -> Problem {
    let periods = Diagnostic.Help("give them periods that do not meet: `until 2019-12` and `from 2020-01`")
    return Problem(
      id: .assignedTwice,
      title: hasPeriod ? "The \(what) is set twice for the same time." : "The \(what) is set twice.", span: span,
      label: "again here",
      marks: [Mark(span: earlier, text: "set here")],
      helps: [Diagnostic.Help("take one of them away")] + (hasPeriod ? [periods] : []))
  }

  static func baselineDiffers(_ span: Span, from target: LeverDeclaration) -> Problem {
    Problem(
      id: .baselineDiffers, title: "A lever that sets another one has the same baseline.", span: span,
      label: "`\(target.name)` is \(target.baseline)", helps: [Diagnostic.Help("leave `baseline` out to take it over")])
  }

  static func boundsReversed(_ span: Span) -> Problem {
    Problem(
      id: .boundsReversed, title: "The first bound is above the second.", span: span,
      helps: [Diagnostic.Help("write the smaller one first")])
  }

  static func clockNotOffered(_ outcome: String, _ clock: Clock, offered: [Clock], _ span: Span) -> Problem {
    let list = offered.map { $0 == .calendar ? "in calendar …" : "since \($0.rawValue)" }.joined(separator: ", ")
    return Problem(
      id: .clockNotOffered, title: "The outcome `\(outcome)` is not measured on the clock `\(clock.rawValue)`.",
      span: span, helps: [Diagnostic.Help("it can be asked for: \(list)")])
  }

  static func clockWithoutYears(_ clock: String, isCalendar: Bool, _ span: Span) -> Problem {
    Problem(
      id: .clockWithoutYears,
      title: isCalendar
        ? "Calendar years are not counted since anything." : "The calendar takes years such as 2015 to 2020.",
      span: span,
      helps: [
        Diagnostic.Help(
          isCalendar ? "leave out `since \(clock)`, or ask `over 9 years`" : "write `in calendar 2015 to 2020`")
      ])
  }

  static func cohortOnOtherClock(_ cohort: Clock, clock: Clock, _ span: Span) -> Problem {
    Problem(
      id: .cohortOnOtherClock,
      title: "The cohort is picked on the clock `\(cohort.rawValue)`, the years are counted on `\(clock.rawValue)`.",
      span: span,
      helps: cohort == .calendar || clock == .calendar
        ? [Diagnostic.Help("ask `over N years since \(cohort.rawValue)`")]
        : [Diagnostic.Help("add `since \(cohort.rawValue)`")])
  }

  static func divisionByZero(_ span: Span) -> Problem {
    Problem(id: .divisionByZero, title: "This divides by zero.", span: span, label: "is 0")
  }

  static func leverNeedsScenario(_ lever: String, example: String, _ span: Span) -> Problem {
    Problem(
      id: .leverNeedsScenario, title: "Which scenario's `\(lever)` is meant?", span: span,
      helps: [.replace(span, with: "\(example).\(lever)", "write `\(example).\(lever)`")])
  }

  /// - Parameters:
  ///   - span: The line that came later; it stands in the scenario of this name and in this file.
  static func leversContradict(
    _ pair: Contradiction, _ span: Span, in scenario: String, file: SourceFile
  ) -> Problem {
    let isLower = pair.lower.source?.site == Site(file: file, span: span)
    let (later, other) = isLower ? (pair.lower, pair.upper) : (pair.upper, pair.lower)
    let site = other.source?.site
    let mark = site?.file == file ? site?.span : nil
    var origin = "by its baseline"
    if let source = other.source {
      origin = mark.map { "in line \(file.line(at: $0.start))" } ?? "in `\(source.scenario)`"
    }
    let isElsewhere = other.source?.scenario != scenario
    func help(_ lever: LimitedLever, to bound: Quantity, isFirst: Bool) -> Diagnostic.Help? {
      guard case .quantity(_, let low, let high) = lever.domain, (low...high).contains(bound.value) else { return nil }
      let change =
        lever.name == pair.lower.name ? "lower `\(lever.name)` to at most" : "raise `\(lever.name)` to at least"
      let place = !isFirst && isElsewhere ? " in this scenario" : ""
      return Diagnostic.Help((isFirst ? "" : "or ") + "\(change) \(bound)\(place)")
    }
    let first = help(later, to: other.value, isFirst: true)
    return Problem(
      id: .leversContradict,
      title: "`\(pair.lower.name)` is \(pair.lower.value)\(period(pair)), more than `\(pair.upper.name)` with "
        + "\(pair.upper.value).",
      span: span, label: "\(later.value) here; `\(other.name)` is \(other.value) \(origin)",
      marks: mark.map { [Mark(span: $0, text: "\(other.value) here")] } ?? [],
      helps: [first, help(other, to: later.value, isFirst: first == nil)].compactMap { $0 })
  }

  /// ` from 2019-01 until 2019-12`; nothing when it is always.
  private static func period(_ pair: Contradiction) -> String {
    (pair.first.map { " from \($0)" } ?? "") + (pair.last.map { " until \($0)" } ?? "")
  }

  static func misplacedProperty(_ property: String, kind: String, _ span: Span) -> Problem {
    Problem(
      id: .misplacedProperty, title: "The declaration of \(kind.withArticle) has no `\(property)`.", span: span,
      helps: [Diagnostic.Help("take the line away")])
  }

  static func missingBase(near: String?, _ span: Span) -> Problem {
    Problem(
      id: .missingBase, title: "A scenario says which scenario it starts from.", span: span,
      helps: near.map { [.replace(Span(span.end, span.end), with: " from \($0)", "add `from \($0)`")] } ?? [.usePrelude]
    )
  }

  static func missingField(_ name: String, _ span: Span) -> Problem {
    Problem(
      id: .missingField, title: "`\(name)` is missing.", span: span,
      helps: [Diagnostic.Help("write both parts, as in `(level: B1 oral, share: 50 %)`")])
  }

  static func missingProperty(_ property: String, of declaration: DeclarationSyntax) -> Problem {
    Problem(
      id: .missingProperty, title: "The \(declaration.kind.rawValue) `\(declaration.name.text)` has no `\(property)`.",
      span: declaration.name.span, helps: [Diagnostic.Help("add a line `\(property) …`")])
  }

  static func missingSkill(_ level: String, _ span: Span) -> Problem {
    Problem(
      id: .missingSkill, title: "A language level needs its skill.", span: span,
      helps: LanguageSkill.allCases.map { .replace(span, with: "\(level) \($0)", "write `\(level) \($0)`") })
  }

  static func missingYears(_ span: Span) -> Problem {
    Problem(
      id: .missingYears, title: "This comparison does not say for which years.", span: span,
      helps: [Diagnostic.Help("add `over 9 years`"), Diagnostic.Help("or `in calendar 2015 to 2020`")])
  }

  /// Of an outcome of a sweep, which has a year of its own or the question's last one.
  static func missingYear(of outcome: String, _ span: Span) -> Problem {
    let year = "\(outcome) in year 9"
    return Problem(
      id: .missingYears, title: "This question does not say for which year.", span: span,
      helps: [
        .replace(span, with: year, "write `\(year)`"),
        Diagnostic.Help("or add `over 9 years` to show the last of them"),
      ])
  }

  static func movingClock(_ clock: String, _ span: Span) -> Problem {
    Problem(
      id: .movingClock, severity: .warning, title: "This clock can be moved by the levers that are compared.",
      span: span,
      label: "other persons, later or earlier, in each scenario",
      helps: [Diagnostic.Help("compare on a clock that stands still: `since settlement`")])
  }

  /// - Parameter isFirst: Whether nobody meets the condition by itself, rather than together with what stands before.
  static func nobodyLeft(_ group: String, isFirst: Bool, _ span: Span) -> Problem {
    guard !isFirst else {
      return Problem(
        id: .nobodyLeft, title: "Nobody meets this condition.", span: span, label: "cannot hold of anybody",
        helps: [Diagnostic.Help("`or` holds when one of two conditions does, `and` when both do")])
    }
    return Problem(
      id: .nobodyLeft, title: "Nobody is in both of these groups.", span: span,
      label: "`\(group)` excludes the group before it", helps: [Diagnostic.Help("ask for them one by one, or use `by`")]
    )
  }

  static func noFittedValue(_ parameter: String, _ span: Span) -> Problem {
    Problem(
      id: .noFittedValue, title: "No fitted value of `\(parameter)` is on record.", span: span,
      helps: [Diagnostic.Help("run `policy-repl calibrate`, or give a number")])
  }

  static func oneYearOnly(_ what: String, help: String, _ span: Span) -> Problem {
    Problem(
      id: .oneYearOnly, title: "\(what) is about one year.", span: span, helps: [Diagnostic.Help(help)])
  }

  static func outOfRange(_ what: String, _ quantity: Quantity, allowed: String, _ span: Span) -> Problem {
    Problem(
      id: .outOfRange, title: "\(what) cannot be \(quantity).", span: span, label: "allowed: \(allowed)")
  }

  static func percentOrPoints(
    _ left: Quantity, _ leftSpan: Span, _ step: Expression.Step, _ right: Quantity
  ) -> Problem {
    let isSum = step.operation == .plus
    let change = isSum ? right.value : -right.value
    let points = "\(step.operation.rawValue) \(Quantity(right.value, .points))"
    let factor = "* \(SourceNumber.text(1 + change))"
    let span = step.span.merged(with: step.operand.span)
    let sum = Quantity(left.value + change, .share)
    let product = Quantity(left.value * (1 + change), .share)
    return Problem(
      id: .percentOrPoints,
      title: isSum
        ? "Adding `\(right)` to a share can mean two things." : "Taking `\(right)` from a share can mean two things.",
      span: step.operand.span, label: "a share of what?", marks: [Mark(span: leftSpan, text: "\(left) here")],
      helps: [
        .replace(span, with: points, "percentage points: `\(points)`   gives \(sum)"),
        .replace(span, with: factor, "relative change:   `\(factor)`   gives \(product)"),
      ])
  }

  static func repeatedProperty(_ property: String, _ span: Span) -> Problem {
    Problem(
      id: .repeatedProperty, title: "`\(property)` stands twice in this declaration.", span: span,
      label: "the second time", helps: [Diagnostic.Help("take one of them away")])
  }

  static func scenarioIsNoValue(_ name: String, _ span: Span) -> Problem {
    Problem(
      id: .scenarioIsNoValue, title: "`\(name)` is a scenario, not a value.", span: span,
      helps: [Diagnostic.Help("name one of its levers: `\(name).programme.length`")])
  }

  static func tooManyAttributes(_ span: Span) -> Problem {
    Problem(
      id: .tooManyAttributes, title: "An answer is divided by two attributes at most.", span: span,
      helps: [Diagnostic.Help("ask a second time for the others")])
  }

  static func unitMismatch(
    _ left: Quantity, _ leftSpan: Span, _ operation: String, _ right: Quantity, _ span: Span
  ) -> Problem {
    var helps: [Diagnostic.Help] = []
    switch (left.unit, right.unit) {
    case (.kroner(let period, let year), .kroner(let other, let otherYear)):
      if year != otherYear { helps.append(Diagnostic.Help("bring both to one price year")) }
      if period != other { helps.append(Diagnostic.Help("say for how long: an amount a month is none at once")) }
    case (.basicAmount, .kroner), (.kroner, .basicAmount):
      helps.append(Diagnostic.Help("G becomes kroner only at a date; keep both in G, or both in kroner"))
    case (.number, let unit):
      helps.append(Diagnostic.Help("write its unit: `\(Quantity(left.value / unit.displayFactor, unit))`"))
    case (let unit, .number):
      helps.append(Diagnostic.Help("write its unit: `\(Quantity(right.value / unit.displayFactor, unit))`"))
    default: break
    }
    return Problem(
      id: .unitMismatch, title: "`\(operation)` has no meaning between these units.", span: span,
      label: right.unit.reading, marks: [Mark(span: leftSpan, text: left.unit.reading)], helps: helps)
  }

  static func wrongKind(expected: String, found: String, _ span: Span) -> Problem {
    Problem(
      id: .wrongKind, title: "This is not the kind of value that belongs here.", span: span, label: found,
      helps: [Diagnostic.Help("it takes \(expected)")])
  }

  static func wrongUnit(_ quantity: Quantity, expected unit: Unit, _ span: Span) -> Problem {
    var title = "This value has the wrong unit."
    var corrected: Quantity?
    switch (quantity.unit, unit) {
    case (.number, _):
      title = "A number stands here without its unit."
      corrected = Quantity(quantity.value / unit.displayFactor, unit)
    case (.share, .points):
      title = "A difference of shares is measured in percentage points."
      corrected = Quantity(quantity.value, .points)
    case (.points, .share):
      title = "A share is measured in per cent; percentage points measure a difference of shares."
      corrected = Quantity(quantity.value, .share)
    case (.kroner, .kroner), (.kroner, .millionKroner):
      title = "This amount has another period or price year than what it stands for."
    default: break
    }
    // Without a correction that keeps the meaning, an example with the author's own number shows the form.
    let written = quantity.value * quantity.unit.displayFactor
    var example = Quantity(written / unit.displayFactor, unit)
    if case (.kroner, .millionKroner) = (quantity.unit, unit) { example.value = quantity.value }
    if [.share, .points].contains(unit), abs(written) > 100 { example.value = 0.02 }
    return Problem(
      id: .wrongUnit, title: title, span: span, label: "\(quantity.unit.reading), not \(unit.reading)",
      helps: [
        corrected.map { .replace(span, with: $0.description, "write `\($0)`") }
          ?? Diagnostic.Help("a value here is written like `\(example)`")
      ])
  }

  static func yearOutOfRange(_ allowed: String, _ span: Span) -> Problem {
    Problem(
      id: .yearOutOfRange, title: "These years lie outside of what is simulated.", span: span,
      label: "allowed: \(allowed)")
  }
}

extension String {
  /// `an outcome`, `a lever`.
  fileprivate var withArticle: String { ("aeiou".contains(first ?? "-") ? "an " : "a ") + self }
}
