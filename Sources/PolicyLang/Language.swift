import PolicyCore

// text ─ Lexer ─→ tokens ─ Parser ─→ syntax ─ Checker ─→ plans, in an environment
//
// Every stage reports all that it finds. Lexer and parser are one phase: a file with errors there is not checked.

/// The policy language: from text to checked plans, without side effects.
public enum Language {
  /// The version that this implementation reads.
  public static let version = 1

  /// Larger files are refused; real ones are a thousand times smaller.
  public static let largestFile = 1_000_000

  /// Checks a file, or one entry of a session, in what is known so far.
  ///
  /// - Parameters:
  ///   - environment: What is known before; `.empty` for a file.
  ///   - loader: Finds the files that `use` names.
  ///   - fitted: The values of parameters that are declared as `value fitted`, by slot.
  public static func check(
    _ file: SourceFile, in environment: Environment = .empty, mode: CheckMode, loader: any ModuleLoader,
    fitted: [String: FittedValue] = [:]
  ) -> Checked {
    var checker = Checker(file: file, environment: environment, mode: mode, loader: loader, fitted: fitted)
    checker.run()
    return Checked(
      environment: checker.environment, statements: checker.statements, sources: checker.sources,
      diagnostics: checker.diagnostics.sorted())
  }

  /// Whether an entry of a session is still open: an unclosed block, or a line that continues.
  public static func needsMoreInput(_ text: String) -> Bool {
    let file = SourceFile(name: "", text: text)
    guard Problem.unreadable(file) == nil else { return false }
    let tokens = Lexer.read(file).tokens
    if tokens.count > 1, tokens[tokens.count - 2].continuesLine { return true }
    if let last = tokens.dropLast().last(where: { $0.kind != .newline }), last.isDocumentation { return true }
    var parser = Parser(tokens: tokens, file: file, mode: .session)
    parser.parse()
    return parser.program.isUnfinished
  }

  static func parse(_ file: SourceFile, mode: CheckMode) -> (program: Program, diagnostics: [Diagnostic]) {
    if let problem = Problem.unreadable(file) { return (Program(), [problem.diagnostic(in: file)]) }
    let (tokens, problems, _) = Lexer.read(file)
    var parser = Parser(tokens: tokens, file: file, mode: mode)
    parser.parse()
    let diagnostics =
      problems.map { $0.diagnostic(in: file) }
      + parser.problems.map { $0.problem.diagnostic(in: file, context: $0.context) }
    return (parser.program, diagnostics)
  }
}

/// How a text is taken.
public enum CheckMode: Hashable, Sendable {
  /// A whole file: it begins with `language 1`, and a name is given once.
  case file
  /// An entry of a session: the latest language is implied, a name given again replaces the old one and a note says
  /// so, and a definition that fails defines nothing.
  case session
  /// A whole file that a session takes in: order is free and a name is given once in it, as in a file, but it may refer
  /// to what the session has and replace it; with an error anywhere it defines nothing.
  case script
}

/// Finds the files that `use` names.
public protocol ModuleLoader: Sendable {
  /// The file of a module; `nil` when there is none.
  ///
  /// - Parameters:
  ///   - name: As written: `introduction_programme` for a module of the library, or a relative path that ends in
  ///     `.policy`. The file's `name` identifies it: the same module must always have the same one.
  ///   - file: The file that says `use`.
  func load(_ name: String, relativeTo file: SourceFile?) -> SourceFile?

  /// The modules of the library, for suggestions and completion.
  var moduleNames: [String] { get }
}

extension ModuleLoader {
  public var moduleNames: [String] { [] }
}

/// A parameter's value as `calibrate` left it.
public struct FittedValue: Hashable, Sendable, Codable {
  public var value: Double
  public var standardError: Double?

  public init(value: Double, standardError: Double? = nil) {
    self.value = value
    self.standardError = standardError
  }
}

/// What checking gave.
public struct Checked: Sendable {
  /// What has a name after it.
  public var environment: Environment
  /// What is to be done, in the order of the text; empty when a file has errors.
  public var statements: [CheckedStatement]
  /// The texts of `statements`, in the same order.
  public var sources: [StatementSource]
  /// In the order of the text.
  public var diagnostics: [Diagnostic]

  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}

/// A statement that makes sense.
public enum CheckedStatement: Hashable, Sendable {
  case use(String)
  /// A declaration of the prelude or of an own lever or group, by name.
  case declaration(String)
  case `let`(String, Quantity)
  case scenario(String)
  case compare(ComparisonPlan, Span, plots: [YearsPlot])
  case expect(ExpectationPlan, Span)
  case expectSnapshot(SnapshotPlan, Span)
  case sweep(SweepPlan, Span)
  case solve(SolvePlan, Span)
  case optimise(OptimisationPlan, Span)
  case attribute(AttributionPlan, Span)
  case sensitivity(SensitivityPlan, Span)
  /// The page of a declared name or a scenario.
  case explain(String, Span)
  /// What is assumed, of all or of one name.
  case assumptions(String?, Span)
  case changes(ScenarioChanges, Span)
  case export(ExportPlan, Span)
  case trace(TracePlan, Span)
  /// A value that a session shows.
  case expression(Quantity, Span)
  /// A lever of a scenario that a session shows: `three_years.programme.length`.
  case lever(LeverDeclaration, Schedule, Span)
}

extension CheckedStatement {
  /// The files that it writes.
  public var files: [String] {
    switch self {
    case .compare(_, _, let plots): plots.compactMap(\.path)
    case .sweep(let plan, _): plan.plots.compactMap(\.path)
    case .optimise(let plan, _): plan.plots.compactMap(\.path)
    case .export(let plan, _): [plan.path]
    default: []
    }
  }
}
