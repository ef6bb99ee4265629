import PolicyCore

extension Checker {
  mutating func define(_ outcome: OutcomeSyntax, _ statement: Statement, at index: Int) {
    let name = outcome.name
    context = "outcome \(name.text)"
    defer { context = "" }
    guard let declaration = declaration(of: outcome, statement.documentation) else {
      failedNames.insert(name.text)
      return
    }
    environment.catalogue.outcomes.replace([declaration], by: \.name)
    record(.declaration(name.text), at: index)
  }

  private mutating func declaration(of syntax: OutcomeSyntax, _ documentation: String) -> OutcomeDeclaration? {
    let aggregate = aggregate(syntax.aggregate)
    var among: YearCondition? = .all([])
    if let condition = syntax.among { among = yearCondition(condition) }
    guard let aggregate, let among else { return nil }
    let formula = OutcomeFormula(aggregate.formula, among: among)
    let name = syntax.name.text
    // What is measured by years since an event only, makes what can be asked so only.
    let used = formula.outcomes.compactMap { slot in environment.catalogue.outcomes.first { $0.slot == slot } }
    let clocks = Clock.allCases.filter { clock in
      used.allSatisfy { $0.clocks.contains(clock) } && !(clock == .calendar && formula.looksBack)
    }
    guard !clocks.isEmpty else {
      report(.noCommonClock(used.map(\.name).sorted(), syntax.name.span))
      return nil
    }
    return OutcomeDeclaration(
      name: name, slot: name, label: syntax.label ?? label(documentation, name: name), documentation: documentation,
      unit: aggregate.unit, clocks: clocks, citations: used.flatMap(\.citations).unique, formula: formula)
  }

  /// The words for an outcome that was given none: the first line of its documentation, else its name.
  private func label(_ documentation: String, name: String) -> Label {
    var words = documentation.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    if words.hasSuffix(".") { words.removeLast() }
    if words.isEmpty { words = name.split(separator: "_").joined(separator: " ") }
    // Labels begin small, but for abbreviations.
    if let second = words.dropFirst().first, second.isLowercase {
      words = words.prefix(1).lowercased() + words.dropFirst()
    }
    return Label(nb: words, en: words)
  }

  /// What is added up, with the unit of the answer.
  private mutating func aggregate(
    _ syntax: OutcomeSyntax.Aggregate
  ) -> (formula: OutcomeFormula.Aggregate, unit: Unit)? {
    switch syntax {
    case .share(let condition): yearCondition(condition).map { (.share($0), .share) }
    case .count(let condition): yearCondition(condition).map { (.count($0), .persons) }
    case .mean(let amount): averaged(amount).map { (.mean($0.quantity), $0.unit) }
    case .sum(let amount): averaged(amount).map { (.sum($0.quantity), $0.unit) }
    case .quantile(let share, let amount): quantile(share, amount)
    }
  }

  /// An amount that every person has: who is still waiting has no months until the end of it.
  private mutating func averaged(_ amount: AmountSyntax) -> (quantity: YearQuantity, unit: Unit)? {
    guard !amount.isWait else {
      report(.waitNotAveraged(amount.name.text, amount.span))
      return nil
    }
    return self.amount(amount)
  }

  private mutating func quantile(
    _ share: Expression, _ amount: AmountSyntax
  ) -> (formula: OutcomeFormula.Aggregate, unit: Unit)? {
    guard let quantity = quantity(share), let amount = self.amount(amount) else { return nil }
    guard quantity.unit == .share else {
      report(.wrongUnit(quantity, expected: .share, share.span))
      return nil
    }
    guard (0.01...0.99).contains(quantity.value) else {
      report(.outOfRange("The share", quantity, allowed: "1 to 99 %", share.span))
      return nil
    }
    return (.quantile(quantity.value, amount.quantity), amount.unit)
  }

  // MARK: Conditions

