import PolicyCore

// What can be wrong with the form of statements; sorted by id.

extension Problem {
  static func assignmentOutsideScenario(_ name: String?, _ span: Span) -> Problem {
    let place = Diagnostic.Help("put it between `scenario NAME from baseline` and `end`")
    let binding = name.map { Diagnostic.Help("for a number with a name, write `let \($0) = …`") }
    return Problem(
      id: .assignmentOutsideScenario, title: "Settings stand inside a scenario.", span: span,
      helps: [place] + (name?.contains(".") == false ? [binding].compactMap { $0 } : []))
  }

  static func documentationOfNothing(_ span: Span) -> Problem {
    Problem(
      id: .documentationOfNothing, severity: .warning, title: "A `##` line documents what follows, and nothing does.",
      span: span, helps: [Diagnostic.Help("write `#` for a comment")])
  }

  static func dottedName(kind: String, _ name: String, _ span: Span) -> Problem {
    let plain = name.split(separator: ".").joined(separator: "_")
    return Problem(
      id: .dottedName, title: "The name of a \(kind) has no dots.", span: span,
      helps: [.replace(span, with: plain, "write `\(plain)`")])
  }

  static func emptyFile(_ span: Span) -> Problem {
    Problem(
      id: .emptyFile, title: "The file has no statements.", span: span,
      helps: [Diagnostic.Help("begin with `language 1` and `use introduction_programme`")])
  }

  static func endsBeforeItBegins(first: Month, last: Month, _ span: Span) -> Problem {
    Problem(
      id: .endsBeforeItBegins, title: "This period ends before it begins.", span: span,
      label: "begins in \(first), ends with \(last)",
      helps: [Diagnostic.Help("`until` names the last month in force")])
  }

  static func languageNotFirst(_ span: Span) -> Problem {
    Problem(
      id: .languageNotFirst, title: "`language` is the first line of a file.", span: span,
      helps: [Diagnostic.Help("take this line away")])
  }

  static func minusNeedsBlanks(_ span: Span) -> Problem {
    Problem(
      id: .minusNeedsBlanks, title: "A subtraction needs a blank on both sides of `-`.", span: span,
      helps: [.replace(span, with: " - ", "write ` - `")])
  }

  static func missingLanguage(_ span: Span) -> Problem {
    Problem(
      id: .missingLanguage, title: "The file does not say which version of the language it is written in.",
      span: Span(span.start, span.end), label: "the first line should be `language 1`",
      helps: [.replace(Span(0, 0), with: "language 1\n", "add `language 1` as the first line")])
  }

  static func missingValue(_ span: Span) -> Problem {
    Problem(
      id: .missingValue, title: "A value is missing at the end of this line.", span: span, label: "what is it to be?")
  }

  static func nestingTooDeep(_ span: Span) -> Problem {
    Problem(
      id: .nestingTooDeep, title: "Parentheses are nested too deeply.", span: span,
      label: "more than \(Parser.deepestNesting) are open",
      helps: [Diagnostic.Help("name parts of it with `let`")])
  }

  static func notInThisVersion(_ what: String, _ span: Span) -> Problem {
    Problem(
      id: .notInThisVersion, title: "\(what) is not part of this version.", span: span,
      helps: [Diagnostic.Help("take it away, or put `#` before its lines")])
  }

  /// - Parameter kind: `comparison` or `sweep`.
  static func nothingToShow(_ kind: String, _ span: Span) -> Problem {
    Problem(
      id: .nothingToShow, title: "This \(kind) shows no outcome.", span: span,
      helps: [Diagnostic.Help("add `show employed`")])
  }

  static func repeatedClause(_ what: String, _ span: Span) -> Problem {
    Problem(
      id: .repeatedClause, title: "\(what) stands here twice.", span: span, label: "the second one",
      helps: [Diagnostic.Help("take one of them away")])
  }

  static func statementWithoutEffect(_ span: Span) -> Problem {
    Problem(
      id: .statementWithoutEffect, title: "A value by itself has no effect in a file.", span: span,
      helps: [Diagnostic.Help("give it a name with `let NAME = …`, or take it away")])
  }

  static func strayEnd(_ span: Span) -> Problem {
    Problem(
      id: .strayEnd, title: "This `end` closes nothing.", span: span,
      helps: [
        Diagnostic.Help("a question whose line has `show` needs no `end`"), Diagnostic.Help("take it away"),
      ])
  }

  static func unexpectedWord(wanted: String, found: String, _ span: Span, helps: [Diagnostic.Help] = []) -> Problem {
    Problem(
      id: .unexpectedWord, title: "Expected \(wanted), found \(found).", span: span, label: "", helps: helps)
  }

  static func unknownLanguageVersion(_ version: Int, _ span: Span) -> Problem {
    Problem(
      id: .unknownLanguageVersion, title: "There is no version \(version) of the language.", span: span,
      helps: [.replace(span, with: "1", "write `language 1`")])
  }

  static func unknownProperty(_ name: String, among names: [String], _ span: Span) -> Problem {
    Problem(
      id: .unknownProperty, title: "A declaration has no property `\(name)`.", span: span,
      helps: .near(Spelling.nearest(to: name, among: names), at: span, orList: "properties", names))
  }

  static func unknownStatement(_ name: String, _ span: Span) -> Problem {
    let words = Language.keywords.filter { $0.role == .statement && $0.isAvailable && $0.word != "end" }.map(\.word)
    return Problem(
      id: .unknownStatement, title: "No statement begins with `\(name)`.", span: span,
      helps: .near(Spelling.nearest(to: name, among: words), at: span, orList: "statements", words))
  }

  static func unknownUnit(_ name: String, _ span: Span) -> Problem {
    let units = ["months", "years", "hours", "%", "pp", "kr", "mill. kr", "mrd. kr", "G", "persons"]
    let near = otherUnitWords[name.lowercased()] ?? Spelling.nearest(to: name, among: units + ["month", "year"])
    return Problem(
      id: .unknownUnit, title: "There is no unit `\(name)`.", span: span,
      helps: .near(near, at: span, orList: "units", units))
  }

  /// What people write for a unit, in Norwegian and English.
  private static let otherUnitWords = [
    "percent": "%", "per": "%", "prosent": "%", "pst": "%", "prosentpoeng": "pp", "points": "pp", "mnd": "months",
    "måned": "month", "måneder": "months", "år": "years", "timer": "hours", "personer": "persons", "kroner": "kr",
    "nok": "kr", "million": "mill. kr", "millioner": "mill. kr", "milliarder": "mrd. kr",
  ]

  static func unterminatedBlock(kind: String, _ span: Span, next: Span?) -> Problem {
    Problem(
      id: .unterminatedBlock, title: "This \(kind) has no `end`.", span: span, label: "opens here",
      marks: next.map { [Mark(span: $0, text: "`end` should stand before this")] } ?? [],
      helps: [Diagnostic.Help("close it with a line `end`")]
        + (["comparison", "sweep"].contains(kind)
          ? [Diagnostic.Help("or put `show` and the outcomes in its first line")] : []))
  }
}
