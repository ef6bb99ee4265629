import PolicyCore

extension Checker {
  /// Adds a measure that the program declares, with its lever and its parameters.
  mutating func define(measure declaration: DeclarationSyntax, _ statement: Statement, at index: Int) {
    let name = declaration.name
    context = "measure \(name.text)"
    defer { context = "" }
    let problems = diagnostics.count
    let measure = measure(declaration, statement.documentation)
    guard let measure, !hasErrors(since: problems), giveOwned(measure, at: name.span) else {
      failedNames.insert(name.text)
      return
    }
    environment.catalogue.add(measure)
    record(.declaration(name.text), at: index)
  }

  private mutating func measure(
    _ declaration: DeclarationSyntax, _ documentation: String
  ) -> MeasureDeclaration? {
    let name = declaration.name.text
    if environment.catalogue.measures.count >= MeasureDeclaration.most {
      report(.tooManyMeasures(most: MeasureDeclaration.most, declaration.name.span))
    }
    var properties = Properties(declaration, in: &self)
    let label = properties.takeLabel(.label) ?? Label(nb: name, en: name)
    let eligible = properties.eligible(in: &self)
    let parameters = MeasureNumber.allCases.map { number in
      properties.stated(number, in: &self).flatMap { parameter(number, of: name, label, $0.number, $0.span) }
    }
    let intake = properties.intake(in: &self)
    let benefit = properties.word(.benefit, orElse: MeasureBenefit.allowance, in: &self)
    guard properties.areComplete(in: &self), let eligible, let intake, let parameters = all(parameters) else {
      return nil
    }
    return MeasureDeclaration(
      name: name, label: label, documentation: documentation, groups: eligible.groups, persons: eligible.persons,
      intake: intake, benefit: benefit, parameters: parameters)
  }

  /// Gives the lever and the parameters their names, unless others begin like them: nobody could tell whose they are.
  private mutating func giveOwned(_ measure: MeasureDeclaration, at span: Span) -> Bool {
    let catalogue = environment.catalogue
    let others =
      catalogue.levers.map { NameSpace.common.key($0.name) }
      + catalogue.parameters.map { NameSpace.parameter.key($0.name) }
    let beginning = measure.name + "."
    if let other = others.first(where: { DefinedName(key: $0).text.hasPrefix(beginning) }),
      let earlier = environment.places[other]
    {
      report(.measureNameTaken(measure.name, by: DefinedName(key: other).text, span, earlier: earlier))
      return false
    }
    for key in measure.keys {
      environment.places[key] = Site(file: file, span: span)
      environment.spellings[key.lowercased()] = DefinedName(key: key).text
    }
    return true
  }

  /// A number of a measure as a parameter with its evidence.
  private mutating func parameter(
    _ number: MeasureNumber, of measure: String, _ label: Label, _ stated: StatedNumber, _ span: Span
  ) -> ParameterDeclaration? {
    let key = number.key.rawValue
    let value = amount(stated.value, of: number)
    let error = stated.se.flatMap { amount($0, of: number) }
    let ends = stated.range.flatMap { bounds($0.low, $0.high, of: number) }
    guard let evidence = stated.evidence, evidence.citations.contains(where: \.saysSomething) else {
      report(.missingEvidence(key, grades: number.grades, span))
      return nil
    }
    guard let grade = EvidenceGrade(rawValue: evidence.grade.text), number.grades.contains(grade) else {
      report(
        .unknownChoice(
          evidence.grade.text, of: key, number.grades.map(\.rawValue), evidence.grade.span))
      return nil
    }
    if grade == .estimated ? stated.se == nil : grade != .rule && stated.se == nil && stated.range == nil {
      report(.missingUncertainty(key, isEstimate: grade == .estimated, stated.value.span))
      return nil
    }
    // What is wrong with these has been reported.
    guard let value, (error == nil) == (stated.se == nil), (ends == nil) == (stated.range == nil) else { return nil }
    let margin = 1.96 * abs(error ?? 0)
    let range = ends ?? (value - margin)...(value + margin)
    guard check(value, error, range, of: number, stated) else { return nil }
    let isReason = grade == .assumed || grade == .rule
    let texts = evidence.citations.filter { $0.document != "report" }
    return ParameterDeclaration(
      name: number.name(of: measure), slot: number.name(of: measure), label: number.label(of: label),
      documentation: "", scale: number.scale, value: value, low: range.lowerBound, high: range.upperBound,
      standardError: error, neutral: number.neutral, grade: grade,
      reason: isReason ? texts.map(\.document).joined(separator: "; ") : "",
      citations: isReason ? evidence.citations.filter { $0.document == "report" } : evidence.citations, owner: measure)
  }

