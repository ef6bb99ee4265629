import PolicyCore

/// Expectations as JUnit XML.
///
/// CI systems read it loosely: the file stands in `classname`, the sentence in `name`, and message and place are repeated
/// in the failure's body.
public enum JUnitXML {
  public static func text(_ files: [FileResult]) -> String {
    let suites = files.map { suite($0) }
    let cases = suites.flatMap(\.cases)
    let seconds = files.reduce(0) { $0 + $1.seconds }
    var lines = ["<?xml version=\"1.0\" encoding=\"UTF-8\"?>"]
    lines.append(element("testsuites", [("name", "policy-repl")] + counts(cases, seconds: seconds)))
    for suite in suites {
      lines.append(
        "  " + element("testsuite", [("name", suite.file.path)] + counts(suite.cases, seconds: suite.file.seconds)))
      for test in suite.cases { lines += element(of: test, file: suite.file.path).map { "    " + $0 } }
      lines.append("  </testsuite>")
    }
    lines.append("</testsuites>")
    return lines.joined(separator: "\n") + "\n"
  }

  private enum Verdict { case passed, warned, failed, error }

  private struct Case {
    var name: String
    var verdict: Verdict
    var type: String
    var message: String
    var place: String
  }

  private static func suite(_ file: FileResult) -> (file: FileResult, cases: [Case]) {
    var cases = file.diagnostics.filter { $0.severity == .error }.map { diagnostic in
      let place = diagnostic.primary.file.place(at: diagnostic.primary.span.start)
      return Case(
        name: "\(file.path) has no error \(diagnostic.id)", verdict: .error, type: diagnostic.id,
        message: diagnostic.title, place: "\(place)")
    }
    if let failure = file.failure {
      cases.append(
        Case(
          name: "\(file.path) can be simulated", verdict: .error, type: "simulation", message: failure.en,
          place: file.path))
    }
    cases += file.expectations.map { result in
      let said = ExpectationText(result, style: TextStyle(language: .en))
      let verdict: Verdict = result.status == .passed ? .passed : result.isWarning ? .warned : .failed
      return Case(
        name: result.text, verdict: verdict, type: result.status.rawValue,
        message: "\(result.status.rawValue): \(result.text): \(said.measured)", place: "\(result.place)\n\(said.text)")
    }
    cases += file.snapshots.map { result in
      let said = SnapshotText(result, style: TextStyle(language: .en))
      let isGood = result.status == .matched || result.status == .recorded
      return Case(
        name: result.text, verdict: isGood ? .passed : result.isWarning ? .warned : .failed,
        type: result.status.rawValue, message: "\(result.status.rawValue): \(result.text): \(said.said)",
        place: "\(result.place)\n\(said.text)")
    }
    return (file, cases)
  }

  private static func counts(_ cases: [Case], seconds: Double) -> [(String, String)] {
    [
      ("tests", "\(cases.count)"),
      ("failures", "\(cases.count { $0.verdict == .failed })"),
      ("errors", "\(cases.count { $0.verdict == .error })"),
      ("time", "\(seconds.rounded(toDecimals: 3))"),
    ]
  }

  private static func element(of test: Case, file: String) -> [String] {
    let head = [("classname", file), ("name", test.name)]
    let tag: String
    switch test.verdict {
    case .passed: return [element("testcase", head, isClosed: true)]
    case .warned:
      return [
        element("testcase", head), "  <system-out>\(escaped(test.message + "\n" + test.place))</system-out>",
        "</testcase>",
      ]
    case .failed: tag = "failure"
    case .error: tag = "error"
    }
    let open = element(tag, [("message", test.message), ("type", test.type)])
    return [element("testcase", head), "  \(open)\(escaped(test.message + "\n" + test.place))</\(tag)>", "</testcase>"]
  }

  private static func element(_ name: String, _ attributes: [(String, String)], isClosed: Bool = false) -> String {
    "<" + name + attributes.map { " \($0.0)=\"\(escaped($0.1))\"" }.joined() + (isClosed ? "/>" : ">")
  }

  /// Text for XML content and attributes; what XML 1.0 cannot hold becomes U+FFFD.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      case "\t", "\n": escaped.unicodeScalars.append(scalar)
      case "\u{0}"..<"\u{20}", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}": escaped += "\u{FFFD}"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
