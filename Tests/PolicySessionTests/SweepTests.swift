import PolicyCore
import PolicyLang
import Stdlib
import Synchronization
import Testing

@testable import PolicySession

@Suite struct SweepTests {
  static let length = SweptLever(
    name: "programme.length", slot: "programme.length", baseline: .quantity(Quantity(24, .months)),
    scale: .quantity(.months))
  static let share = SweptLever(
    name: "nav.involvement", slot: "nav.involvement", baseline: .quantity(Quantity(0.25, .share)),
    scale: .quantity(.share))

  /// Half a point a month from 24 months on, and a tenth of a point for each point of the share.
  static func engine() -> FakeEngine {
    FakeEngine(effects: [
      "programme.length": { value, _ in (Self.number(value) - 24) * 0.005 },
      "nav.involvement": { value, _ in (Self.number(value) - 0.25) * 0.1 },
    ])
  }

  static func number(_ value: LeverValue) -> Double {
    if case .quantity(let quantity) = value { quantity.value } else { 0 }
  }

  static func plan(_ numbers: [Double], by: [String] = [], plots: [PlotPlan] = []) -> SweepPlan {
    SweepPlan(
      scenario: ScenarioPlan(name: "reform", base: "baseline"), reference: ScenarioPlan(name: "baseline"),
      axes: [SweepAxis(lever: length, numbers: numbers)], measures: [Measure(outcome: "employed", year: 9)],
      plots: plots, frame: QuestionFrame(.settlement, by: by))
  }

  @Test func numbersAreThoseOfTheSource() {
    let share = LeverScale.quantity(.share)
    for steps in 0...90 {
      #expect(share.number(0.1, plus: steps, of: 0.01) == Double(10 + steps) / 100)
    }
    #expect(LeverScale.weights.value(60) == .weights(60, 40))
    #expect(LeverScale.share(of: .b1, .oral).value(0.5) == .levelTarget(level: .b1, skill: .oral, share: 0.5))
  }

  @Test func aPointSetsTheLeverWhateverItsDates() {
    let dated = LeverSetting(
      slot: "programme.length", value: .quantity(Quantity(36, .months)), from: Month(index: 24240))
    let other = LeverSetting(slot: "nav.involvement", value: .quantity(Quantity(0.5, .share)))
    let scenario = ScenarioPlan(name: "reform", base: "baseline", settings: [dated, other])
    let plan = LeverPoint(scenario, [.init(lever: Self.length, number: 30)]).plan
    #expect(plan.name == "reform with programme.length = 30 months")
    #expect(plan.settings == [other, LeverSetting(slot: "programme.length", value: .quantity(Quantity(30, .months)))])
    // A plan does not repeat the baseline.
    #expect(LeverPoint(scenario, [.init(lever: Self.length, number: 24)]).plan.settings == [other])
  }

  @Test func everyPointIsComparedWithTheReference() throws {
    let engine = Self.engine()
    let result = try Questioner(fake: engine).sweep(Self.plan([12, 24, 36]), withEvidence: false)
    let differences = result.rows.filter { $0.base == "baseline" }
    #expect(differences.map { (($0.estimate?.value ?? 0) * 1000).rounded() } == [-60, 0, 60])
    #expect(result.rows.count { $0.base == nil } == 4)
    #expect(engine.questions.count == 1)
  }

  @Test func whatIsKnownIsNotSimulatedAgain() throws {
    let engine = Self.engine()
    let questioner = Questioner(fake: engine)
    let asked = ScenarioPlan(
      name: "two_years_and_a_half", base: "baseline",
      settings: [LeverSetting(slot: "programme.length", value: .quantity(Quantity(30, .months)))])
    // A comparison, under a name of its own.
    _ = try questioner.answer(
      ComparisonPlan(
        scenarios: [ScenarioPlan(name: "baseline"), asked], outcomes: ["employed"], clock: .settlement,
        years: [5, 9], by: ["sex"]))
    let first = try questioner.sweep(Self.plan([30]), withEvidence: false)
    #expect(engine.questions.count == 1)
    #expect(Set(first.rows.map(\.scenario)) == ["baseline", "reform with programme.length = 30 months"])
    #expect(first.rows.allSatisfy { $0.group.isEmpty })
    _ = try questioner.sweep(Self.plan([18, 30, 42]), withEvidence: false)
    #expect(engine.questions.last?.scenarios.count == 3)
    let last = try questioner.sweep(Self.plan([42, 18]), withEvidence: false)
    #expect(engine.questions.count == 2)
    #expect(last.rows.count == 5)
    // Another reference is another question.
    var other = Self.plan([30])
    other.reference = asked
    _ = try questioner.sweep(other, withEvidence: false)
    #expect(engine.questions.count == 3)
  }

