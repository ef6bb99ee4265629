import PolicyCore
import Testing

@Suite struct TextChangeTests {
  private func change(_ old: String, _ new: String) -> String? {
    TextChange(from: SourceFile(name: "old", text: old), to: SourceFile(name: "new", text: new)).map { change in
      let lines = change.lines.map { $0.kind.rawValue + $0.text + ($0.isUnfinished ? "$" : "") }
      return "\(change.firstLine): " + (lines + (change.goesOn ? ["…"] : [])).joined(separator: "|")
    }
  }

  @Test(arguments: [
    ("a\nb\n", "a\nb\n", nil), ("a\nb\nc\n", "a\nB\nc\n", "2:  a|-b|+B| c"), ("a\n\n\nb\n", "a\n\nb\n", "3:  |-| b"),
    ("a\nb\n", "a\n\nb\n", "2:  a|+| b"), ("a\nb", "a\nb\n", "2:  a|-b$|+b"), ("a", "", "1: -a$"),
    ("a\nb\nc\nd\n", "A\nb\nc\nD\n", "1: -a|+A| b|…"), ("", "a\n", "1: +a"),
    ("a\nb\nc\n", "A\nb\nC\n", "1: -a|+A| b|-c|+C"),
    ("1\n2\n3\n4\n5\n6\n", "a\nb\nc\nd\ne\nf\n", "1: -1|-2|-3|-4|+a|+b|+c|+d|…"),
  ])
  func theFirstDifferenceIsShown(old: String, new: String, shown: String?) { #expect(change(old, new) == shown) }

  @Test(arguments: [
    ("a  \n", "1: -a··|+x"), ("\ta\tb\n", "1: -→a→b|+x"), ("1\u{A0}2\u{202F}3\n", "1: -1⍽2⍽3|+x"),
    ("a\r\n", "1: -a␍|+x"), ("\u{FEFF}a\n", "1: -\u{FFFD}a|+x"), ("\u{1B}[2Ja\n", "1: - [2Ja|+x"),
  ])
  func whatCannotBeSeenHasASign(old: String, shown: String) { #expect(change(old, "x\n") == shown) }

  @Test func veryLongLinesAreCut() {
    let shown = change(String(repeating: "å", count: 100_000) + "\n", "x\n")
    #expect(shown == "1: -" + String(repeating: "å", count: 400) + "…|+x")
  }
}
