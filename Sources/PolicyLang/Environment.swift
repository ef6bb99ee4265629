import PolicyCore

/// Everything that has a name at a point of a program or a session.
public struct Environment: Sendable {
  /// What the prelude, and the program itself, declare.
  public var catalogue = Catalogue()
  /// By name.
  public internal(set) var scenarios: [String: ScenarioDeclaration] = [:]
  /// By name.
  public internal(set) var values: [String: ValueDeclaration] = [:]
  /// By name.
  public internal(set) var functions: [String: FunctionDeclaration] = [:]
  /// What `use` has brought, by the name of the file.
  public internal(set) var modules: [String: SourceFile] = [:]
  /// Where each name was given, for messages that point at both places.
  var places: [String: Site] = [:]
  /// Each name by its lower-case form: two names may not differ by case alone.
  var spellings: [String: String] = [:]
  /// Scenario names in the order in which they were declared.
  public internal(set) var scenarioNames: [String] = []

  public static let empty = Environment()

  /// Takes away what had a name, whatever it was, so that another thing can have it.
  mutating func forget(_ name: String) {
    values[name] = nil
    functions[name] = nil
    scenarios[name] = nil
    scenarioNames.removeAll { $0 == name }
    catalogue.groups.removeAll { $0.name == name }
    catalogue.levers.removeAll { $0.name == name }
    forgetOwned(by: name)
    catalogue.outcomes.removeAll { $0.name == name && $0.formula != nil }
  }

  /// Takes away the levers and parameters that a measure brought, with their names.
  private mutating func forgetOwned(by name: String) {
    guard let measure = catalogue.measure(name) else { return }
    for key in measure.keys {
      places[key] = nil
      spellings[key.lowercased()] = nil
    }
    catalogue.remove(ownedBy: name)
  }

  /// Takes names away, so that they are free again; what was built on them stays.
  public mutating func withdraw(_ names: Set<DefinedName>) {
    for name in names {
      switch name.space {
      case .common: forget(name.text)
      case .attribute: catalogue.attributes.removeAll { $0.name == name.text }
      case .outcome: catalogue.outcomes.removeAll { $0.name == name.text }
      case .parameter: catalogue.parameters.removeAll { $0.name == name.text }
      }
      places[name.space.key(name.text)] = nil
      spellings[name.space.key(name.text.lowercased())] = nil
    }
  }

  /// Every name that has a page, what was defined first.
  public var namesWithPages: [String] {
    scenarioNames + values.keys.sorted() + functions.keys.sorted() + catalogue.measures.map(\.name)
      + catalogue.levers.map(\.name)
      + catalogue.outcomes.map(\.name) + catalogue.groups.map(\.name) + catalogue.attributes.map(\.name)
      + catalogue.parameters.map(\.name)
  }

  /// Whether something has this name.
  public func has(_ name: DefinedName) -> Bool { places[name.space.key(name.text)] != nil }
}

extension MeasureDeclaration {
  /// The keys of the names that it brings beside its own.
  var keys: [String] {
    [NameSpace.common.key(lever.name)] + parameters.map { NameSpace.parameter.key($0.name) }
  }
}

/// A place in a file.
struct Site: Hashable, Sendable {
  var file: SourceFile
  var span: Span
}

/// A checked scenario.
public struct ScenarioDeclaration: Sendable {
  /// Flat: what differs from the declared baselines along the whole chain.
  public var plan: ScenarioPlan
  /// The `##` text.
  public var documentation: String
  public var place: Place
  /// Only the levers that some scenario of the chain sets, by slot.
  public var schedules: [String: Schedule]
  /// The lines along its chain that set levers, each in force over earlier ones.
  var settings: [SettingSite] = []
  /// The lines along its chain that set levers for some persons, each in force over earlier ones and over `settings`.
  var targeted: [TargetedSetting] = []

  /// The scenario that it starts from.
  public var base: String? { plan.base }
}

/// A number with a name (`let`).
public struct ValueDeclaration: Sendable {
  public var quantity: Quantity
  public var documentation: String
  public var place: Place
}
