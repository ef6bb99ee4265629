import PolicyCore

/// The clauses that questions have in common; those that are absent are `nil` or empty.
struct ClausesSyntax: Sendable {
  var reference: Name?
  var years: YearsSyntax?
  var clock: Name?
  var by: [Name] = []
  var cohort: CohortSyntax = CohortSyntax()
}

/// A `compare` as written.
struct ComparisonSyntax: Sendable {
  var scenarios: [Name]
  var clauses = ClausesSyntax()
  var outcomes: [Name] = []
  var plots: [PlotSyntax] = []
}

/// `plot employed in year 9 by sex to "length.svg"`; in a comparison without a year.
struct PlotSyntax: Sendable {
  var shown: ShownSyntax
  var by: Name?
  var path: (text: String, span: Span)?
}

/// `over 9 years`, `over calendar 2015 to 2020`, or `in calendar 2015 to 2020`.
struct YearsSyntax: Sendable {
  var first: Int
  var last: Int
  var isCalendar: Bool
  var span: Span
  /// Whether it began with `over`: an expectation takes these years together.
  var isOver = false
}

/// Whom a question is about: groups, and years in which a clock starts (`settled 2012 to 2016`).
struct CohortSyntax: Sendable {
  struct Start: Sendable {
    var clock: Clock
    var range: CohortRange
    var span: Span
  }

  /// A group by its name, or `persons where CONDITION`.
  enum Group: Sendable {
    case named(Name)
    case condition(ConditionSyntax, Span)

    var span: Span {
      switch self {
      case .named(let name): name.span
      case .condition(_, let span): span
      }
    }
  }

  var groups: [Group] = []
  var starts: [Start] = []
}

/// An `expect` as written.
struct ExpectationSyntax: Sendable {
  enum Test: Sendable {
    case atLeast(Expression)
    case atMost(Expression)
    case moreThan(Expression)
    case lessThan(Expression)
    case between(Expression, Expression)
    case within(Expression, of: Expression)
  }

  var outcome: Name
  var year: YearsSyntax
  var clock: Name?
  var cohort: CohortSyntax
  var minuend: Name
  var subtrahend: Name?
  var test: Test
  var isWarning: Bool

  var clauses: ClausesSyntax { ClausesSyntax(years: year, clock: clock, cohort: cohort) }
}

/// `expect compare … matches snapshot within 0.5 pp` as written.
struct SnapshotSyntax: Sendable {
  var comparison: ComparisonSyntax
  var tolerance: Expression?
  var isWarning: Bool
}

/// `programme.length … from 12 to 48 months step 6 months`; `solve` has no step.
struct LeverRangeSyntax: Sendable {
  var lever: Name
  var low: Expression
  var high: Expression
  var step: Expression?

  /// From the first number to the last.
  var span: Span { low.span.merged(with: high.span) }
}

/// `employed in year 5`.
struct ShownSyntax: Sendable {
  var outcome: Name
  var year: YearsSyntax?
}

/// A `sweep` as written.
struct SweepSyntax: Sendable {
  var scenario: Name
  var ranges: [LeverRangeSyntax]
  var clauses = ClausesSyntax()
  var shown: [ShownSyntax] = []
  var plots: [PlotSyntax] = []
}

/// A `sensitivity` as written.
struct SensitivitySyntax: Sendable {
  var scenario: Name
  /// What is moved: `to assumptions`, `to parameters`.
  var scope: Name?
  var clauses = ClausesSyntax()
  var shown: [ShownSyntax] = []
}

/// An `attribute` as written.
struct AttributionSyntax: Sendable {
  var scenario: Name
  var clauses = ClausesSyntax()
  var shown: [ShownSyntax] = []
}

/// `public_cost of women in year 9: three_years - baseline`: one number of a goal.
struct TermSyntax: Sendable {
  var outcome: Name
  var year: YearsSyntax?
  var clock: Name?
  var cohort = CohortSyntax()
  var minuend: Name
  var subtrahend: Name?
  var span: Span

  /// From the first scenario to the last.
  var scenarios: Span { subtrahend.map { minuend.span.merged(with: $0.span) } ?? minuend.span }
}

/// An `optimise` as written.
struct OptimisationSyntax: Sendable {
  /// `to maximise TERM`.
  struct Goal: Sendable {
    var aim: OptimisationPlan.Aim
    var term: TermSyntax
  }

  /// `TERM at most Q`.
  struct Condition: Sendable {
    var term: TermSyntax
    var test: ExpectationSyntax.Test
    var span: Span
  }

  var scenario: Name
  var ranges: [LeverRangeSyntax]
  var clauses = ClausesSyntax()
  var goal: Goal?
  var conditions: [Condition] = []
  /// Where the pictures go; `nil` for the terminal.
  var plots: [(text: String, span: Span)?] = []
}

/// `show changes of SCENARIO against SCENARIO`.
struct ChangesSyntax: Sendable {
  var scenario: Name
  var reference: Name?
}

/// `export answer to "FILE.csv"`, `export SCENARIO to "FILE.md"`.
struct ExportSyntax: Sendable {
  /// `nil` for the answer before.
  var scenario: Name?
  /// What is written, for messages.
  var subject: Span
  var path: (text: String, span: Span)
}

/// A `trace` as written.
struct TraceSyntax: Sendable {
  enum Person: Sendable {
    case number(Int)
    /// `person where CONDITION whose lives part`; both may be absent.
    case first(ConditionSyntax?, Span, parts: Span?)
  }

  var person: Person
  /// `under A, B`; empty for the baseline.
  var scenarios: [Name] = []
  var years: YearsSyntax?
  var replicate: (number: Int, span: Span)?
}

/// A `solve` as written.
struct SolveSyntax: Sendable {
  var scenario: Name
  var range: LeverRangeSyntax
  var goal: ExpectationSyntax
}
