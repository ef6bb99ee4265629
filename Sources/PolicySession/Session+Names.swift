import PolicyCore
import PolicyLang

/// What a name stands for.
public enum Topic: Sendable {
  /// A lever, outcome, attribute, group, parameter or measure: its page is made from the catalogue.
  case declared(String)
  case scenario(String, ScenarioDeclaration)
  case value(String, ValueDeclaration)
  case function(FunctionDeclaration)
  /// A function of the language's own.
  case builtIn(BuiltInFunction)
  /// A word of the language; some stand in several places.
  case keyword([Keyword])
}

extension Session {
  /// What a name stands for here; a lever of a scenario stands for the lever.
  public func topic(_ name: String) -> Topic? { environment.topic(name) }

  /// Every name that has a page, for completion and near names: what was defined here first.
  public var names: [String] { environment.namesWithPages }
}

extension Environment {
  /// What a name stands for here; a lever of a scenario stands for the lever.
  public func topic(_ name: String) -> Topic? {
    if let scenario = scenarios[name] { return .scenario(name, scenario) }
    if let value = values[name] { return .value(name, value) }
    if let function = functions[name] { return .function(function) }
    if let function = BuiltInFunction(rawValue: name) { return .builtIn(function) }
    let isDeclared =
      catalogue.lever(name) != nil || catalogue.outcome(name) != nil || catalogue.attribute(name) != nil
      || catalogue.group(name) != nil || catalogue.parameter(name) != nil || catalogue.measure(name) != nil
    if isDeclared { return .declared(name) }
    if let dot = name.firstIndex(of: "."), scenarios[String(name[..<dot])] != nil {
      let lever = String(name[name.index(after: dot)...])
      return catalogue.lever(lever) == nil ? nil : .declared(lever)
    }
    let words = Language.keywords.filter { $0.word == name }
    return words.isEmpty ? nil : .keyword(words)
  }
}
