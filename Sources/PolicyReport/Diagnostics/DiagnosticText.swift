import PolicyCore

/// A diagnostic for people: the sentence, the place, the source with the places underlined, and what one can do.
public struct DiagnosticText {
  var diagnostic: Diagnostic
  var style: TextStyle

  public init(_ diagnostic: Diagnostic, style: TextStyle) {
    self.diagnostic = diagnostic
    self.style = style
  }

  public var text: String {
    let ink: TextStyle.Ink =
      switch diagnostic.severity {
      case .error: .red
      case .warning: .yellow
      case .note: .bold
      }
    let head = style.paint("\(diagnostic.severity.rawValue)[\(diagnostic.id)]", ink)
    var lines = ["\(head): \(style.paint(diagnostic.title, .bold))"]
    var excerpt = SourceExcerpt(file: diagnostic.primary.file, style: style, ink: ink)
    excerpt.mark(diagnostic.primary, isPrimary: true)
    for label in diagnostic.secondary where label.file == diagnostic.primary.file {
      excerpt.mark(label, isPrimary: false)
    }
    lines += excerpt.lines
    for label in diagnostic.secondary where label.file != diagnostic.primary.file {
      var other = SourceExcerpt(file: label.file, style: style, ink: ink)
      other.mark(label, isPrimary: false)
      lines += other.lines
    }
    lines += diagnostic.helps.prefix(3).map { style.paint("Help:", .green) + " " + $0.text }
    return lines.joined(separator: "\n")
  }

  /// Several diagnostics, the first twenty in full.
  public static func list(_ diagnostics: [Diagnostic], style: TextStyle, limit: Int = 20) -> String {
    let shown = diagnostics.prefix(limit).map { DiagnosticText($0, style: style).text }
    let hidden = diagnostics.count - shown.count
    let more = hidden > 0 ? [style.say(nb: "… og \(hidden) til.", en: "… and \(hidden) more.")] : []
    return (shown + more).joined(separator: "\n\n")
  }
}