  /// A condition on a person in a year; `nil` when something in it is wrong and was reported.
  private mutating func yearCondition(_ syntax: ConditionSyntax) -> YearCondition? {
    switch syntax {
    case .named(let name): return named(name)
    case .among: return condition(syntax).map { .person($0) }
    case .compared(let amount, let comparison, let bound):
      let isAmount =
        amount.countsMonths || amount.isSoFar || amount.isWait || environment.catalogue.isOutcome(amount.name.text)
      return isAmount ? compared(amount, comparison, bound) : condition(syntax).map { .person($0) }
    case .earlier(let part, let years, let span):
      guard (1...40).contains(years) else {
        report(.yearOutOfRange("1 to 40", span))
        return nil
      }
      return yearCondition(part).map { .earlier($0, years: years) }
    case .not(let part): return yearCondition(part).map { .not($0) }
    case .all(let parts): return all(parts.map { yearCondition($0) }).map { .all($0) }
    case .any(let parts): return all(parts.map { yearCondition($0) }).map { .any($0) }
    }
  }

  /// A group, or an outcome that is a share: whether the person counts in it.
  private mutating func named(_ name: Name) -> YearCondition? {
    guard environment.catalogue.group(name.text) == nil, environment.catalogue.isOutcome(name.text) else {
      let isKnown = environment.catalogue.attribute(name.text) != nil || environment.catalogue.group(name.text) != nil
      if isKnown { return condition(.named(name)).map { .person($0) } }
      _ = outcome(name)
      return nil
    }
    guard let outcome = outcome(name) else { return nil }
    switch outcome.formula {
    case nil where outcome.unit == .share: return .outcome(outcome.slot)
    case let formula?:
      if case .share(let condition) = formula.aggregate, formula.among == .all([]) { return condition }
      report(.wrongKind(expected: "a share of all persons, which holds or not of each", found: outcome.kind, name.span))
      return nil
    default:
      report(
        .wrongKind(
          expected: "a condition, such as `\(name.text) > 0 \(outcome.unit.symbol)`", found: outcome.kind, name.span))
      return nil
    }
  }

  private mutating func compared(
    _ syntax: AmountSyntax, _ comparison: Comparison, _ bound: ConditionSyntax.Bound
  ) -> YearCondition? {
    guard let amount = amount(syntax) else { return nil }
    let expression: Expression
    switch bound {
    case .number(let number): expression = number
    case .category(let name): expression = .name(name)
    }
    guard let quantity = quantity(expression) else { return nil }
    // In the amount's own unit; a bare number of months is one.
    let isBare = quantity.unit == .number && amount.unit == .months
    guard let converted = isBare ? Quantity(quantity.value, .months) : quantity.converted(to: amount.unit) else {
      report(.wrongUnit(quantity, expected: amount.unit, expression.span))
      return nil
    }
    return .compared(amount.quantity, comparison, converted)
  }

  // MARK: Amounts

  private mutating func amount(_ syntax: AmountSyntax) -> (quantity: YearQuantity, unit: Unit)? {
    guard let outcome = outcome(syntax.name) else { return nil }
    let window: YearQuantity.Window = syntax.isSoFar ? .soFar : .year
    if syntax.countsMonths || syntax.isWait {
      guard outcome.isMonthly else {
        let all = environment.catalogue.outcomes.filter(\.isMonthly).map(\.name)
        report(.notMonthly(outcome.name, among: all, syntax.span))
        return nil
      }
      return (YearQuantity(syntax.isWait ? .monthsUntil(outcome.slot) : .months(of: outcome.slot), window), .months)
    }
    guard outcome.formula == nil, case .kroner(.year, let priceYear) = outcome.unit else {
      let expected = outcome.isMonthly ? "an amount, such as `months \(outcome.name)`" : "an amount in kr per year"
      report(.wrongKind(expected: expected, found: outcome.kind, syntax.span))
      return nil
    }
    let unit = syntax.isSoFar ? Unit.kroner(per: .once, priceYear: priceYear) : outcome.unit
    return (YearQuantity(.amount(of: outcome.slot), window), unit)
  }
}

extension OutcomeDeclaration {
  /// What it is, as a message says it.
  fileprivate var kind: String {
    switch unit {
    case .share: "a share"
    case .persons: "a number of persons"
    default: "in \(unit.symbol)"
    }
  }
}

extension Catalogue {
  func isOutcome(_ name: String) -> Bool { outcome(name) != nil }
}
