import PolicyCore
import PolicyLang
import Testing

@testable import PolicySession

/// Taking back, taking away, and taking in files.
@Suite struct HistoryTests {
  func length(_ session: Session, _ name: String = "three_years") -> LeverValue? {
    session.environment.scenarios[name]?.plan.settings.first?.value
  }

  @Test func definitionsAreTakenBackOneByOne() {
    var session = Session.started()
    session.evaluate("scenario three_years from baseline\n  programme.length = 30 months\nend")
    session.evaluate("2 + 2")
    session.evaluate("let broken = 5 % + 1 month")
    #expect(length(session) == .quantity(Quantity(30, .months)))
    let restored = session.undo()
    #expect(restored == Undone(change: .defined(["three_years"]), restored: ["three_years"], gone: []))
    #expect(length(session) == .quantity(Quantity(36, .months)))
    let gone = session.undo()
    #expect(gone == Undone(change: .defined(["three_years"]), restored: [], gone: ["three_years"]))
    #expect(session.environment.scenarioNames == ["baseline"])
    let used = session.undo()
    #expect(used?.change == .used(["introduction_programme"]))
    #expect(session.environment.catalogue.levers.isEmpty)
    let nothing = session.undo()
    #expect(nothing == nil)
  }

  @Test func allIsTakenAwayAndBroughtBack() {
    var session = Session.started()
    let wasReset = session.reset()
    #expect(wasReset)
    #expect(session.environment.scenarios.isEmpty && session.environment.modules.isEmpty)
    let isEmpty = !session.reset()
    let undone = session.undo()
    #expect(isEmpty && undone?.change == .reset)
    #expect(length(session) == .quantity(Quantity(36, .months)))
  }

  static func file(_ text: String) -> SourceFile {
    SourceFile(name: "reform.policy", text: "language 1\nuse introduction_programme\n\(text)\n")
  }

  /// Order is free in a file.
  @Test func aFileIsTakenInWhole() {
    var session = Session.started()
    let outputs = session.load(
      Self.file("scenario a from b\nend\nscenario b from baseline\n  programme.length = x\nend\nlet x = 30 months"))
    #expect(outputs.allSatisfy { !$0.hasErrors })
    #expect(length(session, "a") == .quantity(Quantity(30, .months)))
    let undone = session.undo()
    #expect(undone == Undone(change: .loaded("reform.policy"), restored: [], gone: ["a", "b", "x"]))
  }

  @Test func aFileWithAnErrorLeavesEverything() {
    var session = Session.started()
    let before = session.environment
    for text in ["let x = 1\nscenario three_years from nowhere\nend", "let x = 1\nlet x = 2", "scenario"] {
      let outputs = session.load(Self.file(text))
      #expect(outputs.contains { $0.hasErrors }, "\(text)")
      #expect(before.differences(from: session.environment) == [])
      #expect(session.environment.differences(from: before) == [])
    }
  }

  @Test func aFileTakenInAgainIsReplaced() {
    var session = Session.started()
    session.load(Self.file("let x = 30 months\nlet y = 1\nscenario a from baseline\n  programme.length = x\nend"))
    session.evaluate("scenario own from a\nend")
    let outputs = session.load(Self.file("let x = 36 months"))
    // Nothing is called a redefinition, and what was built on the file stays.
    #expect(outputs == [.used("introduction_programme"), .defined("x")])
    #expect(session.environment.values["y"] == nil && session.environment.scenarios["a"] == nil)
    #expect(length(session, "own") == .quantity(Quantity(30, .months)))
    #expect(session.environment.values["x"]?.quantity == Quantity(36, .months))
    let undone = session.undo()
    #expect(undone?.restored == ["a", "x", "y"])
    #expect(session.environment.values["x"]?.quantity == Quantity(30, .months))
  }

  /// What was typed over a file's definition is the session's own, and stays when the file comes again.
  @Test func whatWasTypedOverAFileIsReplacedWithANote() {
    var session = Session.started()
    session.load(Self.file("let x = 30 months"))
    session.evaluate("let x = 20 months")
    let outputs = session.load(Self.file("let x = 36 months"))
    #expect(outputs.first { if case .diagnostics = $0 { true } else { false } } != nil)
    #expect(session.environment.values["x"]?.quantity == Quantity(36, .months))
  }

  @Test func aStoppedLoadingKeepsWhatWasThere() {
    var session = Session.started()
    let cancellation = Cancellation()
    let outputs = session.load(
      Self.file("let x = 1\ncompare baseline over 3 years show employed"), cancellation: cancellation,
      progress: { _ in cancellation.cancel() })
    #expect(outputs.last == .interrupted)
    #expect(length(session) == .quantity(Quantity(36, .months)))
    #expect(session.environment.values["x"] != nil)
    // The question was not answered, so it was not asked.
    #expect((try? session.script(path: "x.policy").text.contains("compare")) == false)
  }

  @Test func manyEntriesCanBeTakenBack() {
    var session = Session.started()
    for number in 0..<(PastState.most + 50) { session.evaluate("let x = \(number)") }
    var count = 0
    while session.undo() != nil { count += 1 }
    #expect(count == PastState.most)
    #expect(session.environment.values["x"]?.quantity == Quantity(49, .number))
  }
}
