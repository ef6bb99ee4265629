import PolicyCore

/// Thrown where a statement makes no sense any more; what is wrong has been reported.
struct Malformed: Error {}

/// Reads tokens into statements by recursive descent, and goes on after every error at the next line.
struct Parser {
  let tokens: [Token]
  let mode: CheckMode
  /// The source, for messages that quote a token.
  let file: SourceFile
  var position = 0
  var program = Program()
  /// Each with the construct that it is in.
  var problems: [(problem: Problem, context: String)] = []
  /// `scenario three_years`, while inside.
  var context = ""
  /// How many parentheses are open.
  var depth = 0

  /// The malformed line ends here, although it was to continue (`programme.length =` and nothing more).
  var resumesHere = false

  /// Deeper nesting than this is refused, so that no input can exhaust the stack.
  static let deepestNesting = 64

  init(tokens: [Token], file: SourceFile, mode: CheckMode) {
    self.tokens = tokens
    self.file = file
    self.mode = mode
  }

  mutating func parse() {
    if mode == .file { parseLanguageLine() }
    while true {
      let documentation = readDocumentation()
      guard current.kind != .endOfFile else {
        if let documentation { report(.documentationOfNothing(documentation.span)) }
        return
      }
      parseStatement(documentation: documentation?.text ?? "")
    }
  }

  // MARK: Tokens

  var current: Token { tokens[position] }
  var next: Token { tokens[min(position + 1, tokens.count - 1)] }

  mutating func advance() {
    if position < tokens.count - 1 { position += 1 }
  }

  func isAt(_ symbol: Token.Symbol) -> Bool { current.kind == .symbol(symbol) }
  func isAt(_ word: String) -> Bool { current.kind == .name(word) }

  var isAtLineEnd: Bool { current.kind == .newline || current.kind == .endOfFile }

  /// The word at the current token when it is an undotted name.
  var word: String? {
    if case .name(let name) = current.kind, !name.utf8.contains(ascii(".")) { name } else { nil }
  }

  mutating func take(_ symbol: Token.Symbol) -> Bool {
    guard isAt(symbol) else { return false }
    advance()
    return true
  }

  mutating func take(_ word: String) -> Bool {
    guard isAt(word) else { return false }
    advance()
    return true
  }

  mutating func expect(_ symbol: Token.Symbol, _ wanted: String) throws(Malformed) {
    guard take(symbol) else { throw unexpected(wanted) }
  }

  mutating func expect(_ word: String) throws(Malformed) {
    guard take(word) else { throw unexpected("`\(word)`") }
  }

  /// Ends a statement at its line's end.
  ///
  /// - Parameter words: What could have stood here instead, for a suggestion.
  mutating func expectLineEnd(or words: [String] = []) throws(Malformed) {
    guard isAtLineEnd else {
      let alternatives = words.isEmpty ? "" : words.map { "`\($0)`" }.joined(separator: ", ") + " or "
      throw unexpected(alternatives + "the end of the line")
    }
    if current.kind == .newline { advance() }
  }

  /// Goes one level deeper, unless that is too deep.
  mutating func nested<T>(_ read: (inout Parser) throws(Malformed) -> T) throws(Malformed) -> T {
    guard depth < Self.deepestNesting else {
      report(.nestingTooDeep(current.span))
      throw Malformed()
    }
    depth += 1
    defer { depth -= 1 }
    return try read(&self)
  }

  // MARK: Problems

  mutating func report(_ problem: Problem) { problems.append((problem, context)) }

