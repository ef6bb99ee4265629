import PolicyCore
import PolicyLang
import Synchronization
import Testing

@testable import PolicySession

/// The search for a setting on outcomes that are known functions of the lever.
@Suite struct SolveTests {
  typealias Curve = @Sendable (Double) -> Double

  /// Settings of a share from 0 to 100 %, whose outcome in year 5 is 50 % plus the curve; the interval's half-width at
  /// eight runs is `half`.
  static func solve(
    half: Double = 0.004, low: Double = 0, high: Double = 1, lower: Double? = nil, upper: Double? = nil,
    isStrict: Bool = false, isSubtracted: Bool = false, isLevel: Bool = false, year: Int = 5,
    size: RunSize = .quick, _ curve: @escaping Curve
  ) throws -> (solution: Solution, engine: FakeEngine) {
    let engine = FakeEngine(
      effects: ["nav.involvement": { value, _ in curve(SweepTests.number(value)) }], noise: half * 8.0.squareRoot())
    let reform = ScenarioPlan(name: "reform", base: "baseline")
    let baseline = ScenarioPlan(name: "baseline")
    let term: ExpectationTerm =
      isLevel ? .level(reform) : isSubtracted ? .difference(baseline, reform) : .difference(reform, baseline)
    var goal = ExpectationTests.plan(term, lower: lower, upper: upper, isStrict: isStrict, year: year)
    if isLevel { goal.unit = .share }
    var lever = SweepTests.share
    // No setting is left out of a plan, so that the curve holds everywhere.
    lever.baseline = .weights(0, 100)
    let plan = SolvePlan(scenario: reform, lever: lever, low: low, high: high, goal: goal)
    return (try Questioner(fake: engine, size: size).solve(plan, withEvidence: false).solution, engine)
  }

  static func percent(_ edge: Solution.Edge?) -> [Int?] {
    [edge?.low, edge?.setting, edge?.high].map { $0.map { Int(($0 * 100).rounded()) } }
  }

  @Test func theKnownAnswerIsFoundWithItsInterval() throws {
    // A tenth of a point for each point: 2 pp at 20 %, and 0.4 pp either way at 16 and 24 %.
    let (solution, engine) = try Self.solve(lower: 0.02 - 1e-9) { $0 * 0.1 }
    #expect(solution.status == .found)
    #expect(Self.percent(solution.from) == [16, 20, 24])
    #expect(solution.to?.isEndOfRange == true && solution.from?.isEndOfRange == false)
    // A grid of nine and three divisions of thirteen settings.
    #expect(engine.questions.count <= 6)
    #expect(solution.points.count <= 9 + 12)
    #expect(solution.points.count { $0.isOfGrid } == 9)
  }

  @Test func aFallingOutcomeIsMetFromTheOtherEnd() throws {
    let (solution, _) = try Self.solve(lower: -0.02 - 1e-9) { $0 * -0.1 }
    #expect(Self.percent(solution.to) == [16, 20, 24])
    #expect(solution.from?.isEndOfRange == true)
    let subtracted = try Self.solve(lower: 0.02 - 1e-9, isSubtracted: true) { $0 * -0.1 }.solution
    #expect(Self.percent(subtracted.from) == [16, 20, 24])
    let upper = try Self.solve(upper: 0.02 + 1e-9) { $0 * 0.1 }.solution
    #expect(Self.percent(upper.to) == [16, 20, 24])
  }

  @Test func levelsAndTwoBoundsHaveTwoEnds() throws {
    let (solution, _) = try Self.solve(lower: 0.52 - 1e-9, upper: 0.55 + 1e-9, isLevel: true) { $0 * 0.1 }
    #expect(Self.percent(solution.from) == [16, 20, 24])
    #expect(Self.percent(solution.to) == [46, 50, 54])
    let falling = try Self.solve(lower: -0.05 - 1e-9, upper: -0.02 + 1e-9) { $0 * -0.1 }.solution
    #expect(Self.percent(falling.from) == [16, 20, 24])
    #expect(Self.percent(falling.to) == [46, 50, 54])
  }

  @Test func withoutNoiseTheIntervalIsOneSetting() throws {
    let (solution, _) = try Self.solve(half: 0, lower: 0.0201) { $0 * 0.1 }
    #expect(Self.percent(solution.from) == [21, 21, 21])
    let exact = try Self.solve(half: 0, lower: 0.02 - 1e-9) { $0 * 0.1 }.solution
    #expect(Self.percent(exact.from) == [20, 20, 20])
  }

  @Test func noSettingNamesTheNearest() throws {
    let (solution, _) = try Self.solve(lower: 0.2) { $0 * 0.1 }
    #expect(solution.status == .nowhere)
    #expect(solution.nearest == 1)
    #expect(solution.from == nil && solution.to == nil)
    // A jump over a narrow goal.
    let jump = try Self.solve(lower: 0.04, upper: 0.05) { $0 < 0.5 ? 0 : 0.1 }.solution
    #expect(jump.status == .nowhere)
    #expect(jump.points.contains { abs($0.setting - 0.49) < 1e-9 } && jump.points.contains { $0.setting == 0.5 })
  }

