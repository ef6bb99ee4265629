import PolicyCore

extension Checker {
  /// Checks values, functions, scenarios, groups, outcomes and measures in the order of their dependence, whatever the order of
  /// the text.
  mutating func checkDefinitions(_ statements: [(offset: Int, element: Statement)]) {
    var definitions: [String: Int] = [:]
    for (position, (_, statement)) in statements.enumerated() {
      guard let name = statement.definedName else { continue }
      if mode != .session, definitions[name.text] != nil {
        if let site = environment.places[name.text] { report(.duplicateName(name.text, name.span, earlier: site)) }
        continue
      }
      if definitions[name.text] == nil, give(name) {
        definitions[name.text] = position
      } else {
        failedNames.insert(name.text)
      }
    }
    for position in inOrderOfDependence(statements, definitions) {
      let (index, statement) = statements[position]
      switch statement.kind {
      case .binding(let name, let value): define(name, value, statement, at: index)
      case .function(let function): define(function, statement, at: index)
      case .scenario(let scenario): define(scenario, statement, at: index)
      case .group(let group): define(group, statement, at: index)
      case .outcome(let outcome): define(outcome, statement, at: index)
      case .declaration(let measure): define(measure: measure, statement, at: index)
      default: break
      }
    }
  }

  private mutating func define(_ name: Name, _ value: Expression, _ statement: Statement, at index: Int) {
    guard let quantity = quantity(value) else {
      failedNames.insert(name.text)
      return
    }
    environment.values[name.text] = ValueDeclaration(
      quantity: quantity, documentation: statement.documentation, place: file.place(at: name.span.start))
    record(.let(name.text, quantity), at: index)
  }

  private mutating func define(_ scenario: ScenarioSyntax, _ statement: Statement, at index: Int) {
    let name = scenario.name
    context = "scenario \(name.text)"
    defer { context = "" }
    guard let declaration = declaration(of: scenario, statement.documentation) else {
      failedNames.insert(name.text)
      return
    }
    environment.scenarios[name.text] = declaration
    environment.scenarioNames.append(name.text)
    record(.scenario(name.text), at: index)
  }

  /// The definitions, each after those that it refers to; circles are reported and left out.
  ///
  /// Depth first with an own stack: chains may be as long as files.
  private mutating func inOrderOfDependence(
    _ statements: [(offset: Int, element: Statement)], _ definitions: [String: Int]
  ) -> [Int] {
    enum State { case open, done }
    var state: [Int: State] = [:]
    var order: [Int] = []
    func references(_ position: Int) -> [Name] {
      let statement = statements[position].element
      return statement.references
        + statement.owners.filter { definitions[$0.text].map { statements[$0].element.isMeasure } ?? false }
    }
    for root in definitions.values.sorted() where state[root] == nil {
      var stack = [(position: root, references: references(root))]
      state[root] = .open
      while let top = stack.last {
        guard let name = top.references.last else {
          stack.removeLast()
          if state[top.position] == .open { order.append(top.position) }
          state[top.position] = .done
          continue
        }
        stack[stack.count - 1].references.removeLast()
        guard let position = definitions[name.text] else { continue }
        if state[position] == nil {
          state[position] = .open
          stack.append((position, references(position)))
        } else if state[position] == .open, let start = stack.firstIndex(where: { $0.position == position }) {
          let circle = stack[start...].map { statements[$0.position].element.declaredName }
          for element in stack[start...] where state[element.position] == .open {
            state[element.position] = .done
            failedNames.insert(statements[element.position].element.declaredName)
          }
          report(.scenarioCycle(circle + [name.text], name.span))
        }
      }
    }
    return order
  }
}

extension Statement {
  /// The name of a value, a function, a scenario, a group, an outcome or a measure that it defines.
  var definedName: Name? {
    switch kind {
    case .binding(let name, _): name
    case .function(let function): function.name
    case .scenario(let scenario): scenario.name
    case .group(let group): group.name
    case .outcome(let outcome): outcome.name
    case .declaration(let declaration): declaration.kind == .measure ? declaration.name : nil
    default: nil
    }
  }

  fileprivate var isMeasure: Bool {
    if case .declaration(let declaration) = kind { declaration.kind == .measure } else { false }
  }

  /// The first parts of the levers and parameters that it sets: the measures that may have brought them.
  fileprivate var owners: [Name] {
    guard case .scenario(let scenario) = kind else { return [] }
    return (scenario.assignments.map(\.lever) + scenario.assumptions.map(\.parameter)).map(\.owner)
  }

  /// What a definition may depend on: names, or the scenarios in `SCENARIO.LEVER`; the last one first.
  fileprivate var references: [Name] {
    switch kind {
    case .binding(_, let value): value.references
    case .function(let function):
      function.body.references.filter { name in !function.parameters.contains { $0.name.text == name.text } }
    case .scenario(let scenario): scenario.references
    case .group(let group): group.condition.names
    case .outcome(let outcome): outcome.aggregate.names + (outcome.among?.names ?? [])
    case .declaration(let declaration): declaration.kind == .measure ? declaration.properties.flatMap(\.names) : []
    default: []
    }
  }
}

extension ScenarioSyntax {
  fileprivate var references: [Name] {
    var names = assumptions.flatMap(\.value.references) + assignments.flatMap(\.value.references)
    names += (rules + assignments.compactMap(\.target)).flatMap(\.condition.names)
    if let base { names.append(base) }
    return names
  }
}

extension Expression {
  fileprivate var references: [Name] {
    names.map(\.owner) + functions
  }
}

extension PropertySyntax {
  /// What a line of a measure refers to.
  fileprivate var names: [Name] {
    switch value {
    case .eligible(_, let target): target?.condition.names ?? []
    case .range(let low, let high): low.references + high.references
    case .stated(let number):
      ([number.value, number.se, number.range?.low, number.range?.high].compactMap { $0 }).flatMap(\.references)
    default: []
    }
  }
}

extension Name {
  /// What stands before its first dot.
  fileprivate var owner: Name { Name(text: String(text.prefix { $0 != "." }), span: span) }
}