  /// Reports the current token as out of place, unless the lexer has reported it.
  ///
  /// - Parameter wanted: In words; what it quotes between backticks are candidates for a suggestion.
  mutating func unexpected(_ wanted: String, helps: [Diagnostic.Help] = []) -> Malformed {
    guard current.kind != .invalid else { return Malformed() }
    var helps = helps
    if let word, !Language.reservedWords.contains(word) {
      let quoted = wanted.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      let candidates = quoted.compactMap { $0.offset % 2 == 1 ? String($0.element) : nil }
      helps += .didYouMean(Spelling.nearest(to: word, among: candidates), at: current.span)
    }
    report(.unexpectedWord(wanted: wanted, found: describe(current), current.span, helps: helps))
    return Malformed()
  }

  func describe(_ token: Token) -> String {
    switch token.kind {
    case .newline: "the end of the line"
    case .endOfFile: "the end of the file"
    case .documentation: "a `##` line"
    default: "`\(file.text(of: Span(token.span.start, min(token.span.end, token.span.start + 60))))`"
    }
  }

  // MARK: Lines

  /// Goes to the next line's beginning.
  mutating func skipLine() {
    while !isAtLineEnd { advance() }
    if current.kind == .newline { advance() }
  }

  /// Reads one line by itself: when it is malformed, the rest of it is left out.
  mutating func line(_ parse: (inout Parser) throws(Malformed) -> Void) {
    let start = position
    depth = 0
    do {
      try parse(&self)
    } catch {
      if !resumesHere { skipLine() }
      resumesHere = false
    }
    if position == start { advance() }
  }

  /// The `##` lines here as one text.
  mutating func readDocumentation() -> (text: String, span: Span)? {
    var lines: [String] = []
    var span: Span?
    while true {
      if case .documentation(let line) = current.kind {
        lines.append(line)
        span = span?.merged(with: current.span) ?? current.span
        advance()
      } else if current.kind == .newline {
        advance()
      } else {
        return span.map { (lines.joined(separator: "\n"), $0) }
      }
    }
  }

  // MARK: Names

  /// Reads a name that is looked up: any dotted name, and any word that is no keyword.
  mutating func readName(_ wanted: String) throws(Malformed) -> Name {
    guard case .name(let text) = current.kind else { throw unexpected(wanted) }
    if Language.reservedWords.contains(text) {
      throw unexpected(wanted, helps: [Diagnostic.Help("`\(text)` is a word of the language and names nothing else")])
    }
    let name = Name(text: text, span: current.span)
    advance()
    return name
  }

  /// Reads a name that is being given: one word, or a dotted one for levers and parameters.
  mutating func readNewName(_ kind: String, isDotted: Bool = false) throws(Malformed) -> Name {
    let name = try readName("a name for the \(kind)")
    if !isDotted, name.text.utf8.contains(ascii(".")) { report(.dottedName(kind: kind, name.text, name.span)) }
    return name
  }

  /// Reads the key of a category; one that begins with a digit stands in quotation marks (`"20_29"`).
  mutating func readCategory(_ wanted: String) throws(Malformed) -> Name {
    guard case .text(let text) = current.kind else { return try readWord(wanted) }
    let name = Name(text: text, span: current.span)
    advance()
    return name
  }

  /// Reads a word of a closed list: keywords are free here.
  mutating func readWord(_ wanted: String) throws(Malformed) -> Name {
    guard let word else { throw unexpected(wanted) }
    let name = Name(text: word, span: current.span)
    advance()
    return name
  }

  mutating func readNames(_ wanted: String) throws(Malformed) -> [Name] {
    var names = [try readName(wanted)]
    while take(.comma) { names.append(try readName(wanted)) }
    return names
  }

  mutating func readText(_ wanted: String) throws(Malformed) -> String {
    guard case .text(let text) = current.kind else { throw unexpected(wanted) }
    advance()
    return text
  }

  /// Reads a whole number, as of a year.
  mutating func readInteger(_ wanted: String) throws(Malformed) -> (value: Int, span: Span) {
    guard case .number(let number) = current.kind, number == number.rounded(), abs(number) < 1e9 else {
      throw unexpected(wanted)
    }
    let span = current.span
    advance()
    return (Int(number), span)
  }
}
