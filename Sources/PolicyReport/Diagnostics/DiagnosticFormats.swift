import PolicyCore

/// Diagnostics for machines that show them beside the source.
public enum DiagnosticFormats {
  /// Workflow commands, one a line, that GitHub turns into annotations.
  public static func gitHub(_ diagnostics: [Diagnostic]) -> String {
    diagnostics.map { diagnostic in
      let start = diagnostic.primary.file.place(at: diagnostic.primary.span.start)
      let end = diagnostic.primary.file.place(at: diagnostic.primary.span.end)
      let command = diagnostic.severity == .note ? "notice" : diagnostic.severity.rawValue
      var properties = [("file", start.file), ("line", "\(start.line)"), ("col", "\(start.column)")]
      if start.line == end.line { properties.append(("endColumn", "\(end.column)")) }
      properties.append(("title", "\(diagnostic.id)"))
      let text = ([diagnostic.title] + diagnostic.helps.map { "Help: \($0.text)" }).joined(separator: "\n")
      let listed = properties.map { "\($0.0)=\(escapedForGitHub($0.1, isProperty: true))" }.joined(separator: ",")
      return "::\(command) \(listed)::\(escapedForGitHub(text, isProperty: false))\n"
    }.joined()
  }

  private static func escapedForGitHub(_ text: String, isProperty: Bool) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": escaped += "%25"
      case "\r": escaped += "%0D"
      case "\n": escaped += "%0A"
      case ":" where isProperty: escaped += "%3A"
      case "," where isProperty: escaped += "%2C"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// A SARIF 2.1.0 log; columns count Unicode code points.
  public static func sarif(_ diagnostics: [Diagnostic], tool: String, version: String) -> JSONValue {
    let ids = Set(diagnostics.map(\.id)).sorted()
    return .object([
      ("$schema", .string("https://json.schemastore.org/sarif-2.1.0.json")),
      ("version", .string("2.1.0")),
      (
        "runs",
        .array([
          .object([
            (
              "tool",
              .object([
                (
                  "driver",
                  .object([
                    ("name", .string(tool)), ("version", .string(version)),
                    ("rules", .array(ids.map { .object([("id", .string($0))]) })),
                  ])
                )
              ])
            ),
            ("columnKind", .string("unicodeCodePoints")),
            ("results", .array(diagnostics.map(sarifResult))),
          ])
        ])
      ),
    ])
  }

  private static func sarifResult(_ diagnostic: Diagnostic) -> JSONValue {
    let file = diagnostic.primary.file
    let (startLine, startColumn) = position(diagnostic.primary.span.start, in: file)
    let (endLine, endColumn) = position(diagnostic.primary.span.end, in: file)
    let text = ([diagnostic.title] + diagnostic.helps.map { "Help: \($0.text)" }).joined(separator: "\n")
    let region = JSONValue.object([
      ("startLine", .integer(startLine)), ("startColumn", .integer(startColumn)), ("endLine", .integer(endLine)),
      ("endColumn", .integer(endColumn)),
    ])
    let location = JSONValue.object([
      (
        "physicalLocation",
        .object([("artifactLocation", .object([("uri", .string(uri(file.name)))])), ("region", region)])
      )
    ])
    return .object([
      ("ruleId", .string(diagnostic.id)), ("level", .string(diagnostic.severity.rawValue)),
      ("message", .object([("text", .string(text))])), ("locations", .array([location])),
    ])
  }

  private static func position(_ offset: Int, in file: SourceFile) -> (line: Int, column: Int) {
    let line = file.line(at: offset)
    return (line, file.text(of: Span(file.lineSpan(line).start, offset)).unicodeScalars.count + 1)
  }

  /// A path as a relative or absolute URI reference.
  private static func uri(_ path: String) -> String {
    path.utf8.map { byte in
      let scalar = Unicode.Scalar(byte)
      let isPlain =
        byte < 0x80 && (Character(scalar).isLetter || Character(scalar).isNumber || "-._~/".contains(Character(scalar)))
      return isPlain
        ? String(scalar) : "%" + String(byte, radix: 16, uppercase: true).indented(to: 2).replacing(" ", with: "0")
    }.joined()
  }
}
