import PolicyCore

extension Parser {
  /// Words that begin a statement and can begin no line of a block.
  static let statementWords: Set<String> = [
    "language", "use", "let", "group", "scenario", "compare", "expect", "external", "sweep", "solve", "attribute",
    "sensitivity", "optimise", "measure", "function",
  ]

  /// Whether a block that is still open ends here without its `end`, because another statement begins.
  var isAtStatement: Bool {
    guard let word, Self.statementWords.contains(word) else { return false }
    return next.kind != .symbol(.equals)
  }

  mutating func parseLanguageLine() {
    _ = readDocumentation()
    guard isAt("language") else {
      let isEmpty = current.kind == .endOfFile
      report(isEmpty ? .emptyFile(current.span) : .missingLanguage(current.span))
      return
    }
    line { parser throws(Malformed) in try parser.parseLanguage() }
  }

  private mutating func parseLanguage() throws(Malformed) {
    let start = current.span
    try expect("language")
    let version = try readInteger("the version of the language, `1`")
    if version.value != 1 { report(.unknownLanguageVersion(version.value, version.span)) }
    program.languageLine = start.merged(with: version.span)
    try expectLineEnd()
  }

  mutating func parseStatement(documentation: String) {
    let start = current.span
    var kind: Statement.Kind?
    line { parser throws(Malformed) in kind = try parser.parseStatementKind() }
    context = ""
    guard let kind else { return }
    let last = tokens[max(0, position - 1)]
    let end = last.kind == .newline ? last.span.start : last.span.end
    let span = Span(start.start, max(start.end, end))
    program.statements.append(Statement(kind: kind, span: span, documentation: documentation))
  }

  private mutating func parseStatementKind() throws(Malformed) -> Statement.Kind? {
    guard let word else { return try parseValueStatement() }
    let isAssignment = next.kind == .symbol(.equals)
    switch word {
    case _ where isAssignment: return try parseValueStatement()
    case "language":
      // A file typed or piped into a session begins with it too.
      if !program.statements.isEmpty { report(.languageNotFirst(current.span)) }
      try parseLanguage()
      return nil
    case "use": return try parseUse()
    case "let": return try parseBinding()
    case "function": return try parseFunction()
    case "group": return try parseGroup()
    case "outcome": return try parseOutcome()
    case "scenario": return parseScenario()
    case "compare": return try parseComparison()
    case "expect": return try parseExpectation()
    case "sweep": return try parseSweep()
    case "solve": return try parseSolve()
    case "optimise": return try parseOptimisation()
    case "attribute": return try parseAttribution()
    case "sensitivity": return try parseSensitivity()
    case "trace" where beginsTrace: return try parseTrace()
    case "explain": return try parseExplanation()
    case "assumptions": return try parseAssumptions()
    case "show" where next.kind == .name("changes"): return try parseChanges()
    case "export": return try parseExport()
    case "external", "lever", "measure": return parseDeclaration()
    case "end":
      report(.strayEnd(current.span))
      advance()
      try expectLineEnd()
      return nil
    default:
      if let keyword = Language.keywords.first(where: { $0.word == word }), !keyword.isAvailable || word == "assume" {
        skipUnavailable(keyword)
        return nil
      }
      return try parseValueStatement()
    }
  }

  /// A value by itself, which a session shows.
  private mutating func parseValueStatement() throws(Malformed) -> Statement.Kind? {
    if case .name(let name) = current.kind {
      let span = current.span
      switch next.kind {
      case .symbol(.equals):
        report(.assignmentOutsideScenario(name, span))
        throw Malformed()
      case .name, .number, .text: throw unknownStatement(name, span)
      case .newline where mode == .file: throw unknownStatement(name, span)
      default: break
      }
    }
    let start = current.span
    let expression = try parseExpression("a statement")
    if mode == .file {
      report(.statementWithoutEffect(start.merged(with: expression.span)))
      throw Malformed()
    }
    try expectLineEnd()
    return .expression(expression)
  }

