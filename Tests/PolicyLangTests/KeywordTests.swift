import PolicyCore
import PolicyLang
import Testing

struct KeywordTests {
  /// The table says the truth: a word is understood, or is refused as a later version's.
  @Test(arguments: Language.keywords.filter { $0.role == .statement && $0.word != "end" })
  func statements(keyword: Keyword) {
    let ids = check("\(keyword.word) x y", in: SamplePrelude.environment, mode: .session).diagnostics.map(\.id)
    #expect(!ids.contains("unknown-statement"), "\(keyword.word)")
    #expect(ids.contains("not-in-this-version") == !keyword.isAvailable, "\(keyword.word)")
  }

  @Test(arguments: Language.keywords)
  func reservedWordsNameNothing(keyword: Keyword) {
    let checked = check("let \(keyword.word) = 1", in: SamplePrelude.environment, mode: .session)
    #expect(checked.hasErrors == (keyword.isReserved || keyword.word == "%"), "\(keyword.word)")
    #expect(!keyword.documentation.isEmpty)
  }

  @Test(arguments: Language.keywords.filter { $0.role == .unit })
  func units(keyword: Keyword) {
    #expect(!check("let a = 5 \(keyword.word)", mode: .session).hasErrors, "\(keyword.word)")
  }

  @Test func tokensHaveTheirKinds() {
    let file = SourceFile(
      name: "x", text: "## doc\nscenario a from b # why\n  x.y = 5 % from 2020-01\n  use = (level: \"t\")\nend {")
    let tokens = Language.tokens(file).map { "\($0.kind.rawValue) \(file.text(of: $0.span))" }
    #expect(
      tokens == [
        "documentation ## doc", "keyword scenario", "name a", "keyword from", "name b", "comment # why", "name x.y",
        "symbol =", "number 5", "unit %", "keyword from", "number 2020-01", "keyword use", "symbol =", "symbol (",
        "name level", "symbol :", "text \"t\"", "symbol )", "keyword end", "invalid {",
      ])
  }
}