  @Test func everySettingIsSaidSo() throws {
    let (solution, engine) = try Self.solve(lower: -0.01) { $0 * 0.1 }
    #expect(solution.status == .everywhere)
    #expect(solution.from?.isEndOfRange == true && solution.to?.isEndOfRange == true)
    #expect(engine.questions.count == 1)
  }

  @Test func whatRisesAndFallsIsNotSearched() throws {
    let (solution, engine) = try Self.solve(lower: 0.02) { 0.2 * $0 * (1 - $0) }
    #expect(solution.status == .notMonotone)
    #expect(engine.questions.count == 1)
    #expect(solution.points.count == 9)
    #expect(solution.points.allSatisfy { $0.estimate?.low != nil })
    // Turns within the noise are noise.
    let noisy = try Self.solve(half: 0.01, lower: 0.04) { $0 * 0.1 + (Int($0 * 100) % 2 == 0 ? 0.002 : 0) }.solution
    #expect(noisy.status == .found)
    #expect((noisy.from?.low ?? 1) <= 0.3 && (noisy.from?.high ?? 0) >= 0.48)
  }

  @Test func anIntervalThatLeavesTheRangeIsOpen() throws {
    let (solution, _) = try Self.solve(half: 0.004, low: 0.18, high: 0.22, lower: 0.02 - 1e-9) { $0 * 0.1 }
    #expect(Self.percent(solution.from) == [nil, 20, nil])
    #expect(solution.status == .found)
  }

  @Test func withoutIntervalOrNumberThereIsNoAnswer() throws {
    let single = try Self.solve(lower: 0.02, size: RunSize(persons: 1, replicates: 1)) { $0 * 0.1 }.solution
    #expect(single.status == .undecided)
    #expect(single.remark?.en.hasPrefix("One run gives no interval") == true)
    let unfollowed = try Self.solve(lower: 0.02, year: 12) { $0 * 0.1 }.solution
    #expect(unfollowed.status == .undecided)
    #expect(unfollowed.remark?.en.contains("not followed up to year 12") == true)
  }

  @Test func strictBoundsExcludeThemselves() throws {
    #expect(try Self.solve(half: 0, lower: 0, isStrict: true) { $0 * 0.1 }.solution.from?.setting == 0.01)
    #expect(try Self.solve(half: 0, lower: 0) { $0 * 0.1 }.solution.status == .everywhere)
  }

  @Test(arguments: [
    (12.0, 48.0, LeverScale.quantity(.months), 37), (0.1, 1, .quantity(.share), 91), (0, 100, .weights, 101),
    (0, 10_000, .quantity(.persons), 101), (-0.03, 0.05, .quantity(.points), 81), (24, 24, .quantity(.months), 1),
    (12, 12.5, .quantity(.months), 2),
  ]) func settingsAreWholeUnits(_ low: Double, _ high: Double, _ scale: LeverScale, _ count: Int) {
    let plan = SolvePlan(
      scenario: ScenarioPlan(name: "s"),
      lever: SweptLever(name: "l", slot: "l", baseline: .weights(0, 100), scale: scale), low: low, high: high,
      goal: ExpectationTests.plan())
    #expect(plan.lastSetting + 1 == count)
    #expect(plan.number(of: 0) == low && plan.number(of: plan.lastSetting) == high)
    let grid = SettingSearch.grid(last: plan.lastSetting)
    #expect(grid.count <= 9 && grid.first == 0 && grid.last == plan.lastSetting && grid == Array(Set(grid)).sorted())
  }

  @Test func progressRisesAndAStopIsHeard() throws {
    let seen = Mutex<[Double]>([])
    var session = Session.started()
    let text =
      "solve programme.length of three_years from 12 to 48 months so that employed in year 9: three_years - baseline at least 0.5 pp"
    let outputs = session.evaluate(text, progress: { progress in seen.withLock { $0.append(progress.fraction) } })
    guard case .answer(let question) = outputs.last, case .solve(let solution) = question.form else {
      Issue.record("\(outputs)")
      return
    }
    // A tenth of a point a month beyond two years.
    #expect(solution.from?.setting == 29)
    #expect(question.result.evidence.count == 1)
    let fractions = seen.withLock { $0 }
    #expect(fractions == fractions.sorted() && fractions.last ?? 2 <= 1)
    let cancellation = Cancellation()
    cancellation.cancel()
    var other = Session.started(size: RunSize(persons: 10, replicates: 3))
    #expect(other.evaluate(text, cancellation: cancellation) == [.interrupted])
  }
}
