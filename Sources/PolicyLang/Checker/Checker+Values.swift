import PolicyCore

/// What an expression stands for.
enum Value: Hashable, Sendable {
  case quantity(Quantity)
  case weights(Int, Int)
  case levelTarget(LanguageLevel, LanguageSkill, share: Double)
  case level(LanguageLevel, LanguageSkill)
  case month(Month)
  /// Something wrong that has been reported.
  case invalid

  init(_ value: LeverValue) {
    switch value {
    case .quantity(let quantity): self = .quantity(quantity)
    case .weights(let left, let right): self = .weights(left, right)
    case .levelTarget(let level, let skill, let share): self = .levelTarget(level, skill, share: share)
    }
  }

  /// What it is called in messages.
  var kind: String {
    switch self {
    case .quantity(let quantity): quantity.unit.reading
    case .weights: "weights"
    case .levelTarget(_, let skill, _): "\(skill == .oral ? "an oral" : "a written") level with a share"
    case .level: "a language level"
    case .month: "a date"
    case .invalid: "nothing"
    }
  }
}

/// A lever whose name means its value in the base while its assignment is read.
struct OwnLever {
  var lever: LeverDeclaration
  var schedule: Schedule
}

/// Where an expression stands.
struct Scope {
  /// Whose assignment it is.
  var own: OwnLever?
  /// `nil` is the time before every change.
  var month: Month?
  /// The function that it is the body of.
  var call: FunctionCall?
  /// Only units are asked for: every number counts as one, so that no calculation can fail for its numbers.
  var isTyping = false
}

extension Checker {
  /// The value of an expression where it stands.
  mutating func evaluate(_ expression: Expression, in scope: Scope = Scope()) -> Value {
    switch expression {
    case .number(let number, let unit, _): return .quantity(Quantity(number, unit))
    case .weights(let left, let right, _): return .weights(left, right)
    case .month(let month, _): return .month(month)
    case .name(let name):
      if let call = scope.call { return call.value(of: name.text, at: scope.month) }
      guard let schedule = lookUp(name, own: scope.own) else { return .invalid }
      return Value(schedule.value(at: scope.month))
    case .level(let name, let skill): return level(name, skill)
    case .record(let fields, let span): return levelTarget(fields, span, in: scope)
    case .negative(let operand, _):
      guard let quantity = quantity(operand, in: scope) else { return .invalid }
      return .quantity(Quantity(-quantity.value, quantity.unit))
    case .call(let name, let arguments, let span): return call(name, arguments, span, in: scope)
    case .chain(let first, let steps):
      guard var result = quantity(first, in: scope) else { return .invalid }
      var span = first.span
      for step in steps {
        guard let operand = quantity(step.operand, in: scope),
          let next = combine(result, span, step, operand, isTyping: scope.isTyping)
        else { return .invalid }
        result = next
        span = span.merged(with: step.operand.span)
      }
      return .quantity(result)
    }
  }

  /// The number with unit that an expression stands for; anything else is reported.
  mutating func quantity(_ expression: Expression, in scope: Scope = Scope()) -> Quantity? {
    switch evaluate(expression, in: scope) {
    case .quantity(let quantity): return quantity
    case .invalid: return nil
    case let other:
      report(.wrongKind(expected: "a number with its unit", found: other.kind, expression.span))
      return nil
    }
  }

