import PolicyCore
import PolicyLang
import Testing

@testable import PolicySession

/// Statements that show or write what is known.
@Suite struct PageTests {
  private static func session() -> Session {
    var session = Session.sample()
    session.evaluate("use introduction_programme")
    session.evaluate("scenario longer from baseline\n  programme.length = 36 months from 2020-01\nend")
    return session
  }

  @Test func changesNameValuesDatesAndPlaces() throws {
    var session = Self.session()
    guard case .changes(let changes)? = session.evaluate("show changes of longer").last else {
      Issue.record("no changes")
      return
    }
    #expect(changes.scenario == "longer" && changes.reference == "baseline" && changes.lines.count == 1)
    let line = try #require(changes.lines.first)
    guard case .lever("programme.length", let before, let after) = line.change else {
      Issue.record("\(line)")
      return
    }
    #expect(before.constant == .quantity(Quantity(24, .months)))
    #expect(after.initial == before.initial && after.changes.map(\.month) == [Month(year: 2020, month: 1)])
    #expect(line.place?.line == 2)
  }

  @Test func whatIsTheSameChangesNothing() {
    var session = Self.session()
    session.evaluate("scenario same from longer\nend")
    guard case .changes(let changes)? = session.evaluate("show changes of same").last else {
      Issue.record("no changes")
      return
    }
    #expect(changes.lines.isEmpty)
  }

  @Test func anExportHasTheAnswerBefore() {
    var session = Self.session()
    guard case .failure? = session.evaluate("export answer to \"a.csv\"").last else {
      Issue.record("nothing was asked")
      return
    }
    let first = session.evaluate("compare baseline, longer over 5 years show employed")
    session.evaluate("let x = 3 months")
    guard case .export(let plan, let answer?)? = session.evaluate("export answer to \"a.csv\"").last,
      case .answer(let question)? = first.last
    else {
      Issue.record("no export")
      return
    }
    #expect(plan == ExportPlan(.answer, format: .csv, path: "a.csv"))
    #expect(answer == question)
  }

  @Test func explanationsAreOfKnownNames() {
    var session = Self.session()
    #expect(session.evaluate("explain longer").last == .explanation("longer"))
    #expect(session.evaluate("explain programme.length").last == .explanation("programme.length"))
    guard case .diagnostics(let diagnostics)? = session.evaluate("explain programme.lenght").last else {
      Issue.record("no diagnostics")
      return
    }
    #expect(diagnostics.map(\.id) == ["unknown-name"])
  }

  @Test func assumptionsAreAskedFor() {
    var session = Self.session()
    guard case .assumptions(let report)? = session.evaluate("assumptions").last else {
      Issue.record("no report")
      return
    }
    #expect(!report.rows.isEmpty && report.size.persons <= RunSize.assumptions.persons)
  }

  @Test func lookingUpIsNotSaved() throws {
    var session = Self.session()
    session.evaluate("show changes of longer\nexplain longer")
    let script = try session.script(path: "x.policy")
    #expect(!script.text.contains("changes") && !script.text.contains("explain"))
  }

  @Test func picturesOfAComparisonShareItsRun() throws {
    let engine = SweepTests.engine()
    let plan = ComparisonPlan(
      scenarios: [ScenarioPlan(name: "baseline"), ScenarioPlan(name: "reform")], outcomes: ["employed"],
      clock: .settlement, years: [1, 2])
    let questioner = Questioner(fake: engine, size: .quick)
    let plots = [YearsPlot(outcome: "employed"), YearsPlot(outcome: "employed", by: "sex")]
    let result = try questioner.compare(plan, plots, withEvidence: false)
    #expect(engine.questions.map(\.by) == [[], ["sex"]])
    #expect(Set(result.rows).count == result.rows.count)
    #expect(Set(result.rows.map(\.group)) == [[:], ["sex": "man"], ["sex": "woman"]])
    #expect(result.plan == plan)
  }
}
