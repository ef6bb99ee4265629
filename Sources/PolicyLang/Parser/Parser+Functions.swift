import PolicyCore

extension Parser {
  /// Reads `function NAME(PARAMETER: UNIT, …) = VALUE`.
  mutating func parseFunction() throws(Malformed) -> Statement.Kind {
    advance()
    let name = try readNewName("function")
    context = "function \(name.text)"
    try expect(.open, "`(` and the parameters with their units, as in `\(name.text)(length: months)`")
    if isAt(.close) {
      let help = Diagnostic.Help("a number that depends on nothing is a `let`: `let \(name.text) = …`")
      throw unexpected("a parameter", helps: [help])
    }
    var parameters = [try parseParameter()]
    while take(.comma) { parameters.append(try parseParameter()) }
    try expect(.close, "`,` or `)`")
    try expect(.equals, "`=`")
    let body = try parseValue()
    try expectLineEnd()
    return .function(FunctionSyntax(name: name, parameters: parameters, body: body))
  }

  private mutating func parseParameter() throws(Malformed) -> FunctionSyntax.Parameter {
    let name = try readNewName("parameter")
    let wanted = "`:` and the unit of `\(name.text)`, such as `months`, `%`, `kr per month` or `number`"
    try expect(.colon, wanted)
    if take("number") { return .init(name: name, unit: .number) }
    guard let (unit, factor) = try parseUnit() else { throw unexpected(wanted) }
    if factor != 1 {
      throw unexpected(wanted, helps: [Diagnostic.Help("write `kr`: amounts in millions are in kroner")])
    }
    return .init(name: name, unit: unit)
  }

  /// Reads the arguments of a call; the function's name has been read and `(` stands next to it.
  mutating func parseCall(of name: Name) throws(Malformed) -> Expression {
    let arguments = try nested { parser throws(Malformed) in
      try parser.expect(.open, "`(`")
      var arguments = [try parser.parseExpression("a value for \(name.text)")]
      while parser.take(.comma) { arguments.append(try parser.parseExpression("a value after `,`")) }
      try parser.expect(.close, "`,` or `)`")
      return arguments
    }
    return .call(name, arguments, name.span.merged(with: tokens[position - 1].span))
  }
}