  /// Reports a word that begins no statement; the block of a misspelt opening goes with it.
  private mutating func unknownStatement(_ name: String, _ span: Span) -> Malformed {
    report(.unknownStatement(name, span))
    if ["scenario", "external", "lever", "measure"].contains(
      Spelling.nearest(to: name, among: Self.statementWords.sorted()))
    {
      skipLine()
      skipBlock()
      resumesHere = true
    }
    return Malformed()
  }

  private mutating func parseUse() throws(Malformed) -> Statement.Kind {
    advance()
    let span = current.span
    if case .text(let path) = current.kind {
      advance()
      try expectLineEnd()
      return .use(ModuleReference(name: path, span: span))
    }
    let name = try readName("the name of a module, or a file in quotation marks")
    try expectLineEnd()
    return .use(ModuleReference(name: name.text, span: span))
  }

  private mutating func parseBinding() throws(Malformed) -> Statement.Kind {
    advance()
    let name = try readNewName("value")
    try expect(.equals, "`=`")
    let value = try parseValue()
    try expectLineEnd()
    return .binding(name: name, value: value)
  }

  private mutating func parseGroup() throws(Malformed) -> Statement.Kind? {
    advance()
    let name = try readNewName("group")
    try expect(.equals, "`=`")
    let condition = try parseCondition()
    let label = try parseLabel()
    try expectLineEnd()
    return .group(GroupSyntax(name: name, condition: condition, label: label))
  }

  private mutating func parseLabel() throws(Malformed) -> Label? { take("label") ? try readLabel() : nil }

  /// Reads `outcome NAME = share CONDITION among CONDITION`.
  private mutating func parseOutcome() throws(Malformed) -> Statement.Kind? {
    advance()
    let name = try readNewName("outcome")
    try expect(.equals, "`=`")
    let aggregate = try parseAggregate()
    let among = take("among") ? try parseCondition() : nil
    let label = try parseLabel()
    try expectLineEnd()
    return .outcome(OutcomeSyntax(name: name, aggregate: aggregate, among: among, label: label))
  }

  private mutating func parseAggregate() throws(Malformed) -> OutcomeSyntax.Aggregate {
    if take("share") { return .share(try parseCondition()) }
    if take("count") { return .count(try parseCondition()) }
    if take("mean") { return .mean(try parseAmount("an outcome")) }
    if take("sum") { return .sum(try parseAmount("an outcome")) }
    if isAt("median") {
      let half = Expression.number(0.5, unit: .share, current.span)
      advance()
      return .quantile(half, try parseAmount("an outcome"))
    }
    if take("quantile") {
      let share = try parseExpression("a share, such as `25 %`")
      try expect("of")
      return .quantile(share, try parseAmount("an outcome"))
    }
    let better = ["average": "mean", "total": "sum", "number": "count", "percentage": "share"][word ?? ""]
    let help = better.map { Diagnostic.Help.replace(current.span, with: $0, "write `\($0)`") }
    throw unexpected("`share`, `count`, `mean`, `median`, `quantile` or `sum`", helps: help.map { [$0] } ?? [])
  }

  /// Reports a statement that a later version will understand, once, and goes to its end.
  mutating func skipUnavailable(_ keyword: Keyword) {
    if keyword.word == "assume" {
      report(.assignmentOutsideScenario(nil, current.span))
    } else {
      report(.notInThisVersion("`\(keyword.word)`", current.span))
    }
    while !isAtLineEnd { advance() }
    if keyword.word == "rule" { skipBlock() }
  }

  /// Goes past the `end` of a block that is not read, but not past the next statement.
  private mutating func skipBlock() {
    var open = 1
    while open > 0 {
      _ = readDocumentation()
      if current.kind == .endOfFile {
        program.isUnfinished = true
        return
      }
      if isAtStatement { return }
      if isAt("rule") { open += 1 }
      if isAt("end") { open -= 1 }
      skipLine()
    }
  }
}
