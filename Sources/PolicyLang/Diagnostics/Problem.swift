import PolicyCore

/// A finding about one file, before it knows which file that is.
///
/// There is one constructor for each id, and prose stands nowhere else. The rules of the prose: the title is one
/// sentence that says what is wrong; the label is a few words under the underline; every help is an action. No
/// abbreviations, no jargon of compilers, no blame.
///
/// A new one takes an id, a constructor beside its likes, a page in `docs/errors`, and a bad program in the corpus;
/// tests ask for the last two.
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
}

extension [Diagnostic.Help] {
  /// The suggestion of a near name, if there is one.
  static func didYouMean(_ name: String?, at span: Span, _ remark: String = "") -> Self {
    guard let name else { return [] }
    return [.replace(span, with: name, "did you mean `\(name)`?" + (remark.isEmpty ? "" : " (\(remark))"))]
  }

  /// The near name, or what there is.
  static func near(_ name: String?, at span: Span, orList kind: String, _ names: [String]) -> Self {
    name == nil ? list(kind, names) : didYouMean(name, at: span)
  }

  /// What there is; when there is nothing, the prelude is missing.
  static func list(_ kind: String, _ names: [String]) -> Self {
    if names.isEmpty { return [.usePrelude] }
    let list = names.prefix(20).joined(separator: ", ") + (names.count > 20 ? ", …" : "")
    return [Diagnostic.Help("the \(kind) are: \(list)")]
  }
}
