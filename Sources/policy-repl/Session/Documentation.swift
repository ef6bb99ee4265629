import PolicyCore
import PolicyLang
import PolicyReport
import PolicySession

/// What `:doc NAME` shows: the page of a declared name, or what the session knows of its own.
struct Documentation {
  var environment: Environment
  var catalogue: Catalogue
  var style: TextStyle

  /// What `explain NAME` shows: the page of a name, and of a scenario those of the levers that it changes too.
  func explanation(of name: String) -> String? {
    guard let page = text(of: name) else { return nil }
    guard case .scenario(_, let scenario) = environment.topic(name) else { return page }
    let earlier = scenario.base.flatMap { environment.scenarios[$0] }?.plan.settings ?? []
    let set = Set(Set(scenario.plan.settings).symmetricDifference(earlier).map(\.slot))
    let levers = catalogue.levers.filter { $0.slot == $0.name && set.contains($0.slot) }
    return ([page] + levers.compactMap { DocumentationPage(catalogue, style: style).text(of: $0.name) })
      .joined(separator: "\n\n")
  }

  func text(of name: String) -> String? {
    guard !name.isEmpty else { return DocumentationPage(catalogue, style: style).index }
    switch environment.topic(name) {
    case .scenario(let name, let scenario):
      return ScenarioPage(style: style).text(
        name: name, base: scenario.base, documentation: scenario.documentation, place: scenario.place,
        schedules: scenario.schedules, rules: scenario.plan.settings.filter { $0.persons != nil }, catalogue: catalogue)
    case .value(let name, let value):
      let quantity = NumberFormat(style.language).quantity(value.quantity.value, value.quantity.unit)
      return "\(name) = \(quantity)" + (value.documentation.isEmpty ? "" : "\n" + "  " + value.documentation)
    case .function(let function):
      return "\(function.signature) = \(function.text)"
        + (function.documentation.isEmpty ? "" : "\n" + "  " + function.documentation)
    case .builtIn(let function): return function.rawValue + "\n" + "  " + function.documentation
    case .keyword: return Help(catalogue: catalogue, style: style).page(name)
    case .declared(let name): return DocumentationPage(catalogue, style: style).text(of: name)
    case nil: return DocumentationPage(catalogue, style: style).text(of: name)
    }
  }
}