  /// What a name in a value stands for: a `let`, the assigned lever itself, or `SCENARIO.LEVER`.
  ///
  /// - Parameter parameters: further names that could have been meant.
  mutating func lookUp(_ name: Name, own: OwnLever? = nil, parameters: Set<String> = []) -> Schedule? {
    if let value = environment.values[name.text] { return Schedule(.quantity(value.quantity)) }
    if let own, own.lever.name == name.text { return own.schedule }
    if let reference = leverReference(name.text) { return reference.schedule }
    if environment.catalogue.lever(name.text) != nil {
      report(.leverNeedsScenario(name.text, example: environment.scenarioNames.first ?? "baseline", name.span))
    } else if environment.functions[name.text] != nil || BuiltInFunction(rawValue: name.text) != nil {
      report(.functionNotCalled(name.text, name.span))
    } else if LanguageLevel(rawValue: name.text) != nil {
      report(.missingSkill(name.text, name.span))
    } else if environment.scenarios[name.text] != nil {
      report(.scenarioIsNoValue(name.text, name.span))
    } else {
      let candidates = Array(environment.values.keys) + parameters + environment.catalogue.levers.map(\.name)
      let near = Spelling.nearest(to: name.text, among: candidates.sorted() + scenarioLevers(like: name.text))
      reportUnknown(name, .unknownValue(name.text, near: near, name.span))
    }
    return nil
  }

  /// `three_years.programme.length` as the lever of that scenario.
  func leverReference(_ text: String) -> (lever: LeverDeclaration, schedule: Schedule)? {
    guard let dot = text.firstIndex(of: "."), let scenario = environment.scenarios[String(text[..<dot])],
      let lever = environment.catalogue.lever(String(text[text.index(after: dot)...]))
    else { return nil }
    return (lever, scenario.schedules[lever.slot] ?? Schedule(lever.baseline))
  }

  /// `SCENARIO.LEVER` names for suggestions, of the scenario that the text names.
  private func scenarioLevers(like text: String) -> [String] {
    guard let dot = text.firstIndex(of: ".") else { return [] }
    let first = String(text[..<dot])
    let scenario =
      environment.scenarios[first] == nil
      ? Spelling.nearest(to: first, among: environment.scenarioNames) : first
    guard let scenario else { return [] }
    return environment.catalogue.levers.map { "\(scenario).\($0.name)" }
  }

  private mutating func level(_ name: Name, _ skill: Name) -> Value {
    guard let level = LanguageLevel(rawValue: name.text) else {
      let near = Spelling.nearest(to: name.text, among: LanguageLevel.allCases.map(\.rawValue))
      reportUnknown(name, .unknownLevel(name.text, near: near, name.span))
      return .invalid
    }
    return LanguageSkill(rawValue: skill.text).map { .level(level, $0) } ?? .invalid
  }

  private mutating func levelTarget(
    _ fields: [Expression.Field], _ span: Span, in scope: Scope
  ) -> Value {
    var level: (LanguageLevel, LanguageSkill)?
    var share: Double?
    for field in fields {
      switch field.name.text {
      case "level" where level == nil:
        switch evaluate(field.value, in: scope) {
        case .level(let value, let skill): level = (value, skill)
        case .invalid: return .invalid
        case let other:
          let expected = "a level with its skill, such as `B1 oral`"
          report(.wrongKind(expected: expected, found: other.kind, field.value.span))
          return .invalid
        }
      case "share" where share == nil:
        guard let quantity = quantity(field.value, in: scope) else { return .invalid }
        guard quantity.unit == .share else {
          report(.wrongUnit(quantity, expected: .share, field.value.span))
          return .invalid
        }
        guard (0...1).contains(quantity.value) else {
          report(.outOfRange("The share", quantity, allowed: "0 to 100 %", field.value.span))
          return .invalid
        }
        share = quantity.value
      default:
        report(.unknownField(field.name.text, field.name.span))
        return .invalid
      }
    }
    guard let level, let share else {
      report(.missingField(level == nil ? "level" : "share", span))
      return .invalid
    }
    return .levelTarget(level.0, level.1, share: share)
  }

  /// Shows a value by itself in a session.
  mutating func show(_ expression: Expression) -> CheckedStatement? {
    if case .name(let name) = expression, let reference = leverReference(name.text) {
      return .lever(reference.lever, reference.schedule, name.span)
    }
    return quantity(expression).map { .expression($0, expression.span) }
  }
}
