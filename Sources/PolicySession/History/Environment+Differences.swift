import PolicyCore
import PolicyLang

extension Environment {
  /// All names, also those of modules.
  var namesInUse: Set<String> {
    Set(scenarioNames + values.keys + functions.keys + catalogue.names)
  }

  /// The names that mean something else in another environment, sorted.
  ///
  /// Where they were given does not count, nor what else has a name there.
  ///
  /// - Parameter renamed: Other names that definitions may have there, for what scenarios start from.
  func differences(from other: Environment, renamed: [String: Set<String>] = [:]) -> [String] {
    let scenarios = scenarios.filter { name, scenario in
      guard let same = other.scenarios[name] else { return true }
      return !scenario.means(same, renamed)
    }.keys
    let values = values.filter { name, value in
      value.quantity != other.values[name]?.quantity || value.documentation != other.values[name]?.documentation
    }.keys
    let functions = functions.filter { name, function in
      function.meaning != other.functions[name]?.meaning
        || function.documentation != other.functions[name]?.documentation
    }.keys
    let declared = catalogue.differences(from: other.catalogue)
    return (Array(scenarios) + Array(values) + Array(functions) + declared).sorted()
  }
}

extension ScenarioDeclaration {
  fileprivate func means(_ other: ScenarioDeclaration, _ renamed: [String: Set<String>]) -> Bool {
    var plan = other.plan
    // Its base may have got another name.
    if let base = self.plan.base, let otherBase = plan.base, renamed[base]?.contains(otherBase) == true {
      plan.base = base
    }
    var schedules = other.schedules
    // A measure that was declared again may have got another name, too.
    for measure in self.plan.measures {
      let names = renamed[measure.name] ?? []
      guard let name = plan.measures.map(\.name).first(where: names.contains) else { continue }
      plan = plan.renaming(measure: name, to: measure.name)
      schedules = schedules.reduce(into: [:]) { $0[$1.key.renamingOwner(name, to: measure.name)] = $1.value }
    }
    return self.plan == plan && documentation == other.documentation && self.schedules == schedules
  }
}

extension Catalogue {
  fileprivate var names: [String] {
    levers.map(\.name) + outcomes.map(\.name) + attributes.map(\.name) + groups.map(\.name) + parameters.map(\.name)
      + measures.map(\.name)
  }

  fileprivate func differences(from other: Catalogue) -> [String] {
    levers.filter { other.lever($0.name) != $0 }.map(\.name)
      + outcomes.filter { other.outcome($0.name) != $0 }.map(\.name)
      + attributes.filter { other.attribute($0.name) != $0 }.map(\.name)
      + groups.filter { other.group($0.name) != $0 }.map(\.name)
      + parameters.filter { other.parameter($0.name) != $0 }.map(\.name)
      + measures.filter { other.measure($0.name) != $0 }.map(\.name)
  }
}
