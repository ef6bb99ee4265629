import PolicyCore

// What can be wrong with characters, numbers and dates; sorted by id.

extension Problem {
  static func dateWithDay(month: String, _ span: Span) -> Problem {
    Problem(
      id: .dateWithDay, title: "Dates are months here; a day is too fine.", span: span, label: "has a day",
      helps: [.replace(span, with: month, "write `\(month)`")])
  }

  static func decimalComma(whole: String, fraction: String, _ span: Span) -> Problem {
    Problem(
      id: .decimalComma, title: "A comma between digits is not a decimal mark here.", span: span,
      helps: [
        .replace(
          span, with: "\(whole).\(fraction)", "write `\(whole).\(fraction)`   (output uses a comma with --lang nb)"),
        .replace(span, with: "\(whole), \(fraction)", "write `\(whole), \(fraction)` for two numbers"),
      ])
  }

  static func digitGrouping(_ span: Span) -> Problem {
    Problem(
      id: .digitGrouping, title: "Digits are grouped in a way that can mean two things.", span: span,
      label: "one number or two?",
      helps: [Diagnostic.Help("group thousands by three: `20 000` or `20_000`")])
  }

  static func fileTooLarge() -> Problem {
    let limit = SourceNumber.text(Double(Language.largestFile))
    return Problem(
      id: .fileTooLarge, title: "The file is too large for a policy file.", span: .zero,
      label: "at most \(limit) bytes are read",
      helps: [Diagnostic.Help("divide it into modules and bring them together with `use`")])
  }

  static func foreignOperator(_ text: String, better: String, _ span: Span) -> Problem {
    Problem(
      id: .foreignOperator, title: "`\(text)` is written `\(better)` here.", span: span,
      helps: [.replace(span, with: better, "write `\(better)`")])
  }

  static func malformedDate(fix: String?, _ span: Span) -> Problem {
    Problem(
      id: .malformedDate, title: "This date is not a month from 1900 to 2100.", span: span,
      label: "a month is written `2020-01`",
      helps: fix.map { [.replace(span, with: $0, "write `\($0)`")] } ?? [])
  }

  static func malformedWeights(_ span: Span) -> Problem {
    Problem(
      id: .malformedWeights, title: "Weights are two numbers.", span: span, label: "more than two",
      helps: [Diagnostic.Help("for a division, put blanks around `/`")])
  }

  static func notText(_ reason: String, _ span: Span) -> Problem {
    Problem(
      id: .notText, title: "This file is not a text in UTF-8.", span: span, label: reason,
      helps: [Diagnostic.Help("save it as plain text with the encoding UTF-8")])
  }

  static func numberTooLarge(_ span: Span) -> Problem {
    Problem(id: .numberTooLarge, title: "This number is too large.", span: span)
  }

  static func unexpectedCharacter(_ scalar: Unicode.Scalar, fix: String?, _ span: Span) -> Problem {
    let code = String(scalar.value, radix: 16, uppercase: true)
    let padded = String(repeating: "0", count: max(0, 4 - code.count)) + code
    let hint = Self.hints[scalar].map { [Diagnostic.Help($0)] } ?? []
    return Problem(
      id: .unexpectedCharacter, title: "This character has no meaning here.", span: span, label: "U+\(padded)",
      helps: fix.map { [.replace(span, with: $0, "write `\($0)`")] } ?? hint)
  }

  /// What to write instead of signs of other languages.
  private static let hints: [Unicode.Scalar: String] = [
    ";": "a statement ends with its line; parts of a list are divided by `,`", "{": "write `(`, or a block up to `end`",
    "}": "write `)`, or `end`", "[": "write `(`", "]": "write `)`", "'": "texts stand between `\"`", "&": "write `and`",
    "|": "write `or`", "!": "write `not`",
  ]

  static func unterminatedText(_ span: Span) -> Problem {
    Problem(
      id: .unterminatedText, title: "A text in quotation marks has no end on its line.", span: span,
      helps: [.replace(Span(span.end, span.end), with: "\"", "put `\"` where it ends")])
  }

  static func weightsSum(_ left: Int, _ right: Int, _ span: Span) -> Problem {
    let sum = min(left, 1_000_000) + min(right, 1_000_000)
    return Problem(
      id: .weightsSum, title: "The weights add up to \(sum), not 100.", span: span,
      label: sum > 100 ? "\(sum - 100) too much" : "\(100 - sum) too little",
      helps: [
        .replace(
          span, with: "\(min(left, 100))/\(100 - min(left, 100))", "write `\(min(left, 100))/\(100 - min(left, 100))`"),
        Diagnostic.Help("for a division, put blanks around `/`"),
      ])
  }

  /// Why a file cannot be read as text at all.
  static func unreadable(_ file: SourceFile) -> Problem? {
    if file.bytes.count > Language.largestFile { return .fileTooLarge() }
    if file.bytes.starts(with: [0xFF, 0xFE]) || file.bytes.starts(with: [0xFE, 0xFF]) {
      return .notText("this is UTF-16", Span(0, 2))
    }
    guard let fault = file.firstFault else { return nil }
    let reason = file.bytes[fault] == 0 ? "a NUL byte" : "this byte begins no character"
    return .notText(reason, Span(fault, fault + 1))
  }
}

extension SourceFile {
  /// The first byte that is NUL or no valid UTF-8.
  fileprivate var firstFault: Int? {
    if let nul = bytes.firstIndex(of: 0) { return nul }
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var offset = 0
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): offset += UTF8.width(scalar)
      case .emptyInput: return nil
      case .error: return offset
      }
    }
  }
}
