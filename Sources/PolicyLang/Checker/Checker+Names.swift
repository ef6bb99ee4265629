import PolicyCore

extension Checker {
  mutating func lever(_ name: Name) -> LeverDeclaration? {
    if let lever = environment.catalogue.lever(name.text) { return lever }
    let near = Spelling.nearest(to: name.text, among: environment.catalogue.levers.map(\.name))
    let all = environment.catalogue.levers.map(\.name)
    reportUnknown(name, .unknownLever(name.text, near: near.flatMap(environment.catalogue.lever), all: all, name.span))
    return nil
  }

  mutating func parameter(_ name: Name) -> ParameterDeclaration? {
    if let parameter = environment.catalogue.parameter(name.text) { return parameter }
    let near = Spelling.nearest(to: name.text, among: environment.catalogue.parameters.map(\.name))
    let all = environment.catalogue.parameters.map(\.name)
    reportUnknown(name, .unknownParameter(name.text, near: near, all: all, name.span))
    return nil
  }

  /// - Parameter isOffered: which of them are suggested for a name that is none.
  mutating func attribute(
    _ name: Name, offering isOffered: (AttributeDeclaration) -> Bool = { _ in true }
  ) -> AttributeDeclaration? {
    if let attribute = environment.catalogue.attribute(name.text) { return attribute }
    let all = environment.catalogue.attributes.filter(isOffered).map(\.name)
    let near = Spelling.nearest(to: name.text, among: all)
    let isGroup = environment.catalogue.group(name.text) != nil
    reportUnknown(name, .unknownAttribute(name.text, near: near, all: all, isGroup: isGroup, name.span))
    return nil
  }

  mutating func outcome(_ name: Name) -> OutcomeDeclaration? {
    if let outcome = environment.catalogue.outcome(name.text) { return outcome }
    let near = Spelling.nearest(to: name.text, among: environment.catalogue.outcomes.map(\.name))
    let all = environment.catalogue.outcomes.map(\.name)
    reportUnknown(name, .unknownOutcome(name.text, near: near, all: all, name.span))
    return nil
  }

  mutating func group(_ name: Name) -> GroupDeclaration? {
    if let group = environment.catalogue.group(name.text) { return group }
    let near = Spelling.nearest(to: name.text, among: environment.catalogue.groups.map(\.name))
    let isAttribute = environment.catalogue.attribute(name.text) != nil
    reportUnknown(name, .unknownGroup(name.text, near: near, isAttribute: isAttribute, name.span))
    return nil
  }

  /// A scenario that knows all measures, since a question may move any of them.
  mutating func scenario(_ name: Name) -> ScenarioDeclaration? {
    if var scenario = environment.scenarios[name.text] {
      scenario.plan = scenario.plan.knowing(environment.catalogue.measures)
      return scenario
    }
    let near = Spelling.nearest(to: name.text, among: environment.scenarioNames)
    reportUnknown(name, .unknownScenario(name.text, near: near, all: environment.scenarioNames, name.span))
    return nil
  }

  /// The value of a parameter: a plain number or a share; its scale is told in words, not in a unit.
  mutating func parameterValue(_ quantity: Quantity, _ span: Span) -> Double? {
    if [.number, .share, .points].contains(quantity.unit) { return quantity.value }
    report(.wrongUnit(quantity, expected: .number, span))
    return nil
  }

  /// A checked value as a lever takes it: the kind, the unit and the range must fit.
  mutating func leverValue(_ value: Value, in domain: LeverDomain, of lever: String, _ span: Span) -> LeverValue? {
    switch (domain, value) {
    case (_, .invalid): return nil
    case (.weights, .weights(let left, let right)): return .weights(left, right)
    case (.levelTarget(let skill), .levelTarget(let level, let given, let share)) where skill == given:
      return .levelTarget(level: level, skill: skill, share: share)
    case (.quantity(let unit, let low, let high), .quantity(let quantity)):
      guard let converted = quantity.converted(to: unit) else {
        report(.wrongUnit(quantity, expected: unit, span))
        return nil
      }
      // Half a millionth of tolerance: bounds are decimal, arithmetic is not.
      guard converted.value >= low - 5e-7, converted.value <= high + 5e-7 else {
        report(.outOfRange("`\(lever)`", converted, allowed: domain.description, span))
        return nil
      }
      return .quantity(Quantity(min(max(converted.value, low), high), unit))
    default:
      report(.wrongKind(expected: domain.description, found: value.kind, span))
      return nil
    }
  }
}