  @Test func manyPointsAreRunInPartsWithOneProgress() throws {
    let engine = Self.engine()
    let seen = Mutex<[Double]>([])
    var questioner = Questioner(fake: engine)
    questioner.progress = { progress in seen.withLock { $0.append(progress.fraction) } }
    let result = try questioner.sweep(Self.plan((0..<30).map { Double(12 + $0) }), withEvidence: false)
    #expect(engine.questions.map(\.scenarios.count) == [13, 13, 7])
    #expect(result.rows.count { $0.base != nil } == 30)
    let fractions = seen.withLock { $0 }
    #expect(fractions == fractions.sorted() && fractions.last == 1)
  }

  @Test func aStoppedSweepIsDroppedWhole() {
    let questioner = Questioner(fake: Self.engine())
    var stopping = questioner
    stopping.progress = { _ in questioner.cancellation.cancel() }
    #expect(throws: Cancelled.self) { try stopping.sweep(Self.plan([12, 36]), withEvidence: false) }
  }

  @Test func picturesByGroupsShareTheRun() throws {
    let engine = Self.engine()
    let plot = PlotPlan(measure: Measure(outcome: "employed", year: 5), by: "sex", path: "a.svg")
    let result = try Questioner(fake: engine).sweep(Self.plan([12, 36], plots: [plot]), withEvidence: false)
    #expect(engine.questions.map(\.by) == [["sex"]])
    #expect(result.rows.allSatisfy { $0.year == 5 || $0.group.isEmpty })
    #expect(result.rows.contains { $0.year == 5 && $0.group == ["sex": "woman"] })
    #expect(Set(result.rows).count == result.rows.count)
  }

  @Test func twoLeversMakeAGrid() throws {
    var plan = Self.plan([12, 36])
    plan.axes.append(SweepAxis(lever: Self.share, numbers: [0.25, 0.5, 0.75]))
    #expect(plan.points.map { $0.settings.map(\.number) }.prefix(2) == [[12, 0.25], [12, 0.5]])
    let result = try Questioner(fake: Self.engine()).sweep(plan, withEvidence: false)
    let differences = result.rows.filter { $0.base != nil }.map { (($0.estimate?.value ?? 0) * 1000).rounded() }
    #expect(differences == [-60, -35, -10, 60, 85, 110])
  }

  @Test func sweepsAreAnsweredInSessionsAndFiles() throws {
    var session = Session.started()
    let text = "sweep programme.length of three_years from 12 to 48 months step 12 months over 9 years show employed"
    guard case .answer(let question) = session.evaluate(text).last, case .sweep(let plan) = question.form else {
      Issue.record("no sweep")
      return
    }
    #expect(question.text == text)
    #expect(plan.points.count == 4)
    // The largest difference, at 48 months, rests on two grades.
    #expect(question.result.evidence.keys.sorted() == ["three_years with programme.length = 48 months"])
    let file = SourceFile(
      name: "x.policy",
      text: "language 1\nuse introduction_programme\n" + text.replacing("three_years", with: "baseline") + "\n")
    #expect(try Session.sample().run(file).questions.count == 1)
    #expect(try Session.sample().test(file).questions.isEmpty)
    #expect(Session.sample().check(file).diagnostics.isEmpty)
  }

  /// On the engine that ships: a point is the scenario that one would write for it, in which a rule stays in force.
  @Test func aPointIsTheScenarioWrittenOutToTheBit() throws {
    let size = RunSize(persons: 2_000, replicates: 2, threads: 2)
    let prelude = """
      use introduction_programme
      scenario involved from baseline
        nav.involvement = 45 %
        programme.length = 30 months from 2014-01
        programme.length = 42 months for persons where age < 30 until 2014-12
      end
      """
    var sweeping = try Session(library: Stdlib.text, size: size)
    sweeping.gradesDifferences = false
    sweeping.evaluate(prelude)
    let swept = sweeping.evaluate(
      "sweep programme.length of involved from 18 to 42 months step 6 months over 5 years by sex show employed, public_cost"
    )
    // Another session: nothing of what was simulated is known to it.
    var comparing = try Session(library: Stdlib.text, size: size)
    comparing.gradesDifferences = false
    comparing.evaluate(prelude)
    let compared = comparing.evaluate(
      """
      scenario written from baseline
        nav.involvement = 45 %
        programme.length = 36 months
        programme.length = 42 months for persons where age < 30 until 2014-12
      end
      compare baseline, written over 5 years by sex show employed, public_cost
      """)
    guard case .answer(let sweep) = swept.last, case .answer(let comparison) = compared.last else {
      Issue.record("\(swept) \(compared)")
      return
    }
    func rows(_ question: AnsweredQuestion, _ scenario: String) -> Set<ResultRow> {
      Set(
        question.result.rows.filter { $0.scenario == scenario && $0.year == 5 }.map { row in
          var row = row
          row.scenario = "point"
          return row
        })
    }
    let points = rows(sweep, "involved with programme.length = 36 months")
    #expect(points.count == 12)
    #expect(points == rows(comparison, "written"))
  }
}
