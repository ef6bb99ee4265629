import PolicyCore
import Testing

@testable import PolicySession

/// What a session does with questions about one life.
@Suite struct TraceSessionTests {
  @Test func anEngineWithoutLivesSaysSo() {
    var session = Session.started()
    let outputs = session.evaluate("trace person 3 under baseline, three_years")
    guard case .failure(let message)? = outputs.last else {
      Issue.record("no failure: \(outputs)")
      return
    }
    #expect(message.en.contains("single lives"))
  }

  @Test func testsLeaveLivesOut() throws {
    let file = SourceFile(
      name: "x.policy", text: "language 1\nuse introduction_programme\ntrace person 3\n")
    #expect(try Session.sample().test(file).failure == nil)
    #expect(try Session.sample().run(file).failure != nil)
  }

  @Test func aStoppedSessionAsksNobody() {
    var session = Session.started()
    let cancellation = Cancellation()
    cancellation.cancel()
    #expect(session.evaluate("trace person 3", cancellation: cancellation).last == .interrupted)
  }
}
