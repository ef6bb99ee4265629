/// A JSON document with its keys in the order written, so that equal results give equal files.
public indirect enum JSONValue: Sendable {
  case null
  case bool(Bool)
  case integer(Int)
  case unsigned(UInt64)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([(key: String, value: JSONValue)])

  static func optional(_ value: Double?) -> JSONValue { value.map(JSONValue.number) ?? .null }
  static func optional(_ value: String?) -> JSONValue { value.map(JSONValue.string) ?? .null }
  static func optional(_ value: Int?) -> JSONValue { value.map(JSONValue.integer) ?? .null }

  /// The document, indented to the given depth and each deeper value on one line.
  public func text(indentedTo depth: Int = 4) -> String {
    var text = ""
    write(to: &text, level: 0, depth: depth)
    return text + "\n"
  }

  private func write(to text: inout String, level: Int, depth: Int) {
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .integer(let value): text += String(value)
    case .unsigned(let value): text += String(value)
    case .number(let value): text += value.isFinite ? "\(value)" : "null"
    case .string(let value): text += Self.quoted(value)
    case .array(let values):
      Self.write(values.map { (nil, $0) }, in: ("[", "]"), to: &text, level: level, depth: depth)
    case .object(let members):
      Self.write(members.map { ($0.key, $0.value) }, in: ("{", "}"), to: &text, level: level, depth: depth)
    }
  }

  private static func write(
    _ members: [(String?, JSONValue)], in brackets: (String, String), to text: inout String, level: Int, depth: Int
  ) {
    let isInline = level >= depth || members.isEmpty
    let margin = isInline ? "" : "\n" + String(repeating: " ", count: 2 * level)
    text += brackets.0
    for (index, (key, value)) in members.enumerated() {
      if index > 0 { text += isInline ? ", " : "," }
      if !isInline { text += margin + "  " }
      if let key { text += quoted(key) + ": " }
      value.write(to: &text, level: level + 1, depth: depth)
    }
    text += margin + brackets.1
  }

  static func quoted(_ string: String) -> String {
    var text = "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\u{0}"..<"\u{20}", "\u{7F}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text + "\""
  }
}
