import PolicyCore

/// A declaration: a header and a block of properties.
struct DeclarationSyntax: Sendable {
  enum Kind: String, Sendable, CaseIterable {
    case lever, attribute, outcome, parameter, measure

    /// The words that begin lines of its block, for suggestions.
    var keys: [PropertySyntax.Key] {
      let own = PropertySyntax.Key.ofMeasures
      return self == .measure ? [.label] + own : PropertySyntax.Key.allCases.filter { !own.contains($0) }
    }
  }

  var kind: Kind
  var name: Name
  /// For `lever NAME sets LEVER`: whose slot it binds.
  var target: Name?
  var properties: [PropertySyntax] = []
}

/// A line of a declaration.
struct PropertySyntax: Sendable {
  /// The words that begin such lines.
  enum Key: String, Sendable, CaseIterable {
    case acts
    case atMost = "at_most"
    case baseline, category, cautious, clock, collective, counted, domain, grade, label, lived, monthly, moves, neutral,
      optimistic, ordered, outside, range, reach, read
    case reason, scale, se, source, through, unit, value
    // Of measures
    case who
    case effectDuring = "effect during"
    case effectAfter = "effect after"
    case length, cost, places, share, benefit

    /// Whether a declaration has as many of these lines as it needs.
    var isRepeated: Bool { self == .category || self == .outside }

    static let ofMeasures: [Key] = [.who, .effectDuring, .effectAfter, .length, .cost, .places, .share, .benefit]
  }

  enum Value: Sendable {
    case flag
    case label(Label)
    case text(String)
    case names([Name])
    case unit(Unit)
    case citations([Citation])
    case expression(Expression)
    case range(Expression, Expression)
    case weightsDomain
    case levelDomain(skill: Name)
    case category(Name, Label)
    case stated(StatedNumber)
    case eligible([Name], TargetSyntax?)
  }

  var key: Key
  var value: Value
  var span: Span
}

/// A number with how far it is known and what it rests on: `0.4 (se: 0.15) on log_hazard(job), assumed "…"`.
struct StatedNumber: Sendable {
  /// `, assumed "…"`, or the sources of another grade.
  struct Evidence: Sendable {
    var grade: Name
    var citations: [Citation]
  }

  var value: Expression
  var se: Expression?
  var range: (low: Expression, high: Expression)?
  var evidence: Evidence?
}
