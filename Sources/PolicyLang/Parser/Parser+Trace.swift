import PolicyCore

extension Parser {
  /// Reads `trace person 12 under A, B`, or `trace person where CONDITION whose lives part under A, B`.
  mutating func parseTrace() throws(Malformed) -> Statement.Kind {
    advance()
    guard isAt("person") else {
      let isNumber = if case .number = current.kind { true } else { false }
      let start = Span(current.span.start, current.span.start)
      throw unexpected("`person`", helps: isNumber ? [.replace(start, with: "person ", "write `person`")] : [])
    }
    advance()
    var trace = TraceSyntax(person: try parseTracedPerson())
    while !isAtLineEnd {
      let span = current.span
      var isRepeated = false
      switch word {
      case "under":
        advance()
        isRepeated = !trace.scenarios.isEmpty
        trace.scenarios = try readNames("a scenario")
      case "over":
        isRepeated = trace.years != nil
        trace.years = try parseYears()
      case "replicate":
        advance()
        isRepeated = trace.replicate != nil
        let number = try readInteger("the number of a run, from `1`")
        trace.replicate = (number.value, number.span)
      default:
        let better = ["for": "under", "in": "over", "against": ",", "and": ","][word ?? ""]
        let help = better.map { Diagnostic.Help.replace(current.span, with: $0, "write `\($0)`") }
        throw unexpected("`under`, `over`, `replicate` or the end of the line", helps: help.map { [$0] } ?? [])
      }
      if isRepeated { report(.repeatedClause("`\(file.text(of: span))`", span)) }
    }
    try expectLineEnd()
    return .trace(trace)
  }

  /// Whether `trace` is the statement here, and not a name that somebody gave.
  var beginsTrace: Bool {
    switch next.kind {
    case .name, .number: true
    default: false
    }
  }

  private mutating func parseTracedPerson() throws(Malformed) -> TraceSyntax.Person {
    let start = tokens[position - 1].span
    if case .number = current.kind {
      let number = try readInteger("the number of a person")
      return .number(number.value)
    }
    guard isAt("where") || isAt("whose") else {
      let help = word.map { Diagnostic.Help.replace(current.span, with: "where \($0)", "write `where \($0)`") }
      throw unexpected(
        "the number of a person, `where` and a condition, or `whose lives part`", helps: help.map { [$0] } ?? [])
    }
    let condition = take("where") ? try parseCondition() : nil
    let last = tokens[position - 1].span
    var parts: Span?
    if isAt("whose") {
      let opening = current.span
      advance()
      try expect("lives")
      parts = opening.merged(with: current.span)
      try expect("part")
    }
    return .first(condition, start.merged(with: last), parts: parts)
  }
}
