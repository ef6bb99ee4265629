import PolicyCore

extension Checker {
  /// Checks the units of a function and keeps what it refers to.
  ///
  /// A function can be built on others but not on itself, so every calculation ends.
  mutating func define(_ function: FunctionSyntax, _ statement: Statement, at index: Int) {
    context = "function \(function.name.text)"
    defer { context = "" }
    guard let declaration = declaration(of: function, statement.documentation) else {
      failedNames.insert(function.name.text)
      return
    }
    environment.functions[function.name.text] = declaration
    record(.declaration(function.name.text), at: index)
  }

  private mutating func declaration(of syntax: FunctionSyntax, _ documentation: String) -> FunctionDeclaration? {
    let parameters = syntax.parameters.map { FunctionDeclaration.Parameter(name: $0.name.text, unit: $0.unit) }
    guard checkNames(of: syntax), let captured = captured(by: syntax), let functions = functionsCalled(by: syntax.body)
    else { return nil }
    var function = FunctionDeclaration(
      name: syntax.name.text, parameters: parameters, text: syntax.body.text(), documentation: documentation,
      place: file.place(at: syntax.name.span.start), body: syntax.body, site: Site(file: file, span: syntax.body.span),
      sample: .invalid, captured: captured, functions: functions,
      depth: 1 + (functions.values.map(\.depth).max() ?? 0), meaning: 0,
      months: Set(captured.values.flatMap { $0.changes.map(\.month) }).union(functions.values.flatMap(\.months)))
    guard function.depth <= FunctionDeclaration.deepestCalls else {
      report(.callsTooDeep(syntax.name.span))
      return nil
    }
    let ones = Dictionary(parameters.map { ($0.name, Quantity(1, $0.unit)) }) { $1 }
    function.sample = evaluate(
      syntax.body, in: Scope(call: FunctionCall(function: function, arguments: ones), isTyping: true))
    guard function.sample != .invalid else { return nil }
    function.meaning = meaning(of: function)
    return function
  }

  /// Each parameter has a name of its own, and is used.
  private mutating func checkNames(of syntax: FunctionSyntax) -> Bool {
    let problems = diagnostics.count
    if BuiltInFunction(rawValue: syntax.name.text) != nil {
      report(.functionOfLanguage(syntax.name.text, syntax.name.span))
    }
    var sites: [String: Site] = [:]
    let used = Set(syntax.body.names.map(\.text))
    for parameter in syntax.parameters {
      let name = parameter.name
      if let earlier = sites[name.text] ?? environment.places[name.text] {
        report(.duplicateName(name.text, name.span, earlier: earlier))
      } else if !used.contains(name.text) {
        report(.parameterNotUsed(name.text, name.span))
      }
      sites[name.text] = Site(file: file, span: name.span)
    }
    return diagnostics.count == problems
  }

  /// What the names in the body stand for, but for the parameters.
  private mutating func captured(by syntax: FunctionSyntax) -> [String: Schedule]? {
    var captured: [String: Schedule] = [:]
    let parameters = Set(syntax.parameters.map(\.name.text))
    for name in syntax.body.names where !parameters.contains(name.text) && captured[name.text] == nil {
      guard let schedule = lookUp(name, parameters: parameters) else { return nil }
      captured[name.text] = schedule
    }
    return captured
  }

  private mutating func functionsCalled(by body: Expression) -> [String: FunctionDeclaration]? {
    var functions: [String: FunctionDeclaration] = [:]
    for name in body.functions {
      if let function = environment.functions[name.text] {
        functions[name.text] = function
      } else if BuiltInFunction(rawValue: name.text) == nil {
        reportUnknownFunction(name)
        return nil
      }
    }
    return functions
  }

  private func meaning(of function: FunctionDeclaration) -> Int {
    var names: [String] = []
    func number(_ name: String) -> String {
      if BuiltInFunction(rawValue: name) != nil { return name }
      if !names.contains(name) { names.append(name) }
      return "$\(names.firstIndex(of: name) ?? 0)"
    }
    var hasher = Hasher()
    for parameter in function.parameters {
      hasher.combine(parameter.unit)
      hasher.combine(number(parameter.name))
    }
    hasher.combine(function.body.text(naming: number))
    for name in names {
      hasher.combine(function.captured[name])
      hasher.combine(function.functions[name]?.meaning)
    }
    return hasher.finalize()
  }
}
