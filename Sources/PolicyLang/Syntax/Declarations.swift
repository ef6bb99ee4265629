import PolicyCore

/// A declaration of the prelude: a header and a block of properties.
struct DeclarationSyntax: Sendable {
  enum Kind: String, Sendable, CaseIterable {
    case lever, attribute, outcome, parameter
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
    case baseline, category, cautious, clock, collective, counted, domain, grade, label, monthly, moves, neutral,
      optimistic,
      ordered, range, reach,
      read
    case reason, scale, se, source, through, unit, value
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
  }

  var key: Key
  var value: Value
  var span: Span
}
