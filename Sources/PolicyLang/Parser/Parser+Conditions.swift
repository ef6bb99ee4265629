import PolicyCore

extension Parser {
  /// Reads `for persons where CONDITION`.
  mutating func parseTarget() throws(Malformed) -> TargetSyntax {
    let start = current.span
    try expect("for")
    if !isAt("persons"), let word {
      let help = Diagnostic.Help.replace(current.span, with: "persons where \(word)", "write `persons where \(word)`")
      throw unexpected("`persons`", helps: [help])
    }
    try expect("persons")
    try expect("where")
    let condition = try parseCondition()
    return TargetSyntax(condition: condition, span: start.merged(with: tokens[position - 1].span))
  }

  /// Reads conditions joined by `or`, of conditions joined by `and`.
  mutating func parseCondition() throws(Malformed) -> ConditionSyntax {
    var parts = [try parseConjunction()]
    while take("or") { parts.append(try parseConjunction()) }
    return parts.count == 1 ? parts[0] : .any(parts)
  }

  private mutating func parseConjunction() throws(Malformed) -> ConditionSyntax {
    var parts = [try parseNegation()]
    while take("and") { parts.append(try parseNegation()) }
    return parts.count == 1 ? parts[0] : .all(parts)
  }

  private mutating func parseNegation() throws(Malformed) -> ConditionSyntax {
    guard isAt("not") || isAt(.open) else { return try parseEarlier(of: try parseTest()) }
    return try nested { parser throws(Malformed) in
      if parser.take("not") { return .not(try parser.parseNegation()) }
      parser.advance()
      let inner = try parser.parseCondition()
      try parser.expect(.close, "`)`, `and` or `or`")
      return try parser.parseEarlier(of: inner)
    }
  }

  /// Reads `2 years earlier` after a condition.
  private mutating func parseEarlier(of condition: ConditionSyntax) throws(Malformed) -> ConditionSyntax {
    guard case .number = current.kind else { return condition }
    let years = try readInteger("a number of years")
    if !take("years"), !take("year") { throw unexpected("`years`") }
    let last = current.span
    guard take("earlier") else { throw unexpected("`earlier`") }
    return .earlier(condition, years: years.value, years.span.merged(with: last))
  }

  /// Reads what can be compared with a number, or averaged: `NAME`, `months NAME`, either with `so far`.
  mutating func parseAmount(_ what: String) throws(Malformed) -> AmountSyntax {
    let start = current.span
    var isNameNext: Bool { if case .name = next.kind { true } else { false } }
    if isAt("months"), next.kind == .name("until") {
      advance()
      advance()
      let name = try readName("an outcome")
      return AmountSyntax(name: name, isWait: true, span: start.merged(with: tokens[position - 1].span))
    }
    let countsMonths = isNameNext && !Self.joinsConditions(next) && take("months")
    let name = try readName(countsMonths ? "an outcome" : what)
    let isSoFar = take("so")
    if isSoFar, !take("far") { throw unexpected("`far`") }
    return AmountSyntax(
      name: name, countsMonths: countsMonths, isSoFar: isSoFar,
      span: start.merged(with: tokens[position - 1].span))
  }

  /// Whether a word goes on after a name, so that the name before it stands alone.
  private static func joinsConditions(_ token: Token) -> Bool {
    guard case .name(let word) = token.kind else { return false }
    return ["and", "or", "is", "in", "so", "among", "from", "until", "instead", "label"].contains(word)
  }

  /// Reads the test of one attribute or outcome, or the name of a group.
  private mutating func parseTest() throws(Malformed) -> ConditionSyntax {
    let amount = try parseAmount("an attribute, a group or an outcome")
    let name = amount.name
    // An amount is compared and nothing else.
    let isAmount = amount.countsMonths || amount.isSoFar || amount.isWait
    if !isAmount, take("is") {
      let isNegated = take("not")
      let test = ConditionSyntax.among(attribute: name, categories: [try readCategory("a category of the attribute")])
      return isNegated ? .not(test) : test
    }
    // `in 2020` is the period of the setting.
    if !isAmount, isAt("in"), next.kind == .symbol(.open) {
      advance()
      advance()
      var categories = [try readCategory("a category of the attribute")]
      while take(.comma) { categories.append(try readCategory("a category of the attribute")) }
      try expect(.close, "`,` or `)`")
      return .among(attribute: name, categories: categories)
    }
    if case .symbol(let symbol) = current.kind,
      let comparison = Comparison(rawValue: symbol.rawValue)
    {
      advance()
      switch current.kind {
      case .text: return .compared(amount, comparison, .category(try readCategory("a category")))
      case .name where next.kind != .symbol(.open) || next.followsBlank:
        return .compared(amount, comparison, .category(try readWord("a category")))
      default: return .compared(amount, comparison, .number(try parseExpression("a number")))
      }
    }
    if isAmount { throw unexpected("`<`, `<=`, `>` or `>=` and a number") }
    if isAt(.equals) { throw unexpected("`is`", helps: [.replace(current.span, with: "is", "write `is`")]) }
    return .named(name)
  }
}
