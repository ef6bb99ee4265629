import PolicyCore
import Testing

@testable import PolicySession

@Suite struct ExpectationTests {
  static func plan(
    _ term: ExpectationTerm = .level(ScenarioPlan(name: "baseline")), lower: Double? = nil, upper: Double? = nil,
    isStrict: Bool = false, year: Int = 5, filters: [GroupFilter] = []
  ) -> ExpectationPlan {
    ExpectationPlan(
      outcome: "employed", year: year, frame: QuestionFrame(.settlement, filters: filters), term: term, lower: lower,
      upper: upper, isStrict: isStrict, unit: .points, text: "expect employed in year \(year): x",
      place: Place(file: "x", line: 3, column: 1))
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var interval: (Double, Double)
    var lower: Double?
    var upper: Double?
    var isStrict = false
    var status: ExpectationResult.Status
    var testDescription: String { "\(interval) in \(String(describing: lower))…\(String(describing: upper))" }
  }

  @Test(arguments: [
    Case(interval: (0.02, 0.04), lower: 0.01, status: .passed),
    Case(interval: (0.02, 0.04), lower: 0.02, status: .passed),
    Case(interval: (0.02, 0.04), lower: 0.02, isStrict: true, status: .undecided),
    Case(interval: (0.02, 0.04), lower: 0.03, status: .undecided),
    Case(interval: (0.02, 0.04), lower: 0.04, status: .undecided),
    Case(interval: (0.02, 0.04), lower: 0.04, isStrict: true, status: .failed),
    Case(interval: (0.02, 0.04), lower: 0.05, status: .failed),
    Case(interval: (0.02, 0.04), upper: 0.05, status: .passed),
    Case(interval: (0.02, 0.04), upper: 0.01, status: .failed),
    Case(interval: (0.02, 0.04), lower: 0.01, upper: 0.05, status: .passed),
    Case(interval: (0.02, 0.04), lower: 0.025, upper: 0.035, status: .undecided),
    Case(interval: (0.02, 0.04), lower: 0.05, upper: 0.06, status: .failed),
    Case(interval: (0, 0), lower: 0, upper: 0, status: .passed),
    Case(interval: (0, 0), lower: 0, isStrict: true, status: .failed),
  ]) func theWholeIntervalDecides(_ test: Case) {
    let estimate = Estimate(
      value: (test.interval.0 + test.interval.1) / 2, low: test.interval.0, high: test.interval.1)
    let plan = Self.plan(lower: test.lower, upper: test.upper, isStrict: test.isStrict)
    #expect(Judgement(estimate, plan: plan, replicates: 8).status == test.status)
  }

  @Test func undecidedSaysHowManyRunsWouldSettleIt() {
    let estimate = Estimate(value: 0.012, low: 0.008, high: 0.016)
    // The half-width is twice the distance to the bound: four times the runs.
    #expect(Judgement(estimate, plan: Self.plan(lower: 0.010), replicates: 8).replicatesNeeded == 32)
    // The nearer of two bounds counts.
    #expect(Judgement(estimate, plan: Self.plan(lower: 0.009, upper: 0.014), replicates: 8).replicatesNeeded == 32)
    let onBound = Judgement(estimate, plan: Self.plan(lower: 0.012), replicates: 8)
    #expect(onBound.replicatesNeeded == nil)
    #expect(onBound.remark != nil)
  }

  @Test func withoutIntervalOrNumberThereIsNoVerdict() {
    let single = Judgement(Estimate(value: 0.5), plan: Self.plan(lower: 0), replicates: 1)
    #expect(single.status == .undecided)
    #expect(single.remark?.en.hasPrefix("One run gives no interval") == true)
    let unfollowed = Judgement(nil, plan: Self.plan(lower: 0), replicates: 8)
    #expect(unfollowed.status == .undecided)
    #expect(unfollowed.remark?.en.contains("not followed up to year 5") == true)
  }

