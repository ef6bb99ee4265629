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
    guard isAt("not") || isAt(.open) else { return try parseTest() }
    guard depth < Self.deepestNesting else {
      report(.nestingTooDeep(current.span))
      throw Malformed()
    }
    depth += 1
    defer { depth -= 1 }
    if take("not") { return .not(try parseNegation()) }
    advance()
    let inner = try parseCondition()
    try expect(.close, "`)`, `and` or `or`")
    return inner
  }

  /// Reads the test of one attribute, or the name of a group.
  private mutating func parseTest() throws(Malformed) -> ConditionSyntax {
    let name = try readName("an attribute or a group")
    if take("is") {
      let isNegated = take("not")
      let test = ConditionSyntax.among(attribute: name, categories: [try readCategory("a category of the attribute")])
      return isNegated ? .not(test) : test
    }
    // `in 2020` is the period of the setting.
    if isAt("in"), next.kind == .symbol(.open) {
      advance()
      advance()
      var categories = [try readCategory("a category of the attribute")]
      while take(.comma) { categories.append(try readCategory("a category of the attribute")) }
      try expect(.close, "`,` or `)`")
      return .among(attribute: name, categories: categories)
    }
    if case .symbol(let symbol) = current.kind,
      let comparison = ConditionSyntax.Comparison(rawValue: symbol.rawValue)
    {
      advance()
      switch current.kind {
      case .text: return .compared(attribute: name, comparison, .category(try readCategory("a category")))
      case .name: return .compared(attribute: name, comparison, .category(try readWord("a category")))
      default: return .compared(attribute: name, comparison, .number(try parseExpression("a number of years")))
      }
    }
    if isAt(.equals) { throw unexpected("`is`", helps: [.replace(current.span, with: "is", "write `is`")]) }
    return .group(name)
  }
}
