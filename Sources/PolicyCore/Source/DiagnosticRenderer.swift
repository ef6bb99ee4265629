/// Turns diagnostics into text for people: the title, the place, the source with the place underlined, and actions.
///
/// ```
/// error[unknown-lever]: There is no lever `programme.lenght`.
///    ┌─ scenarios/stronger_path.policy:12:3   scenario stronger_path
/// 12 │   programme.lenght = 36 months
///    │   ^^^^^^^^^^^^^^^^
/// Help: did you mean `programme.length`? (baseline: 24 months, allowed: 12 to 48 months)
/// ```
public struct DiagnosticRenderer: Sendable {
  /// Whether the text has ANSI colours.
  public var isColored: Bool
  /// How many columns of a long line are shown.
  public var lineWidth = 100
  /// How many diagnostics are shown; the others are counted.
  public var limit = 20

  public init(isColored: Bool = false) { self.isColored = isColored }

  /// All of them with an empty line between, and how many were left out.
  public func render(_ diagnostics: [Diagnostic]) -> String {
    var text = diagnostics.prefix(limit).map(render).joined(separator: "\n")
    let rest = diagnostics.count - limit
    if rest > 0 { text += "\n… and \(rest) more.\n" }
    return text
  }

  public func render(_ diagnostic: Diagnostic) -> String {
    let hue = Hue(diagnostic.severity)
    let heading = paint("\(diagnostic.severity.rawValue)[\(diagnostic.id)]", hue)
    var lines = ["\(heading)\(paint(": " + diagnostic.title, .bold))"]
    let excerpts = Excerpt.excerpts(of: diagnostic)
    let width = max(2, excerpts.flatMap(\.lines).map { String($0.number).count }.max() ?? 2)
    let margin = String(repeating: " ", count: width)
    for (index, excerpt) in excerpts.enumerated() {
      let place = excerpt.place.description
      let context = index == 0 && !diagnostic.context.isEmpty ? "   \(diagnostic.context)" : ""
      lines.append("\(margin) \(paint("┌─", .frame)) \(place)\(context)")
      for line in excerpt.lines {
        let number = String(line.number)
        let gutter = String(repeating: " ", count: width - number.count) + number
        let window = Window(line, width: lineWidth)
        lines.append(trimmed("\(paint("\(gutter) │", .frame)) \(window.text)"))
        for row in window.rows(hue: hue, paint: paint) { lines.append("\(margin) \(paint("│", .frame)) \(row)") }
      }
    }
    for help in diagnostic.helps { lines.append("\(paint("Help:", .help)) \(help.text)") }
    return lines.joined(separator: "\n") + "\n"
  }

  private func trimmed(_ text: String) -> String {
    var text = text
    while text.last == " " { text.removeLast() }
    return text
  }

  // MARK: Colour

  enum Hue: String {
    case error = "\u{1B}[1;31m"
    case warning = "\u{1B}[1;33m"
    case note = "\u{1B}[1;36m"
    case secondary = "\u{1B}[36m"
    case frame = "\u{1B}[34m"
    case help = "\u{1B}[32m"
    case bold = "\u{1B}[1m"

    init(_ severity: Diagnostic.Severity) {
      switch severity {
      case .error: self = .error
      case .warning: self = .warning
      case .note: self = .note
      }
    }
  }

  private func paint(_ text: String, _ hue: Hue) -> String {
    isColored && !text.isEmpty ? hue.rawValue + text + "\u{1B}[0m" : text
  }
}