  /// Reports what is beyond any measure, or beyond the number's own range.
  private mutating func check(
    _ value: Double, _ error: Double?, _ range: ClosedRange<Double>, of number: MeasureNumber, _ stated: StatedNumber
  ) -> Bool {
    func text(_ range: ClosedRange<Double>) -> String {
      "\(SourceNumber.text(range.lowerBound)) to \(Quantity(range.upperBound, number.unit))"
    }
    let key = number.key.rawValue
    if let error, error <= 0, let span = stated.se?.span {
      report(.outOfRange("A standard error", Quantity(error, number.unit), allowed: "above 0", span))
      return false
    }
    let ends = [range.lowerBound, range.upperBound].map { ("An end of the range of `\(key)`", $0) }
    for (what, bound) in [("`\(key)`", value)] + ends where !number.limits.contains(bound) {
      report(.outOfRange(what, Quantity(bound, number.unit), allowed: text(number.limits), stated.value.span))
      return false
    }
    guard range.contains(value) else {
      report(.outOfRange("`\(key)`", Quantity(value, number.unit), allowed: text(range), stated.value.span))
      return false
    }
    return true
  }

  private mutating func amount(_ expression: Expression, of number: MeasureNumber) -> Double? {
    guard let quantity = quantity(expression) else { return nil }
    guard let converted = quantity.converted(to: number.unit) else {
      report(.wrongUnit(quantity, expected: number.unit, expression.span))
      return nil
    }
    return converted.value
  }

  private mutating func bounds(
    _ low: Expression, _ high: Expression, of number: MeasureNumber
  ) -> ClosedRange<Double>? {
    guard let range = range(low, high) else { return nil }
    guard let least = Quantity(range.bounds.lowerBound, range.unit).converted(to: number.unit),
      let most = Quantity(range.bounds.upperBound, range.unit).converted(to: number.unit)
    else {
      report(.wrongUnit(Quantity(range.bounds.upperBound, range.unit), expected: number.unit, high.span))
      return nil
    }
    return least.value...most.value
  }
}

extension Properties {
  /// Whom a measure is for.
  mutating func eligible(
    in checker: inout Checker
  ) -> (groups: [MeasureGroup], persons: PersonCondition?)? {
    guard case .eligible(let names, let target)? = require(.who, in: &checker)?.value else { return nil }
    checker.reportRepeated(names)
    let groups = names.compactMap { name -> MeasureGroup? in
      let group = MeasureGroup(rawValue: name.text)
      if group == nil {
        checker.report(.unknownChoice(name.text, of: "who", MeasureGroup.allCases.map(\.rawValue), name.span))
      }
      return group
    }
    guard let target else { return (groups, nil) }
    guard let condition = checker.condition(target.condition) else { return nil }
    return checker.reportIfNobody([condition], target.condition.span) ? (groups, condition) : nil
  }

  /// A number of a measure as it is stated, with the place of its line.
  mutating func stated(_ number: MeasureNumber, in checker: inout Checker) -> (number: StatedNumber, span: Span)? {
    guard let property = require(number.key, in: &checker), case .stated(let stated) = property.value else {
      return nil
    }
    return (stated, property.span)
  }

  /// How many a scenario may give a measure.
  mutating func intake(in checker: inout Checker) -> MeasureIntake? {
    let share = take(.share)
    if share != nil, let places = take(.places) { checker.report(.placesAndShare(places.span)) }
    guard let property = share ?? require(.places, in: &checker), case .range(let low, let high) = property.value,
      let range = checker.range(low, high)
    else { return nil }
    let unit: Unit = share == nil ? .persons : .share
    let most = Quantity(range.bounds.upperBound, range.unit)
    guard range.unit == unit else {
      checker.report(.wrongUnit(most, expected: unit, high.span))
      return nil
    }
    guard range.bounds.lowerBound == 0 else {
      let lowest = Quantity(range.bounds.lowerBound, unit)
      checker.report(.outOfRange("The lower bound", lowest, allowed: "0, the baseline", low.span))
      return nil
    }
    let limit = share == nil ? 100_000 : 0.9
    guard most.value > 0, most.value <= limit else {
      checker.report(.outOfRange("The upper bound", most, allowed: "up to \(Quantity(limit, unit))", high.span))
      return nil
    }
    return share == nil ? .places(most: most.value) : .share(most: most.value)
  }
}

extension MeasureNumber {
  fileprivate var key: PropertySyntax.Key {
    switch self {
    case .effectDuring: .effectDuring
    case .effectAfter: .effectAfter
    case .length: .length
    case .cost: .cost
    }
  }
}

extension Citation {
  /// Whether it is more than quotation marks with nothing between them.
  fileprivate var saysSomething: Bool { document.contains { !$0.isWhitespace } }
}
