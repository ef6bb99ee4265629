import Foundation
import PolicyCore
import Testing

@testable import PolicyReport

@Suite struct DiagnosticTests {
  static let file = SourceFile(
    name: "scenarios/x.policy",
    text: """
      language 1
      use introduction_programme
      scenario ønsket from baseline
        nav.involvement = nav.involvement + 5 %
      end
      """)

  static func diagnostic(_ underlined: String, _ text: String, also: (String, String)? = nil) -> Diagnostic {
    func label(_ part: String, _ text: String) -> Diagnostic.Label {
      let bytes = Array(part.utf8)
      let start = file.bytes.indices.last { file.bytes[$0...].starts(with: bytes) } ?? 0
      return Diagnostic.Label(file: file, span: Span(start, start + bytes.count), text: text)
    }
    return Diagnostic(
      id: "percent-or-points", title: "Adding `5 %` to a share can mean two things.", primary: label(underlined, text),
      secondary: also.map { [label($0.0, $0.1)] } ?? [],
      helps: [Diagnostic.Help("percentage points: `+ 5 pp`"), Diagnostic.Help("relative change: `* 1.05`")])
  }

  @Test func peopleSeeTheSourceUnderlined() {
    let text = DiagnosticText.list([Self.diagnostic("5 %", "a share of what?")], style: TextStyle())
    #expect(text.contains("scenarios/x.policy:4:39"))
    #expect(text.contains("^^^ a share of what?"))
    #expect(text.contains("Help: relative change: `* 1.05`"))
    #expect(!text.contains("\u{1B}"))
    #expect(DiagnosticText.list([Self.diagnostic("5 %", "")], style: TextStyle(usesColour: true)).contains("\u{1B}"))
  }

  @Test(arguments: [0, 16, 17]) func endsOfFilesHavePlaces(_ offset: Int) {
    for text in ["", "language 1\nuse x", "\r\n"] {
      let file = SourceFile(name: "x", text: text)
      let span = Span(min(offset, text.utf8.count), min(offset, text.utf8.count))
      let diagnostic = Diagnostic(id: "x", title: "T.", primary: Diagnostic.Label(file: file, span: span))
      #expect(DiagnosticFormats.gitHub([diagnostic]).hasPrefix("::error file=x,line="))
      #expect(DiagnosticFormats.sarif([diagnostic], tool: "t", version: "1").text().contains("\"startLine\": "))
    }
  }

  @Test func machinesReadThemToo() throws {
    let diagnostic = Self.diagnostic("from baseline", "")
    #expect(
      DiagnosticFormats.gitHub([diagnostic]).hasPrefix(
        "::error file=scenarios/x.policy,line=3,col=17,endColumn=30,title=percent-or-points::Adding `5 %25` to"))
    let text = DiagnosticFormats.sarif([diagnostic], tool: "policy-repl", version: "0.1.0").text()
    let json = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(json["version"] as? String == "2.1.0")
    let run = try #require((json["runs"] as? [[String: Any]])?.first)
    let result = try #require((run["results"] as? [[String: Any]])?.first)
    #expect(result["ruleId"] as? String == "percent-or-points")
  }
}
