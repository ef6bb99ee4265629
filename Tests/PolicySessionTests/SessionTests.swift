import PolicyCore
import PolicyLang
import Synchronization
import Testing

@testable import PolicySession

@Suite struct SessionTests {
  func errors(_ outputs: [SessionOutput]) -> [String] {
    outputs.flatMap { output -> [String] in
      guard case .diagnostics(let found) = output else { return [] }
      return found.filter { $0.severity == .error }.map(\.id)
    }
  }

  @Test func aReformIsDefinedComparedAndExpected() throws {
    var session = Session.sample()
    #expect(session.evaluate("use introduction_programme") == [.used("introduction_programme")])
    let defined = session.evaluate("scenario three_years from baseline\n  programme.length = 36 months\nend")
    #expect(defined == [.defined("three_years")])
    let outputs = session.evaluate("compare baseline, three_years over 9 years show employed")
    guard case .answer(let question) = outputs.last else {
      Issue.record("\(outputs)")
      return
    }
    #expect(question.text == "compare baseline, three_years over 9 years show employed")
    #expect(question.result.rows.count == 27)
    let difference = question.result.rows.last { $0.base == "baseline" && $0.year == 9 }?.estimate?.value ?? 0
    #expect(abs(difference - 0.012) < 1e-9)
    let shares = question.result.evidence["three_years"] ?? []
    #expect(shares.map(\.grade) == [.estimated, .assumed])
    #expect(shares.map { ($0.share * 100).rounded() } == [200, -100])

    let verdicts = session.evaluate("expect employed in year 9: three_years - baseline between 0.5 pp and 2 pp")
    guard case .expectation(let verdict) = verdicts.last else {
      Issue.record("\(verdicts)")
      return
    }
    #expect(verdict.status == .passed)
  }

  @Test func theEngineIsMadeAtTheFirstQuestionAndAskedOnce() {
    let made = Mutex(0)
    let asked = Mutex<FakeEngine?>(nil)
    var session = Session(loader: TestLibrary(), fitted: TestLibrary.fitted) { catalogue in
      made.withLock { $0 += 1 }
      let engine = FakeEngine.longerProgramme(catalogue)
      asked.withLock { $0 = engine }
      return engine
    }
    session.evaluate("use introduction_programme")
    session.evaluate("let a = 36 months")
    #expect(made.withLock { $0 } == 0)
    for _ in 0..<3 { session.evaluate("compare baseline over 3 years show employed") }
    var copy = session
    copy.evaluate("compare baseline over 3 years show employed")
    #expect(made.withLock { $0 } == 1)
    #expect(asked.withLock { $0?.questions.count } == 1)
  }

  @Test func anEntryWithAnErrorAsksNothing() {
    var session = Session.started()
    let outputs = session.evaluate(
      """
      scenario three_years from baseline
        programme.length = 99 months
      end
      compare baseline, three_years over 9 years show employed
      """)
    #expect(errors(outputs).count == 1)
    #expect(!outputs.contains { if case .answer = $0 { true } else { false } })
    // The old definition stands.
    #expect(session.environment.scenarios["three_years"]?.plan.settings.count == 1)
    #expect(errors(session.evaluate("scenario broken from nowhere\nend")).count == 1)
    #expect(session.environment.scenarios["broken"] == nil)
  }

