import PolicyCore

/// What is known of the modules of one check.
struct ModuleLoading {
  /// The files that are being checked, the outermost first, each with the place of its `use`.
  var chain: [(file: SourceFile, use: Site)] = []
  /// What each checked module brings.
  var finished: [String: Environment] = [:]
  /// Modules that have errors; these were reported.
  var failed: Set<String> = []

  /// Longer chains of `use` are refused.
  static let longestChain = 50
}

extension Checker {
  /// Brings what a module declares into the environment.
  ///
  /// - Returns: The module and the keys of the names that it brought; none when it was here already.
  mutating func use(_ reference: ModuleReference) -> (name: String, names: [String])? {
    guard let module = loader.load(reference.name, relativeTo: file) else {
      hasFailedModule = true
      let near = Spelling.nearest(to: reference.name, among: loader.moduleNames)
      report(.unknownModule(reference.name, near: near, reference.span, chain: modules.chain.map(\.use)))
      return nil
    }
    if environment.modules[module.name] == module { return (module.name, []) }
    guard module.name != file.name, !modules.chain.contains(where: { $0.file.name == module.name }) else {
      hasFailedModule = true
      let names = modules.chain.map(\.file.name).drop { $0 != module.name }
      let links = names.isEmpty ? [module.name] : Array(names)
      let chain = links + (links.last == file.name ? [] : [file.name]) + [module.name]
      report(.useCycle(chain, reference.span))
      return nil
    }
    guard modules.chain.count < ModuleLoading.longestChain else {
      hasFailedModule = true
      report(.useTooDeep(reference.span))
      return nil
    }
    if modules.finished[module.name] == nil { check(module, at: Site(file: file, span: reference.span)) }
    if modules.failed.contains(module.name) { hasFailedModule = true }
    guard var brought = modules.finished[module.name] else { return nil }
    brought.modules[module.name] = module
    merge(brought, at: reference.span)
    return (module.name, Array(brought.places.keys))
  }

  private mutating func check(_ module: SourceFile, at site: Site) {
    var checker = Checker(file: module, environment: .empty, mode: .file, loader: loader, fitted: fitted)
    checker.modules = modules
    if checker.modules.chain.isEmpty { checker.modules.chain = [(file, site)] }
    checker.modules.chain.append((module, site))
    checker.run()
    let chain = modules.chain
    modules = checker.modules
    modules.chain = chain
    modules.finished[module.name] = checker.environment
    if checker.hasFailedModule || checker.diagnostics.contains(where: { $0.severity == .error }) {
      modules.failed.insert(module.name)
    }
    diagnostics += checker.diagnostics
  }

  /// Adds what a module brings; the same declaration may come by several ways.
  private mutating func merge(_ brought: Environment, at span: Span) {
    // What a measure brings has its name from it.
    let owned = Set(brought.catalogue.measures.flatMap(\.keys))
    for (key, site) in brought.places.sorted(by: { $0.key < $1.key }) where !owned.contains(key) {
      guard let earlier = environment.places[key], earlier != site, mode == .file else { continue }
      let name = String(key.split(separator: " ").last ?? "")
      report(.duplicateName(name, span, earlier: earlier))
    }
    environment.places.merge(brought.places) { $1 }
    environment.spellings.merge(brought.spellings) { $1 }
    environment.modules.merge(brought.modules) { $1 }
    environment.catalogue.merge(brought.catalogue)
    if environment.catalogue.measures.count > MeasureDeclaration.most {
      report(.tooManyMeasures(most: MeasureDeclaration.most, span))
    }
    environment.values.merge(brought.values) { $1 }
    environment.functions.merge(brought.functions) { $1 }
    environment.scenarios.merge(brought.scenarios) { $1 }
    for name in brought.scenarioNames where !environment.scenarioNames.contains(name) {
      environment.scenarioNames.append(name)
    }
  }
}

extension Catalogue {
  /// Adds the declarations of another catalogue; one of the same name takes its place.
  mutating func merge(_ other: Catalogue) {
    for measure in other.measures { remove(ownedBy: measure.name) }
    measures += other.measures
    levers.replace(other.levers, by: \.name)
    outcomes.replace(other.outcomes, by: \.name)
    attributes.replace(other.attributes, by: \.name)
    groups.replace(other.groups, by: \.name)
    parameters.replace(other.parameters, by: \.name)
  }
}

extension Array {
  /// Puts each element in the place of the one with the same key, or at the end.
  mutating func replace(_ elements: [Element], by key: KeyPath<Element, String>) {
    var indices: [String: Int] = [:]
    for (index, element) in enumerated() { indices[element[keyPath: key]] = index }
    for element in elements {
      if let index = indices[element[keyPath: key]] {
        self[index] = element
      } else {
        indices[element[keyPath: key]] = count
        append(element)
      }
    }
  }
}
