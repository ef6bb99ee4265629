import PolicyCore

/// Cuts a source text into tokens; whatever is wrong is reported and replaced by the likeliest meaning.
///
/// The text must be valid UTF-8 without NUL (`SourceFile.textProblem` makes sure of that).
struct Lexer {
  let bytes: [UInt8]
  var position = 0
  var tokens: [Token] = []
  var problems: [Problem] = []
  /// Where `#` comments stand; only colours need them.
  var comments: [Span] = []
  /// Whether a blank stands before the token that is being read.
  var sawBlank = true

  static func read(_ file: SourceFile) -> (tokens: [Token], problems: [Problem], comments: [Span]) {
    var lexer = Lexer(bytes: file.bytes)
    lexer.run()
    return (lexer.tokens, lexer.problems, lexer.comments)
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  private mutating func run() {
    while position < bytes.count { readToken() }
    append(.newline, from: position)
    tokens.append(Token(kind: .endOfFile, span: Span(position, position), followsBlank: true))
  }

  /// The byte at an offset from the current position; NUL, which no text holds, after the end.
  func peek(_ offset: Int = 0) -> UInt8 {
    let index = position + offset
    return index < bytes.count ? bytes[index] : 0
  }

  mutating func append(_ kind: Token.Kind, from start: Int) {
    if kind == .newline {
      // A line that is empty, or that continues, ends nothing.
      guard let last = tokens.last, last.kind != .newline, !last.continuesLine else { return }
      if case .documentation = last.kind { return }
    }
    tokens.append(Token(kind: kind, span: Span(start, position), followsBlank: sawBlank))
    sawBlank = false
  }

  private mutating func readToken() {
    let start = position
    let byte = bytes[position]
    switch byte {
    case ascii(" "), ascii("\t"):
      position += 1
      sawBlank = true
    case ascii("\n"), ascii("\r"):
      position += 1
      append(.newline, from: start)
      sawBlank = true
    case ascii("#"): readComment()
    case ascii("\""): readText()
    case ascii("0")...ascii("9"): readNumber()
    case _ where isASCIILetter(byte): readName()
    case 0x80...: readBeyondASCII()
    default: readSymbol()
    }
  }

  private mutating func readComment() {
    let start = position
    let startsLine = tokens.last.map { $0.kind == .newline || $0.isDocumentation } ?? true
    let isDocumentation = peek(1) == ascii("#") && peek(2) != ascii("#") && startsLine
    while position < bytes.count, !isLineEnd(peek()) { position += 1 }
    guard isDocumentation else { return comments.append(Span(start, position)) }
    let text = String(decoding: bytes[(start + 2)..<position], as: UTF8.self)
    append(.documentation(String(text.drop(while: \.isWhitespace))), from: start)
  }

  private mutating func readText() {
    let start = position
    position += 1
    while position < bytes.count, peek() != ascii("\""), !isLineEnd(peek()) { position += 1 }
    let content = String(decoding: bytes[(start + 1)..<position], as: UTF8.self)
    if peek() == ascii("\"") {
      position += 1
    } else {
      problems.append(.unterminatedText(Span(start, position)))
    }
    append(.text(content), from: start)
  }

  private mutating func readSymbol() {
    let start = position
    let pair = String(decoding: [peek(), peek(1)], as: UTF8.self)
    if let better = Self.foreignOperators[pair] {
      position += 2
      problems.append(.foreignOperator(pair, better: better, Span(start, position)))
      append(.invalid, from: start)
    } else if let symbol = Token.Symbol(rawValue: pair) {
      position += 2
      append(.symbol(symbol), from: start)
    } else if let symbol = Token.Symbol(rawValue: String(UnicodeScalar(peek()))) {
      position += 1
      append(.symbol(symbol), from: start)
    } else {
      readUnexpected()
    }
  }

  /// Operators of other languages, and what is written here.
  private static let foreignOperators = ["==": "is", "!=": "is not", "<>": "is not", "&&": "and", "||": "or"]

  private mutating func readBeyondASCII() {
    let start = position
    let scalar = scalar(at: position)
    switch scalar {
    case "\u{A0}", "\u{202F}":
      position += scalar.utf8Count
      sawBlank = true
    case "\u{2212}":
      position += scalar.utf8Count
      append(.symbol(.minus), from: start)
    case _ where scalar.properties.isAlphabetic: readName()
    default: readUnexpected()
    }
  }

  private mutating func readUnexpected() {
    let start = position
    let first = scalar(at: position)
    position += first.utf8Count
    let fix = Self.typographicForms[first]
    // One report for a whole run of them.
    while fix == nil, position < bytes.count, case let next = scalar(at: position), isUnexpected(next) {
      position += next.utf8Count
    }
    problems.append(.unexpectedCharacter(first, fix: fix, Span(start, position)))
    append(.invalid, from: start)
  }

  /// What word processors make of plain characters.
  private static let typographicForms: [Unicode.Scalar: String] = [
    "“": "\"", "”": "\"", "„": "\"", "«": "\"", "»": "\"", "–": "-", "—": "-", "≥": ">=", "≤": "<=", "×": "*", "÷": "/",
  ]

  private func isUnexpected(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return "!$&';?@[\\]^`{|}~".unicodeScalars.contains(scalar) || scalar.value < 0x09 }
    return !scalar.properties.isAlphabetic && !["\u{A0}", "\u{202F}", "\u{2212}"].contains(scalar)
      && Self.typographicForms[scalar] == nil
  }
}

extension Token {
  var isDocumentation: Bool {
    if case .documentation = kind { true } else { false }
  }
}
