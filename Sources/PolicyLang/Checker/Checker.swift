import PolicyCore

/// Gives names their meaning, and units, ranges and dates their check; makes plans.
///
/// In a file the order of definitions does not matter. A name that failed is reported once: what refers to it is left
/// out silently.
struct Checker {
  let file: SourceFile
  let mode: CheckMode
  let loader: any ModuleLoader
  let fitted: [String: FittedValue]
  var environment: Environment
  var modules = ModuleLoading()
  var diagnostics: [Diagnostic] = []
  /// `scenario three_years`, while inside.
  var context = ""
  /// Names whose definition or module failed.
  var failedNames: Set<String> = []
  /// A module is missing, so any unknown name may be one of its.
  var hasFailedModule = false
  /// The `at_most` lines so far, to be looked up when all levers are known.
  var limits: [(lever: String, other: Name)] = []
  /// The calls of functions so far.
  var steps = 0
  /// What was written; empty for a text with errors of syntax.
  private(set) var program = Program()
  /// What became of the statements, by their position in the text.
  private(set) var results: [Int: CheckedStatement] = [:]
  /// What `use` brought, by the statement's position: the file and the keys of its names.
  private(set) var brought: [Int: (name: String, names: [String])] = [:]
  /// The keys of the names that this text has given.
  private var given: Set<String> = []

  init(
    file: SourceFile, environment: Environment, mode: CheckMode, loader: any ModuleLoader,
    fitted: [String: FittedValue]
  ) {
    self.file = file
    self.environment = environment
    self.mode = mode
    self.loader = loader
    self.fitted = fitted
  }

  var statements: [CheckedStatement] {
    let hasErrors = mode != .session && diagnostics.contains { $0.severity == .error }
    return hasErrors ? [] : results.sorted { $0.key < $1.key }.map(\.value)
  }

  mutating func run() {
    let (program, problems) = Language.parse(file, mode: mode)
    diagnostics = problems
    guard !problems.contains(where: { $0.severity == .error }) else { return }
    self.program = program
    let statements = Array(program.statements.enumerated())
    switch mode {
    case .file: check(statements)
    case .script:
      let before = environment
      check(statements)
      guard diagnostics.contains(where: { $0.severity == .error }) else { return }
      environment = before
      diagnostics = diagnostics.filter { $0.severity == .error }
    case .session: for statement in statements { checkAlone(statement) }
    }
  }

  /// Checks one entry of a session: when something is wrong in it, it defines nothing.
  private mutating func checkAlone(_ statement: (offset: Int, element: Statement)) {
    let before = environment
    let count = diagnostics.count
    check([statement])
    guard diagnostics.dropFirst(count).contains(where: { $0.severity == .error }) else { return }
    environment = before
    results[statement.offset] = nil
    diagnostics = diagnostics.prefix(count) + diagnostics.dropFirst(count).filter { $0.severity == .error }
  }

  private mutating func check(_ statements: [(offset: Int, element: Statement)]) {
    for (index, statement) in statements {
      guard case .use(let reference) = statement.kind else { continue }
      brought[index] = use(reference)
      results[index] = .use(reference.name)
    }
    // Later kinds refer to earlier ones: levers to parameters.
    for rank in 0...3 {
      for (index, statement) in statements where statement.declarationRank == rank {
        if let name = declare(statement) { results[index] = .declaration(name) }
      }
    }
    checkLimits()
    checkDefinitions(statements)
    for (index, statement) in statements {
      switch statement.kind {
      case .compare(let comparison):
        results[index] = plan(comparison, at: statement.span).map { .compare($0, statement.span, plots: $1) }
      case .expect(let expectation):
        results[index] = plan(expectation, at: statement.span).map { .expect($0, statement.span) }
      case .expectSnapshot(let snapshot):
        results[index] = plan(snapshot, at: statement.span).map { .expectSnapshot($0, statement.span) }
      case .sweep(let sweep):
        results[index] = plan(sweep, at: statement.span).map { .sweep($0, statement.span) }
      case .solve(let solve):
        results[index] = plan(solve, at: statement.span).map { .solve($0, statement.span) }
      case .optimise(let optimisation):
        results[index] = plan(optimisation).map { .optimise($0, statement.span) }
      case .attribute(let attribution):
        results[index] = plan(attribution).map { .attribute($0, statement.span) }
      case .sensitivity(let sensitivity):
        results[index] = plan(sensitivity).map { .sensitivity($0, statement.span) }
      case .explain(let name): results[index] = check(explained: name).map { .explain($0, statement.span) }
      case .assumptions(nil): results[index] = .assumptions(nil, statement.span)
      case .assumptions(let name?):
        results[index] = check(assumed: name).map { .assumptions($0, statement.span) }
      case .changes(let syntax): results[index] = changes(syntax).map { .changes($0, statement.span) }
      case .export(let syntax):
        let hasAnswer = statements.contains { $0.offset < index && $0.element.isQuestion }
        results[index] = export(syntax, hasAnswer: hasAnswer).map { .export($0, statement.span) }
      case .trace(let trace):
        results[index] = plan(trace, at: statement.span).map { .trace($0, statement.span) }
      case .expression(let expression): results[index] = show(expression)
      default: break
      }
    }
  }

