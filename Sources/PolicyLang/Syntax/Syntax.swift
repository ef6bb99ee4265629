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
  /// `language 1`.
  var languageLine: Span?
  /// The text ended inside a block.
  var isUnfinished = false
}

struct Statement: Sendable {
  enum Kind: Sendable {
    case use(ModuleReference)
    case declaration(DeclarationSyntax)
    case group(GroupSyntax)
    case outcome(OutcomeSyntax)
    case binding(name: Name, value: Expression)
    case function(FunctionSyntax)
    case scenario(ScenarioSyntax)
    case compare(ComparisonSyntax)
    case expect(ExpectationSyntax)
    case expectSnapshot(SnapshotSyntax)
    case sweep(SweepSyntax)
    case solve(SolveSyntax)
    case optimise(OptimisationSyntax)
    case attribute(AttributionSyntax)
    case sensitivity(SensitivitySyntax)
    case explain(Name)
    case assumptions(Name?)
    case changes(ChangesSyntax)
    case export(ExportSyntax)
    case trace(TraceSyntax)
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
  var condition: ConditionSyntax
  var label: Label?
}

/// `function cost(length: months, price: kr per month) = length * price`.
struct FunctionSyntax: Sendable {
  struct Parameter: Sendable {
    var name: Name
    var unit: Unit
  }

  var name: Name
  var parameters: [Parameter]
  var body: Expression
}

/// `outcome secure = share employed and not social_assistance among age < 60`.
struct OutcomeSyntax: Sendable {
  enum Aggregate: Sendable {
    case share(ConditionSyntax)
    case count(ConditionSyntax)
    case mean(AmountSyntax)
    case sum(AmountSyntax)
    /// `median AMOUNT`, `quantile SHARE of AMOUNT`.
    case quantile(Expression, AmountSyntax)

    var names: [Name] {
      switch self {
      case .share(let condition), .count(let condition): condition.names
      case .mean(let amount), .sum(let amount): [amount.name]
      case .quantile(let share, let amount): share.names + [amount.name]
      }
    }
  }

  var name: Name
  var aggregate: Aggregate
  var among: ConditionSyntax?
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
