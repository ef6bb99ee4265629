/// One finding about a source text, as a value: renderers turn it into text, JSON or annotations.
public struct Diagnostic: Hashable, Sendable {
  public enum Severity: String, Sendable, Codable, CaseIterable { case error, warning, note }

  /// A span with a few words under its underline.
  public struct Label: Hashable, Sendable {
    public var file: SourceFile
    public var span: Span
    public var text: String

    public init(file: SourceFile, span: Span, text: String = "") {
      self.file = file
      self.span = span
      self.text = text
    }
  }

  /// A replacement of one span.
  public struct Fix: Hashable, Sendable {
    public var span: Span
    public var replacement: String

    public init(span: Span, replacement: String) {
      self.span = span
      self.replacement = replacement
    }
  }

  /// An action that the author can take.
  public struct Help: Hashable, Sendable {
    public var text: String
    public var fix: Fix?

    public init(_ text: String, fix: Fix? = nil) {
      self.text = text
      self.fix = fix
    }
  }

  /// The stable id, kebab-case (`unknown-lever`).
  public var id: String
  public var severity: Severity
  /// One sentence that says what is wrong.
  public var title: String
  public var primary: Label
  public var secondary: [Label]
  /// At most three.
  public var helps: [Help]
  /// Where in the program it is, as a reader says it: `scenario three_years`; empty at top level.
  public var context: String

  public init(
    id: String, severity: Severity = .error, title: String, primary: Label, secondary: [Label] = [], helps: [Help] = [],
    context: String = ""
  ) {
    self.id = id
    self.severity = severity
    self.title = title
    self.primary = primary
    self.secondary = secondary
    self.helps = helps
    self.context = context
  }
}
