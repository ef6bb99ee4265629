import PolicyCore

/// The lines of a declaration, taken one by one; what nobody takes does not belong there.
struct Properties {
  private let declaration: DeclarationSyntax
  private var left: [PropertySyntax.Key: [PropertySyntax]] = [:]
  private var isMissingSome = false

  init(_ declaration: DeclarationSyntax, in checker: inout Checker) {
    self.declaration = declaration
    for property in declaration.properties {
      if !property.key.isRepeated, left[property.key] != nil {
        checker.report(.repeatedProperty(property.key.rawValue, property.span))
      } else {
        left[property.key, default: []].append(property)
      }
    }
  }

  mutating func take(_ key: PropertySyntax.Key) -> PropertySyntax? {
    left.removeValue(forKey: key)?.first
  }

  mutating func all(_ key: PropertySyntax.Key) -> [PropertySyntax.Value] {
    (left.removeValue(forKey: key) ?? []).map(\.value)
  }

  mutating func require(_ key: PropertySyntax.Key, in checker: inout Checker) -> PropertySyntax? {
    if let property = take(key) { return property }
    isMissingSome = true
    checker.report(.missingProperty(key.rawValue, of: declaration))
    return nil
  }

  /// Reports the lines that were not taken, and says whether nothing required is missing.
  mutating func areComplete(in checker: inout Checker) -> Bool {
    let kind = declaration.kind.rawValue + (declaration.target == nil ? "" : " that sets another")
    for property in left.values.flatMap({ $0 }).sorted(by: { $0.span.start < $1.span.start }) {
      checker.report(.misplacedProperty(property.key.rawValue, kind: kind, property.span))
    }
    return !isMissingSome
  }

  mutating func takeLabel(_ key: PropertySyntax.Key) -> Label? {
    if case .label(let label)? = take(key)?.value { label } else { nil }
  }

  mutating func label(in checker: inout Checker) -> Label {
    if case .label(let label)? = require(.label, in: &checker)?.value { return label }
    return Label(nb: "", en: "")
  }

  mutating func text(_ key: PropertySyntax.Key, isRequired: Bool, in checker: inout Checker) -> String {
    let property = isRequired ? require(key, in: &checker) : take(key)
    if case .text(let text)? = property?.value { return text }
    return ""
  }

  mutating func unit(in checker: inout Checker) -> Unit {
    if case .unit(let unit)? = require(.unit, in: &checker)?.value { return unit }
    return .number
  }

  mutating func citations() -> [Citation] {
    if case .citations(let citations)? = take(.source)?.value { citations } else { [] }
  }

  /// The words of a closed list that a required property names.
  mutating func words<Word: RawRepresentable & CaseIterable>(
    _ key: PropertySyntax.Key, as type: Word.Type, in checker: inout Checker
  ) -> [Word] where Word.RawValue == String {
    guard case .names(let names)? = require(key, in: &checker)?.value else { return [] }
    var words: [Word] = []
    for name in names {
      if let word = Word(rawValue: name.text) {
        words.append(word)
      } else {
        checker.report(.unknownChoice(name.text, of: key.rawValue, Word.allCases.map(\.rawValue), name.span))
      }
    }
    return words
  }

  mutating func word<Word: RawRepresentable & CaseIterable>(
    _ key: PropertySyntax.Key, default inherited: Word?, in checker: inout Checker
  ) -> Word? where Word.RawValue == String {
    if inherited != nil, left[key] == nil { return inherited }
    return words(key, as: Word.self, in: &checker).first
  }

  /// The word of a closed list that a property names, or what holds without the property.
  mutating func word<Word: RawRepresentable & CaseIterable>(
    _ key: PropertySyntax.Key, orElse absent: Word, in checker: inout Checker
  ) -> Word where Word.RawValue == String {
    left[key] == nil ? absent : words(key, as: Word.self, in: &checker).first ?? absent
  }

  /// The lever that `at_most` names.
  mutating func limit() -> Name? {
    guard case .names(let names)? = take(.atMost)?.value else { return nil }
    return names.first
  }

  /// The stored value of a number.
  mutating func number(_ key: PropertySyntax.Key, isRequired: Bool = false, in checker: inout Checker) -> Double? {
    let property = isRequired ? require(key, in: &checker) : take(key)
    guard case .expression(let expression)? = property?.value, let quantity = checker.quantity(expression) else {
      return nil
    }
    return checker.parameterValue(quantity, expression.span)
  }

  /// The place of `value fitted`.
  mutating func fittedSpan() -> Span? {
    guard case .expression(.name(let name))? = left[.value]?.first?.value, name.text == "fitted" else { return nil }
    left[.value] = nil
    return name.span
  }

  mutating func range(in checker: inout Checker) -> ClosedRange<Double>? {
    guard case .range(let low, let high)? = take(.range)?.value else { return nil }
    guard let range = checker.range(low, high), checker.parameterValue(Quantity(0, range.unit), high.span) != nil else {
      return nil
    }
    return range.bounds
  }

  mutating func domain(default inherited: LeverDomain?, in checker: inout Checker) -> LeverDomain? {
    if inherited != nil, left[.domain] == nil { return inherited }
    switch require(.domain, in: &checker)?.value {
    case .weightsDomain: return .weights
    case .levelDomain(let skill):
      if let skill = LanguageSkill(rawValue: skill.text) { return .levelTarget(skill: skill) }
      let choices = LanguageSkill.allCases.map(\.rawValue)
      checker.report(.unknownChoice(skill.text, of: "domain level", choices, skill.span))
      return nil
    case .range(let low, let high):
      guard let range = checker.range(low, high) else { return nil }
      return .quantity(unit: range.unit, low: range.bounds.lowerBound, high: range.bounds.upperBound)
    default: return nil
    }
  }

  mutating func baseline(
    of lever: String, _ domain: LeverDomain, default inherited: LeverValue?, in checker: inout Checker
  ) -> LeverValue? {
    if inherited != nil, left[.baseline] == nil { return inherited }
    guard case .expression(let expression)? = require(.baseline, in: &checker)?.value else { return nil }
    return checker.leverValue(checker.evaluate(expression), in: domain, of: lever, expression.span)
  }

  /// The parameters that a lever acts through.
  mutating func mechanism(in checker: inout Checker) -> [String]? {
    guard case .names(let names)? = take(.through)?.value else { return nil }
    return names.compactMap { checker.parameter($0)?.slot }
  }
}

extension Checker {
  /// Both bounds in one unit; a bare lower bound takes the unit of the upper one.
  mutating func range(_ low: Expression, _ high: Expression) -> (bounds: ClosedRange<Double>, unit: Unit)? {
    guard let upper = quantity(high), var lower = quantity(low) else { return nil }
    if lower.unit == .number, upper.unit != .number {
      lower = Quantity(lower.value / upper.unit.displayFactor, upper.unit)
    }
    guard let converted = lower.converted(to: upper.unit) else {
      report(.wrongUnit(lower, expected: upper.unit, low.span))
      return nil
    }
    guard converted.value <= upper.value else {
      report(.boundsReversed(low.span.merged(with: high.span)))
      return nil
    }
    return (converted.value...upper.value, upper.unit)
  }
}
