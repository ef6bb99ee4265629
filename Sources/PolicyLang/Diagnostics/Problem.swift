import PolicyCore

/// A finding about one file, before it knows which file that is.
///
/// There is one constructor for each id, and prose stands nowhere else. The rules of the prose: the title is one
/// sentence that says what is wrong; the label is a few words under the underline; every help is an action. No
/// abbreviations, no jargon of compilers, no blame.
struct Problem: Sendable {
  /// A further place with a few words.
  struct Mark: Sendable {
    var span: Span
    var text: String
    /// `nil`: the file that the problem is in.
    var file: SourceFile?
  }

  var id: ID
  var severity: Diagnostic.Severity = .error
  var title: String
  var span: Span
  var label = ""
  var marks: [Mark] = []
  var helps: [Diagnostic.Help] = []

  func diagnostic(in file: SourceFile, context: String = "") -> Diagnostic {
    Diagnostic(
      id: id.rawValue, severity: severity, title: title,
      primary: Diagnostic.Label(file: file, span: span, text: label),
      secondary: marks.map { Diagnostic.Label(file: $0.file ?? file, span: $0.span, text: $0.text) },
      helps: Array(helps.prefix(3)), context: context)
  }
}

extension Diagnostic.Help {
  /// An action that replaces a span.
  static func replace(_ span: Span, with text: String, _ help: String) -> Self {
    Self(help, fix: Diagnostic.Fix(span: span, replacement: text))
  }

  /// The suggestion of a near name, if there is one.
  static func didYouMean(_ name: String?, at span: Span, _ remark: String = "") -> [Self] {
    guard let name else { return [] }
    return [.replace(span, with: name, "did you mean `\(name)`?" + (remark.isEmpty ? "" : " (\(remark))"))]
  }
}
