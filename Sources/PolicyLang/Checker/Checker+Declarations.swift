import PolicyCore

extension Checker {
  /// Adds a declaration to the catalogue; says under which name, when all is well.
  mutating func declare(_ statement: Statement) -> String? {
    let problems = diagnostics.count
    switch statement.kind {
    case .declaration(let declaration):
      context = "\(declaration.kind.rawValue) \(declaration.name.text)"
      defer { context = "" }
      var properties = Properties(declaration, in: &self)
      switch declaration.kind {
      case .attribute: declareAttribute(declaration, &properties, statement.documentation)
      case .parameter: declareParameter(declaration, &properties, statement.documentation)
      case .outcome: declareOutcome(declaration, &properties, statement.documentation)
      case .lever: declareLever(declaration, &properties, statement.documentation)
      // A definition, in the order of what it depends on.
      case .measure: return nil
      }
    default: return nil
    }
    let hasFailed = diagnostics.dropFirst(problems).contains { $0.severity == .error }
    if hasFailed { failedNames.insert(statement.declaredName) }
    return hasFailed ? nil : statement.declaredName
  }

  private mutating func declareAttribute(
    _ declaration: DeclarationSyntax, _ properties: inout Properties, _ documentation: String
  ) {
    var categories: [AttributeDeclaration.Category] = []
    let ofScale = properties.all(.category)
    let outside = properties.all(.outside)
    for case .category(let name, let label) in ofScale + outside {
      if categories.contains(where: { $0.key == name.text }) {
        report(.repeatedProperty("category \(name.text)", name.span))
      }
      categories.append(.init(key: name.text, label: label))
    }
    let isOrdered = properties.take(.ordered) != nil
    let countsYears = properties.take(.counted) != nil
    let isLived = properties.take(.lived) != nil
    let label = properties.label(in: &self)
    if ofScale.isEmpty { report(.missingProperty("category", of: declaration)) }
    guard properties.areComplete(in: &self), give(declaration.name, in: .attribute) else { return }
    let name = declaration.name.text
    environment.catalogue.attributes.replace(
      [
        AttributeDeclaration(
          name: name, slot: name, label: label, documentation: documentation, categories: categories,
          isOrdered: isOrdered, outside: outside.count, countsYears: countsYears, isLived: isLived)
      ], by: \.name)
  }

  private mutating func declareOutcome(
    _ declaration: DeclarationSyntax, _ properties: inout Properties, _ documentation: String
  ) {
    let label = properties.label(in: &self)
    let unit = properties.unit(in: &self)
    let clocks = properties.words(.clock, as: Clock.self, in: &self)
    let isMonthly = properties.take(.monthly) != nil
    let citations = properties.citations()
    guard properties.areComplete(in: &self), give(declaration.name, in: .outcome) else { return }
    let name = declaration.name.text
    environment.catalogue.outcomes.replace(
      [
        OutcomeDeclaration(
          name: name, slot: name, label: label, documentation: documentation, unit: unit, clocks: clocks,
          citations: citations, isMonthly: isMonthly)
      ], by: \.name)
  }

  private mutating func declareParameter(
    _ declaration: DeclarationSyntax, _ properties: inout Properties, _ documentation: String
  ) {
    let name = declaration.name.text
    let label = properties.label(in: &self)
    let scale = properties.text(.scale, isRequired: true, in: &self)
    let reason = properties.text(.reason, isRequired: false, in: &self)
    let grade = properties.words(.grade, as: EvidenceGrade.self, in: &self).first ?? .assumed
    let citations = properties.citations()
    let neutral = properties.number(.neutral, in: &self)
    let cautious = properties.number(.cautious, in: &self)
    let optimistic = properties.number(.optimistic, in: &self)
    var standardError = properties.number(.se, in: &self)
    let value: Double
    if let valueSpan = properties.fittedSpan() {
      guard let fit = fitted[name] else { return report(.noFittedValue(name, valueSpan)) }
      value = fit.value
      standardError = standardError ?? fit.standardError
    } else {
      guard let number = properties.number(.value, isRequired: true, in: &self) else { return }
      value = number
    }
    let margin = 1.96 * (standardError ?? 0)
    let range = properties.range(in: &self) ?? (value - margin)...(value + margin)
    guard properties.areComplete(in: &self) else { return }
    for (subject, stated) in [
      ("The value", value), ("The cautious value", cautious), ("The optimistic value", optimistic),
    ] {
      guard let stated, !range.contains(stated) else { continue }
      let allowed = "\(SourceNumber.text(range.lowerBound)) to \(SourceNumber.text(range.upperBound))"
      return report(.outOfRange(subject, Quantity(stated, .number), allowed: allowed, declaration.name.span))
    }
    guard give(declaration.name, in: .parameter) else { return }
    environment.catalogue.parameters.replace(
      [
        ParameterDeclaration(
          name: name, slot: name, label: label, documentation: documentation, scale: scale, value: value,
          low: range.lowerBound, high: range.upperBound, standardError: standardError, neutral: neutral, grade: grade,
          reason: reason, citations: citations, cautious: cautious, optimistic: optimistic)
      ], by: \.name)
  }

  private mutating func declareLever(
    _ declaration: DeclarationSyntax, _ properties: inout Properties, _ documentation: String
  ) {
    var target: LeverDeclaration?
    if let name = declaration.target {
      guard let found = lever(name) else { return }
      target = found
    }
    let name = declaration.name.text
    let label = properties.label(in: &self)
    let mechanism = properties.mechanism(in: &self) ?? target?.mechanism ?? []
    guard let domain = properties.domain(default: target?.domain, in: &self),
      let baseline = properties.baseline(of: name, domain, default: target?.baseline, in: &self)
    else { return }
    if let target, baseline != target.baseline {
      report(.baselineDiffers(declaration.name.span, from: target))
    }
    let read = properties.word(.read, default: target?.readAt, in: &self)
    let reach = properties.word(.reach, default: target?.reach, in: &self)
    let acts = properties.takeLabel(.acts) ?? target?.acts ?? Label(nb: "", en: "")
    let citations = properties.citations()
    var limit = target?.atMost
    var isCollective = target?.isCollective ?? false
    var moved: MovedEvent = target?.movesSettlement == true ? .settlement : .nothing
    // What a lever does to others and to clocks is the slot's: a lever that sets another one takes it over.
    if target == nil {
      if let other = properties.limit() {
        limit = other.text
        limits.append((name, other))
      }
      moved = properties.word(.moves, orElse: moved, in: &self)
      isCollective = properties.take(.collective) != nil
    }
    guard properties.areComplete(in: &self), let read, let reach, give(declaration.name) else { return }
    environment.catalogue.levers.replace(
      [
        LeverDeclaration(
          name: name, slot: target?.slot ?? name, label: label, documentation: documentation, domain: domain,
          baseline: baseline, readAt: read, reach: reach, mechanism: mechanism, acts: acts,
          citations: citations.isEmpty ? target?.citations ?? [] : citations, atMost: limit,
          movesSettlement: moved == .settlement, isCollective: isCollective)
      ], by: \.name)
  }
}

extension Statement {
  var declaredName: String {
    switch kind {
    case .declaration(let declaration): declaration.name.text
    case .group(let group): group.name.text
    case .outcome(let outcome): outcome.name.text
    case .binding(let name, _): name.text
    case .function(let function): function.name.text
    case .scenario(let scenario): scenario.name.text
    default: ""
    }
  }
}
