import PolicyCore

// What the parser makes of a file: the shape of what was written, with its places, and nothing else.
// Names are looked up and units are checked by the checker.

/// A name as it stands in the source.
struct Name: Hashable, Sendable {
  var text: String
  var span: Span
}

/// A file as a list of statements.
struct Program: Sendable {
  var statements: [Statement] = []
  /// The text ended inside a block.
  var isUnfinished = false
}

struct Statement: Sendable {
  enum Kind: Sendable {
    case use(ModuleReference)
    case declaration(DeclarationSyntax)
    case group(GroupSyntax)
    case binding(name: Name, value: Expression)
    case scenario(ScenarioSyntax)
    case compare(ComparisonSyntax)
    case expect(ExpectationSyntax)
    case sweep(SweepSyntax)
    case solve(SolveSyntax)
    case attribute(AttributionSyntax)
    case sensitivity(SensitivitySyntax)
    case expression(Expression)
  }

  var kind: Kind
  var span: Span
  /// The `##` lines before it.
  var documentation: String
}

/// What `use` brings: a module of the library, or a file beside this one.
struct ModuleReference: Sendable {
  var name: String
  var span: Span
}

/// `group women = sex is woman`.
struct GroupSyntax: Sendable {
  var name: Name
  var attribute: Name
  var category: Name
  var label: Label?
}

/// A scenario with the lines of its block.
struct ScenarioSyntax: Sendable {
  struct Assignment: Sendable {
    var lever: Name
    var value: Expression
    /// Whom it reaches, by its own clause or its rule; `nil`: everybody.
    var target: TargetSyntax?
    var period: Period
    /// `instead of RULE`.
    var winsOver: Name?
    var span: Span
  }

  /// `assume programme.lock_in = 1.0`.
  struct Assumption: Sendable {
    var parameter: Name
    var value: Expression
    var span: Span
  }

  var name: Name
  var base: Name?
  var assignments: [Assignment] = []
  /// The targets of `rule … end`, whose lines are among the assignments.
  var rules: [TargetSyntax] = []
  var assumptions: [Assumption] = []
}

/// `from 2018-10 until 2020-12`, or `in 2019`.
struct Period: Sendable {
  var first: Month?
  /// Inclusive.
  var last: Month?
  var span: Span?
}
