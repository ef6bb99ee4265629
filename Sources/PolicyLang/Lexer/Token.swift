import PolicyCore

/// The smallest piece of a source text that means something.
struct Token: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    /// A name, dotted or not, composed (NFC): `programme.length`. Keywords are names, too.
    case name(String)
    case number(Double)
    case month(Month)
    case weights(Int, Int)
    case text(String)
    /// The text of a `##` line.
    case documentation(String)
    case symbol(Symbol)
    case newline
    case endOfFile
    /// Something that the lexer has reported.
    case invalid
  }

  enum Symbol: String, Hashable, Sendable {
    case plus = "+"
    case minus = "-"
    case times = "*"
    case over = "/"
    case equals = "="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case open = "("
    case close = ")"
    case comma = ","
    case colon = ":"
    case dot = "."
    case percent = "%"
  }

  var kind: Kind
  var span: Span
  /// Whether a blank or a line's beginning stands before it.
  var followsBlank: Bool

  /// Whether a statement goes on after this token at the end of a line.
  var continuesLine: Bool {
    switch kind {
    case .symbol(let symbol): ![.close, .percent, .dot].contains(symbol)
    case .name(let name): ["and", "or", "mod"].contains(name)
    default: false
    }
  }
}