  mutating func record(_ statement: CheckedStatement, at index: Int) { results[index] = statement }

  mutating func report(_ problem: Problem) {
    diagnostics.append(problem.diagnostic(in: file, context: context))
  }

  /// Reports a name that is not there, unless it is a consequence of something reported.
  mutating func reportUnknown(_ name: Name, _ problem: Problem) {
    let first = name.text.prefix { $0 != "." }
    guard !hasFailedModule, !failedNames.contains(name.text), !failedNames.contains(String(first)) else { return }
    failedNames.insert(name.text)
    report(problem)
  }

  // MARK: Giving names

  /// Gives a name its place; says whether it may be defined.
  mutating func give(_ name: Name, in space: NameSpace = .common) -> Bool {
    let key = space.key(name.text)
    let site = Site(file: file, span: name.span)
    let folded = space.key(name.text.lowercased())
    if space == .common, environment.catalogue.outcome(name.text)?.formula == nil,
      let offered = environment.places[NameSpace.outcome.key(name.text)]
    {
      report(.duplicateName(name.text, name.span, earlier: offered))
      return false
    }
    if let earlier = environment.places[key] {
      // A session may take back what it said, not what the model offers.
      let isOffered = environment.catalogue.lever(name.text).map { $0.slot == $0.name } ?? false
      guard mode != .file, !isOffered, mode == .session || !given.contains(key) else {
        report(.duplicateName(name.text, name.span, earlier: earlier))
        return false
      }
      // Those that the same text defines start from the new one.
      let own = mode == .script ? Set(program.statements.compactMap { $0.givenName?.text }) : []
      let measure = space == .common ? environment.catalogue.measure(name.text) : nil
      let users = environment.scenarioNames.filter { user in
        guard let scenario = environment.scenarios[user], !own.contains(user) else { return false }
        return scenario.base == name.text || measure.map(scenario.plan.measures.contains) ?? false
      }
      report(.redefined(name.text, users: users, name.span))
      if space == .common { environment.forget(name.text) }
    } else if let other = environment.spellings[folded], other != name.text {
      failedNames.insert(name.text)
      report(.nameDiffersByCase(name.text, other: other, name.span, earlier: environment.places[space.key(other)]))
      return false
    }
    given.insert(key)
    environment.places[key] = site
    environment.spellings[folded] = name.text
    return true
  }
}

/// Names that must differ from each other.
enum NameSpace: String, Hashable, Sendable {
  /// Scenarios, values, groups, measures and levers.
  case common
  case attribute, outcome, parameter

  func key(_ name: String) -> String { self == .common ? name : "\(rawValue) \(name)" }
}

extension Statement {
  /// The order in which declarations are checked; `nil` for what is none.
  var declarationRank: Int? {
    switch kind {
    case .declaration(let declaration):
      switch declaration.kind {
      case .attribute, .parameter, .outcome: 0
      case .lever: declaration.target == nil ? 2 : 3
      case .measure: nil
      }
    default: nil
    }
  }
}

extension [Diagnostic] {
  /// By file in the order in which files were met, then by place.
  func sorted() -> [Diagnostic] {
    var order: [String: Int] = [:]
    for diagnostic in self where order[diagnostic.primary.file.name] == nil {
      order[diagnostic.primary.file.name] = order.count
    }
    return enumerated().sorted { left, right in
      let leftKey = (order[left.element.primary.file.name] ?? 0, left.element.primary.span.start, left.offset)
      let rightKey = (order[right.element.primary.file.name] ?? 0, right.element.primary.span.start, right.offset)
      return leftKey < rightKey
    }.map(\.element)
  }
}
