import PolicyCore

extension Parser {
  /// Reads `external KIND NAME`, `lever NAME sets LEVER` or `measure NAME`, and its properties up to `end`.
  mutating func parseDeclaration() -> Statement.Kind? {
    let opening = current.span
    var declaration: DeclarationSyntax?
    line { parser throws(Malformed) in declaration = try parser.parseDeclarationHeader() }
    let kind = declaration?.kind.rawValue ?? "declaration"
    context = declaration.map { "\(kind) \($0.name.text)" } ?? ""
    var properties: [PropertySyntax] = []
    let isClosed = parseBlock(opening: opening, kind: kind) { parser throws(Malformed) in
      properties.append(try parser.parseProperty(of: declaration?.kind ?? .lever))
    }
    guard var declaration, isClosed else { return nil }
    declaration.properties = properties
    return .declaration(declaration)
  }

  private mutating func parseDeclarationHeader() throws(Malformed) -> DeclarationSyntax {
    let isExternal = take("external")
    guard let word, let kind = DeclarationSyntax.Kind(rawValue: word),
      isExternal ? kind != .measure : kind == .lever || kind == .measure
    else { throw unexpected(isExternal ? "`lever`, `attribute`, `outcome` or `parameter`" : "`lever` or `measure`") }
    advance()
    let name = try readNewName(kind.rawValue, isDotted: kind == .lever || kind == .parameter || kind == .attribute)
    var target: Name?
    if !isExternal, kind == .lever {
      try expect("sets")
      target = try readName("the lever that it sets")
    }
    try expectLineEnd()
    return DeclarationSyntax(kind: kind, name: name, target: target)
  }

  private mutating func parseProperty(of kind: DeclarationSyntax.Kind) throws(Malformed) -> PropertySyntax {
    let span = current.span
    guard let word else { throw unexpected("a property, such as `label`, or `end`") }
    let key: PropertySyntax.Key
    if kind == .measure, take("effect") {
      guard isAt("during") || isAt("after") else { throw unexpected("`during` or `after`") }
      key = isAt("during") ? .effectDuring : .effectAfter
    } else if let known = PropertySyntax.Key(rawValue: word) {
      key = known
    } else {
      report(.unknownProperty(word, among: kind.keys.map(\.rawValue), span))
      throw Malformed()
    }
    advance()
    let value = try parsePropertyValue(key)
    let end = tokens[position - 1].span
    try expectLineEnd()
    return PropertySyntax(key: key, value: value, span: span.merged(with: end))
  }

  private mutating func parsePropertyValue(_ key: PropertySyntax.Key) throws(Malformed) -> PropertySyntax.Value {
    switch key {
    case .ordered, .counted, .lived, .collective, .monthly: return .flag
    case .label, .acts: return .label(try readLabel())
    case .reason, .scale: return .text(try readText("a text in quotation marks"))
    case .atMost: return .names([try readName("a lever")])
    case .read, .reach, .grade, .moves: return .names([try readWord("a word")])
    case .through, .clock: return .names(try readNames("a name"))
    case .unit: return try parseUnitProperty()
    case .source: return .citations(try parseCitations())
    case .baseline, .value, .neutral, .se, .cautious, .optimistic: return .expression(try parseValue())
    case .range: return try parseRange()
    case .domain: return try parseDomain()
    case .effectDuring, .effectAfter, .length, .cost: return .stated(try parseStatedNumber(key))
    case .who: return try parseEligible()
    case .benefit: return .names([try readWord("what participants get")])
    case .places, .share: return try parseIntake(key)
    case .category, .outside:
      let name = try readCategory("the key of a category")
      return .category(name, try readLabel())
    }
  }

  /// Reads `nb "kvinner" en "women"`.
  mutating func readLabel() throws(Malformed) -> Label {
    try expect("nb")
    let nb = try readText("the Norwegian label in quotation marks")
    try expect("en")
    return Label(nb: nb, en: try readText("the English label in quotation marks"))
  }

  private mutating func parseUnitProperty() throws(Malformed) -> PropertySyntax.Value {
    let wanted = "the unit of a level, such as `%`, `kr per year`, `mill. kr`, `months` or `persons`"
    // Points measure differences only, and milliards with few decimals would hide what a reform changes.
    if isAt("pp") { throw unexpected(wanted, helps: [.replace(current.span, with: "%", "write `%`")]) }
    if isAt("mrd") { throw unexpected(wanted, helps: [.replace(current.span, with: "mill", "write `mill. kr`")]) }
    guard let (unit, factor) = try parseUnit() else { throw unexpected(wanted) }
    guard case .kroner(let period, let priceYear) = unit, factor == 1e6 else { return .unit(unit) }
    return .unit(.millionKroner(per: period, priceYear: priceYear))
  }

  private mutating func parseDomain() throws(Malformed) -> PropertySyntax.Value {
    if take("weights") { return .weightsDomain }
    if take("level") { return .levelDomain(skill: try readWord("`oral` or `written`")) }
    return try parseRange()
  }

  /// Reads `12 to 48 months`; the first number takes the unit of the second when it has none.
  mutating func parseRange() throws(Malformed) -> PropertySyntax.Value {
    let low = try parseExpression("the lower bound")
    try expect("to")
    return .range(low, try parseExpression("the upper bound"))
  }

  /// Reads `report 3915, "Author Year, Journal"`.
  mutating func parseCitations() throws(Malformed) -> [Citation] {
    var citations: [Citation] = []
    repeat {
      if case .text(let document) = current.kind {
        advance()
        citations.append(Citation(document: document))
      } else {
        try expect("report")
        citations.append(.report(line: try readInteger("a line of the report").value))
      }
    } while take(.comma)
    return citations
  }
}
