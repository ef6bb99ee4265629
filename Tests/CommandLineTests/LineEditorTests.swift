import Testing

@testable import LineEditor

/// Plays lines that were written beforehand.
private final class Script: LineSource {
  var inputs: [LineInput]
  var prompts: [Prompt] = []
  var blocks: [String] = []

  init(_ inputs: [LineInput]) { self.inputs = inputs }

  func readLine(prompt: Prompt, before: String) -> LineInput {
    prompts.append(prompt)
    return inputs.isEmpty ? .endOfInput : inputs.removeFirst()
  }

  func remember(_ block: String) { blocks.append(block) }
}

@Suite struct LineEditorTests {
  @Test func linesAreJoinedUntilTheBlockIsWhole() {
    let script = Script([
      .text("scenario x"), .text("end"), .text("  "), .text("scenario y"), .interrupted, .text("scenario z"),
    ])
    let reader = BlockReader(source: script) { $0.hasPrefix("scenario") && !$0.hasSuffix("end\n") }
    #expect(reader.read() == .text("scenario x\nend\n"))
    #expect(reader.read() == .text("  \n"))
    #expect(reader.read() == .interrupted)
    #expect(reader.read() == .text("scenario z\n"))
    #expect(reader.read() == .endOfInput)
    #expect(script.prompts == [.first, .continuation, .first, .first, .continuation, .first, .continuation, .first])
    #expect(script.blocks == ["scenario x\nend\n"])
  }

  @Test func completionsAreListedInColumnsOrWithDetails() {
    let levers = CompletionList(
      wordStart: 0,
      suggestions: [
        Suggestion("programme.length", detail: "12–48 months"), Suggestion("programme.start", detail: "måneder"),
      ])
    #expect(levers.commonPrefix == "programme.")
    #expect(levers.listing(width: 80) == "  programme.length  12–48 months\n  programme.start   måneder")
    #expect(levers.listing(width: 24) == "  programme.length  12–\n  programme.start   mån")
    let words = CompletionList(wordStart: 0, suggestions: ["år", "ås", "by", "in", "of"].map { Suggestion($0) })
    #expect(words.commonPrefix == "")
    #expect(words.listing(width: 13) == "år  by  of\nås  in")
  }

  @Test func pastedTextKeepsItsLinesAndNothingThatControlsATerminal() {
    #expect(LineEditor.cleaned("a\r\n\tå\rc\u{1B}[31m\u{7F}\n") == "a\n  å\nc[31m\n")
  }

  @Test(arguments: [
    (["XDG_STATE_HOME": "/s", "HOME": "/h"], "/s/p/history"),
    (["XDG_STATE_HOME": "relative", "HOME": "/h"], "/h/.local/state/p/history"),
    ([:], nil),
  ])
  func historyLiesWhereTheSystemKeepsState(environment: [String: String], path: String?) {
    #expect(HistoryFile.standard(program: "p", environment: environment)?.path == path)
  }
}
