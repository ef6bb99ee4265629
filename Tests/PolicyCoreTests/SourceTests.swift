import PolicyCore
import Testing

struct SourceTests {
  @Test(arguments: [
    ("a\nb\nc", 3), ("a\r\nb", 2), ("a\rb", 2), ("", 1), ("\n", 2), ("a\r\n\r\nb", 3), ("a\r", 2),
  ])
  func linesEndAnyWay(text: String, count: Int) {
    let file = SourceFile(name: "x", text: text)
    #expect(file.lineCount == count)
    for line in 1...count { #expect(!file.text(of: file.lineSpan(line)).contains { $0.isNewline }) }
  }

  @Test func columnsCountCharacters() {
    let file = SourceFile(name: "x.policy", text: "kjønn å\r\na\u{30A}b c")
    #expect(file.place(at: 7).description == "x.policy:1:7")
    #expect(file.place(at: "kjønn å\r\na\u{30A}".utf8.count).description == "x.policy:2:2")
    #expect(file.place(at: 1_000).line == 2)
    let marked = SourceFile(name: "x", text: "\u{FEFF}abc")
    #expect(marked.place(at: 3).column == 1 && marked.text(of: marked.lineSpan(1)) == "abc")
    #expect(marked.place(at: 0).column == 1)
  }

  private func diagnostic(_ file: SourceFile, _ span: Span, _ text: String, also: [(Span, String)] = []) -> Diagnostic {
    Diagnostic(
      id: "an-id", title: "Something is wrong.", primary: .init(file: file, span: span, text: text),
      secondary: also.map { .init(file: file, span: $0.0, text: $0.1) }, helps: [.init("do this")],
      context: "scenario a")
  }

  @Test func twoMarksOnALineAndOneAbove() {
    let file = SourceFile(name: "x.policy", text: "first line\nnav.share = nav.share + 5 %\n")
    let shown = DiagnosticRenderer().render(
      diagnostic(file, Span(35, 38), "of what?", also: [(Span(23, 32), "45 % here"), (Span(0, 5), "above")]))
    #expect(
      shown == """
        error[an-id]: Something is wrong.
           ┌─ x.policy:2:25   scenario a
         1 │ first line
           │ ----- above
         2 │ nav.share = nav.share + 5 %
           │             ---------   ^^^ of what?
           │             45 % here
        Help: do this

        """)
  }

  @Test func wideLettersTabsAndLongLines() {
    let wide = SourceFile(name: "x", text: "漢字\tab c")
    let shown = DiagnosticRenderer().render(diagnostic(wide, Span(10, 11), "here"))
    #expect(shown.contains(" 1 │ 漢字 ab c\n   │         ^ here\n"), "\(shown)")
    let long = SourceFile(
      name: "x", text: String(repeating: "æ", count: 100_000) + "!" + String(repeating: "ø", count: 9_000))
    let lines = DiagnosticRenderer().render(diagnostic(long, Span(200_000, 200_001), "")).split(separator: "\n")
    #expect(lines.allSatisfy { $0.count < 120 })
    let column = Array(lines[3]).firstIndex(of: "^")
    #expect(column.map { Array(lines[2])[$0] } == "!")
    #expect(lines[1].contains("x:1:100001"))
  }

  @Test func colourOnlyAdds() {
    let file = SourceFile(name: "x", text: "let a = b")
    let diagnostic = diagnostic(file, Span(8, 9), "what?", also: [(Span(4, 5), "this")])
    let colored = DiagnosticRenderer(isColored: true).render(diagnostic)
    #expect(colored.contains("\u{1B}[1;31m"))
    var plain = ""
    var isEscape = false
    for character in colored {
      if character == "\u{1B}" { isEscape = true }
      if !isEscape { plain.append(character) }
      if character == "m" { isEscape = false }
    }
    #expect(plain == DiagnosticRenderer().render(diagnostic))
  }
}