  @Test func expectationsShareRuns() throws {
    let baseline = ScenarioPlan(name: "baseline")
    let longer = ScenarioPlan(name: "longer", settings: [LeverSetting(slot: "length", value: .weights(60, 40))])
    let women = [GroupFilter(.among(attribute: "sex", categories: ["woman"]), label: Label(nb: "kvinner", en: "women"))]
    let men = [GroupFilter(.among(attribute: "sex", categories: ["man"]), label: Label(nb: "menn", en: "men"))]
    let engine = FakeEngine(effects: ["length": { _, _ in 0.02 }])
    let questioner = Questioner(fake: engine)
    let plans = [
      Self.plan(.level(longer), lower: 0.5),
      Self.plan(.difference(longer, baseline), lower: 0.01),
      Self.plan(.difference(longer, baseline), lower: 0.03, year: 7),
      Self.plan(.difference(longer, baseline), lower: 0, filters: women),
      Self.plan(.level(baseline), lower: 0.3, upper: 0.45, filters: women),
      Self.plan(.level(baseline), lower: 0.45, filters: men),
      Self.plan(.difference(baseline, baseline), lower: 0, upper: 0),
    ]
    let results = try questioner.judge(plans)
    #expect(results.map(\.status) == [.passed, .passed, .failed, .passed, .passed, .passed, .passed])
    #expect(engine.questions.map(\.by) == [["sex"]])
    #expect(results[1].terms.map(\.scenario) == ["longer", "baseline"])
    #expect(results[1].estimate.map { abs($0.value - 0.02) < 1e-12 } == true)
    #expect(results[6].estimate?.value == 0)
    _ = try questioner.judge(plans)
    #expect(engine.questions.count == 1)
  }

  @Test func aComparisonThatWasAnsweredAnswersExpectationsToo() throws {
    let baseline = ScenarioPlan(name: "baseline")
    let longer = ScenarioPlan(name: "longer", settings: [LeverSetting(slot: "length", value: .weights(60, 40))])
    let engine = FakeEngine(effects: ["length": { _, _ in 0.02 }])
    let questioner = Questioner(fake: engine)
    let asked = ComparisonPlan(
      scenarios: [baseline, longer], outcomes: ["employed"], clock: .settlement, years: Array(1...9), by: ["sex"])
    _ = try questioner.answer(asked)
    let women = [GroupFilter(.among(attribute: "sex", categories: ["woman"]), label: Label(nb: "kvinner", en: "women"))]
    let results = try questioner.judge([
      Self.plan(.difference(longer, baseline), lower: 0.01), Self.plan(.level(baseline), lower: 0.3, filters: women),
    ])
    #expect(results.map(\.status) == [.passed, .passed])
    #expect(engine.questions.count == 1)
    // The other way round, of other years or with another reference it does not.
    _ = try questioner.judge([Self.plan(.difference(baseline, longer), upper: 0)])
    _ = try questioner.judge([Self.plan(.difference(longer, baseline), lower: 0, year: 12)])
    #expect(engine.questions.count == 3)
  }

  @Test func scenariosOfOneNameThatDifferAreKeptApart() throws {
    let one = ScenarioPlan(name: "a", settings: [LeverSetting(slot: "length", value: .weights(60, 40))])
    let other = ScenarioPlan(name: "a", settings: [LeverSetting(slot: "length", value: .weights(0, 100))])
    let results = try Questioner(fake: FakeEngine(effects: ["length": { $0 == .weights(60, 40) ? 0.1 : 0 * $1("") }]))
      .judge([Self.plan(.level(one), lower: 0.55), Self.plan(.level(other), upper: 0.55)])
    #expect(results.map(\.status) == [.passed, .passed])
  }

  @Test func idsAreStable() {
    #expect(
      Questioner.slug("expect employed of women in year 7: a - b at least 1.0 pp")
        == "employed-of-women-in-year-7-a-b-at-least-1-0-pp")
  }
}

extension Questioner {
  init(fake: FakeEngine, catalogue: Catalogue = Catalogue(), size: RunSize = .quick) {
    self.init(
      engine: LazyEngine { _ in fake }, cache: AnswerCache(), catalogue: catalogue, size: size,
      cancellation: Cancellation(), progress: { _ in })
  }
}
