import PolicyCore

/// Diagnostics for people, in the style of the other output.
public enum DiagnosticText {
  /// All of them with an empty line between; more than twenty are counted.
  public static func list(_ diagnostics: [Diagnostic], style: TextStyle) -> String {
    var renderer = DiagnosticRenderer(isColored: style.usesColour)
    renderer.lineWidth = style.width
    return renderer.render(diagnostics)
  }
}
