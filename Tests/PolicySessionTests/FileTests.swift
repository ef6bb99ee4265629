import PolicyCore
import Testing

@testable import PolicySession

@Suite struct FileTests {
  static let reform = """
    language 1
    use introduction_programme

    scenario three_years from baseline
      programme.length = 36 months
    end

    compare baseline, three_years over 9 years by sex show employed
    expect employed in year 9: three_years - baseline at least 0.5 pp
    expect employed of women in year 9: three_years - baseline at least 5 pp
    expect employed in year 5: baseline between 40 % and 50.1 % (warning)
    """

  @Test func aFileIsRun() throws {
    var places: [Int] = []
    let result = try Session.sample().run(SourceFile(name: "x.policy", text: Self.reform)) { output in
      if case .expectation(let verdict) = output { places.append(verdict.place.line) }
    }
    #expect(result.questions.count == 1)
    #expect(result.expectations.map(\.status) == [.passed, .failed, .undecided])
    #expect(result.expectations.map(\.isAcceptable) == [true, false, true])
    #expect(places == [9, 10, 11])
    #expect(Set(result.expectations.map(\.id)).count == 3)
    #expect(result.diagnostics.allSatisfy { $0.severity != .error })
  }

  @Test func testsLeaveComparisonsOut() throws {
    let result = try Session.sample().test(SourceFile(name: "x.policy", text: Self.reform))
    #expect(result.questions.isEmpty)
    #expect(result.expectations.count == 3)
  }

  @Test func filesWithErrorsAreNotSimulated() throws {
    let text = Self.reform.replacing("36 months", with: "36 kr")
    let file = SourceFile(name: "x.policy", text: text)
    let result = try Session.sample().run(file)
    #expect(result.hasErrors)
    #expect(result.questions.isEmpty && result.expectations.isEmpty)
    #expect(Session.sample().check(file).hasErrors)
    #expect(!Session.sample().check(SourceFile(name: "x.policy", text: Self.reform)).hasErrors)
  }

  @Test func aCancelledFileKeepsNothing() {
    let cancellation = Cancellation()
    #expect(throws: Cancelled.self) {
      try Session.sample().run(
        SourceFile(name: "x.policy", text: Self.reform), cancellation: cancellation,
        progress: { _ in cancellation.cancel() })
    }
  }

  @Test func aFileKnowsNothingOfTheSession() throws {
    let file = SourceFile(name: "x.policy", text: "language 1\nexpect employed in year 1: three_years at least 1 %\n")
    #expect(Session.started().check(file).hasErrors)
  }
}
