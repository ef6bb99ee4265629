import PolicyCore

extension Parser {
  /// Reads the value after `=`, and says so when the line below was meant by itself.
  mutating func parseValue() throws(Malformed) -> Expression {
    let previous = tokens[max(0, position - 1)]
    let startsLine = file.line(at: current.span.start) != file.line(at: previous.span.end)
    let isNextStatement = startsLine && (isAt("end") || isAtStatement || next.kind == .symbol(.equals))
    if isAtLineEnd || isNextStatement {
      report(.missingValue(previous.span))
      resumesHere = isNextStatement
      throw Malformed()
    }
    return try parseExpression("a value")
  }

  /// Reads a sum of products.
  mutating func parseExpression(_ wanted: String) throws(Malformed) -> Expression {
    let first = try parseProduct(wanted)
    var steps: [Expression.Step] = []
    while let operation: Expression.Operator = isAt(.plus) ? .plus : isAt(.minus) ? .minus : nil {
      let token = current
      advance()
      if operation == .minus, !token.followsBlank || !current.followsBlank { report(.minusNeedsBlanks(token.span)) }
      let operand = try parseProduct("a value after `\(operation.rawValue)`")
      steps.append(.init(operation: operation, span: token.span, operand: operand))
    }
    return steps.isEmpty ? first : .chain(first, steps)
  }

  private mutating func parseProduct(_ wanted: String) throws(Malformed) -> Expression {
    let first = try parseSigned(wanted)
    var steps: [Expression.Step] = []
    while let operation: Expression.Operator = isAt(.times) ? .times : isAt(.over) ? .over : isAt("mod") ? .modulo : nil
    {
      let span = current.span
      advance()
      let operand = try parseSigned("a value after `\(operation.rawValue)`")
      steps.append(.init(operation: operation, span: span, operand: operand))
    }
    return steps.isEmpty ? first : .chain(first, steps)
  }

  private mutating func parseSigned(_ wanted: String) throws(Malformed) -> Expression {
    let start = current.span
    guard take(.minus) else { return try parsePrimary(wanted) }
    let operand = try parsePrimary("a value after `-`")
    return .negative(operand, start.merged(with: operand.span))
  }

  private mutating func parsePrimary(_ wanted: String) throws(Malformed) -> Expression {
    let token = current
    switch token.kind {
    case .number(let number):
      advance()
      let unit = try parseUnit()
      let span = Span(token.span.start, tokens[position - 1].span.end)
      guard let unit else { return .number(number, unit: .number, span) }
      return .number(number * unit.factor / unit.unit.displayFactor, unit: unit.unit, span)
    case .weights(let left, let right):
      advance()
      return .weights(left, right, token.span)
    case .month(let month):
      advance()
      return .month(month, token.span)
    case .name:
      let name = try readName(wanted)
      if case .name(let skill) = current.kind, LanguageSkill(rawValue: skill) != nil {
        return .level(name, skill: try readName("a skill"))
      }
      if isAt(.open), !current.followsBlank { return try parseCall(of: name) }
      return .name(name)
    case .symbol(.open): return try nested { parser throws(Malformed) in try parser.parseParentheses() }
    default: throw unexpected(wanted, helps: helpForValue())
    }
  }

  /// What was meant by something that looks like a value.
  private func helpForValue() -> [Diagnostic.Help] {
    switch (current.kind, next.kind) {
    case (.symbol(.dot), .number):
      let digits = file.text(of: next.span)
      return [.replace(current.span.merged(with: next.span), with: "0.\(digits)", "write `0.\(digits)`")]
    case (.text(let text), _):
      return [.replace(current.span, with: text, "numbers stand without quotation marks: `\(text)`")]
    default: return []
    }
  }

  private mutating func parseParentheses() throws(Malformed) -> Expression {
    let start = current.span
    advance()
    guard case .name = current.kind, next.kind == .symbol(.colon) else {
      let inner = try parseExpression("a value after `(`")
      try expect(.close, "`)`")
      return inner
    }
    var fields: [Expression.Field] = []
    repeat {
      guard case .name(let label) = current.kind else { throw unexpected("a name and `:`") }
      let name = Name(text: label, span: current.span)
      advance()
      try expect(.colon, "`:` after `\(label)`")
      fields.append(.init(name: name, value: try parseExpression("a value after `:`")))
    } while take(.comma)
    let end = current.span
    try expect(.close, "`,` or `)`")
    return .record(fields, start.merged(with: end))
  }

  /// Reads the unit after a number, if there is one; the factor is what `mill.` and `mrd.` stand for.
  mutating func parseUnit() throws(Malformed) -> (unit: Unit, factor: Double)? {
    if take(.percent) { return (.share, 1) }
    guard let word, !Language.reservedWords.contains(word), !Language.clauseWords.contains(word) else { return nil }
    let span = current.span
    advance()
    switch word {
    case "month", "months": return (.months, 1)
    case "year", "years": return (.years, 1)
    case "hour", "hours": return (.hours, 1)
    case "person", "persons": return (.persons, 1)
    case "pp": return (.points, 1)
    case "kr": return (try parseKroner(), 1)
    case "mill", "mrd":
      if isAt("kr") { throw unexpected("`.`", helps: [.replace(span, with: "\(word).", "write `\(word). kr`")]) }
      try expect(.dot, "`.` after `\(word)`")
      try expect("kr")
      return (try parseKroner(), word == "mill" ? 1e6 : 1e9)
    case "G": return (.basicAmount(per: try parseUnitPeriod()), 1)
    default:
      report(.unknownUnit(word, span))
      throw Malformed()
    }
  }

  private mutating func parseKroner() throws(Malformed) -> Unit {
    var priceYear: Int?
    if take(.open) {
      priceYear = try readInteger("a price year, such as `kr(2018)`").value
      try expect(.close, "`)`")
    }
    return .kroner(per: try parseUnitPeriod(), priceYear: priceYear)
  }

  private mutating func parseUnitPeriod() throws(Malformed) -> Unit.Period {
    guard take("per") else { return .once }
    if take("month") { return .month }
    if take("year") { return .year }
    throw unexpected("`month` or `year`")
  }
}
