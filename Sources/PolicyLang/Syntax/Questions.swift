import PolicyCore

/// A `compare` as written; clauses that are absent are `nil` or empty.
struct ComparisonSyntax: Sendable {
  var scenarios: [Name]
  var reference: Name?
  var years: YearsSyntax?
  var clock: Name?
  var by: [Name] = []
  var cohort: CohortSyntax = CohortSyntax()
  var outcomes: [Name] = []
}

/// `over 9 years`, or `in calendar 2015 to 2020`.
struct YearsSyntax: Sendable {
  var first: Int
  var last: Int
  var isCalendar: Bool
  var span: Span
}

/// Whom a question is about: groups, and years in which a clock starts (`settled 2012 to 2016`).
struct CohortSyntax: Sendable {
  struct Start: Sendable {
    var clock: Clock
    var range: CohortRange
    var span: Span
  }

  var groups: [Name] = []
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
}