  @Test func redefinitionReplacesAndSaysSo() {
    var session = Session.started()
    let before = session
    let outputs = session.evaluate("scenario three_years from baseline\n  programme.length = 30 months\nend")
    #expect(errors(outputs).isEmpty)
    guard case .diagnostics(let notes) = outputs.first else {
      Issue.record("no note")
      return
    }
    #expect(notes.map(\.severity) == [.note])
    #expect(outputs.last == .defined("three_years"))
    #expect(
      session.environment.scenarios["three_years"]?.plan.settings.map(\.value) == [.quantity(Quantity(30, .months))])
    #expect(
      before.environment.scenarios["three_years"]?.plan.settings.map(\.value) == [.quantity(Quantity(36, .months))])
  }

  @Test func valuesAndLeversAreShown() {
    var session = Session.started()
    #expect(session.evaluate("2 years + 6 months").last == .value(Quantity(30, .months)))
    guard case .schedule(let lever, let schedule) = session.evaluate("three_years.programme.length").last else {
      Issue.record("no schedule")
      return
    }
    #expect(lever.name == "programme.length")
    #expect(schedule.constant == .quantity(Quantity(36, .months)))
  }

  @Test func anInterruptedRunIsDroppedWhole() {
    var session = Session.started()
    let cancellation = Cancellation()
    let outputs = session.evaluate(
      "compare baseline over 3 years show employed\nlet after = 1 month", cancellation: cancellation,
      progress: { _ in cancellation.cancel() })
    #expect(outputs == [.interrupted])
    let again = session.evaluate("compare baseline over 3 years show employed")
    #expect(again.contains { if case .answer = $0 { true } else { false } })
  }

  @Test func aFailureOfTheEngineIsSaid() {
    let message = Label(nb: "Data mangler.", en: "Data are missing.")
    var session = Session(loader: TestLibrary(), fitted: TestLibrary.fitted) { _ in throw EngineFailure(message) }
    session.evaluate("use introduction_programme")
    #expect(session.evaluate("compare baseline over 3 years show employed") == [.failure(message)])
  }

  @Test func aClockThatALeverMovesIsRemarked() {
    var session = Session.started()
    let outputs = session.evaluate("compare baseline, three_years over 3 years since programme_exit show employed")
    guard case .answer(let question) = outputs.last else {
      Issue.record("\(outputs)")
      return
    }
    #expect(question.result.notes.count == 1)
  }

  /// The longer programme moves shares by 1.2 points, and so costs by 1 200 kroner, with an interval of ±354.
  @Test(arguments: [
    ("three_years - baseline at most 2 000 kr(2018) per year", ExpectationResult.Status.passed),
    ("three_years - baseline at least 100 kr(2018) per month", .undecided),
    ("three_years - baseline more than 2 000 kr(2018) per year", .failed),
    ("three_years - baseline within 400 kr(2018) per year of 1200 kr(2018) per year", .passed),
    ("baseline between 49 000 kr(2018) per year and 51 000 kr(2018) per year", .passed),
  ]) func amountsAreJudgedInTheirUnit(_ test: String, _ status: ExpectationResult.Status) {
    var session = Session.started()
    let outputs = session.evaluate("expect public_cost in year 5: \(test)")
    guard case .expectation(let verdict) = outputs.last else {
      Issue.record("\(outputs)")
      return
    }
    #expect(verdict.status == status)
    #expect(verdict.unit == .kroner(per: .year, priceYear: 2018))
  }

  @Test func oneReplicateDecidesNothing() {
    var session = Session.started(size: RunSize(persons: 1000, replicates: 1))
    guard case .expectation(let verdict) = session.evaluate("expect employed in year 3: baseline at least 1 %").last
    else {
      Issue.record("no verdict")
      return
    }
    #expect(verdict.status == .undecided)
    #expect(verdict.remark != nil)
  }

  @Test func whatAScenarioAssumesIsAnAssumption() {
    var session = Session.started()
    session.evaluate("scenario certain from three_years\n  assume programme.content_effect = 0.004\nend")
    guard case .answer(let question) = session.evaluate("compare three_years, certain over 9 years show employed").last
    else {
      Issue.record("no answer")
      return
    }
    #expect(question.result.evidence["certain"]?.map(\.grade) == [.assumed])
  }

  @Test func progressCountsEveryRunOfAnEntry() {
    var session = Session.started()
    let seen = Mutex<[Double]>([])
    session.evaluate(
      "compare baseline, three_years over 9 years show employed",
      progress: { run in seen.withLock { $0.append(run.fraction) } })
    let fractions = seen.withLock { $0 }
    #expect(fractions == fractions.sorted())
    #expect(fractions.last == 1)
    #expect(fractions.count == 8)
  }

  @Test func fittedValuesAreReadFromTheirTable() throws {
    let values = try FittedValues.parse("# made by calibrate\nname,value,se\r\na.b,-0.5,0.1\nc,2\n")
    #expect(values["a.b"] == FittedValue(value: -0.5, standardError: 0.1))
    #expect(values["c"] == FittedValue(value: 2))
    for bad in ["a", "a,x", "a,1\na,2", "a,nan"] {
      #expect(throws: FittedValues.Malformed.self) { try FittedValues.parse(bad) }
    }
  }
}
