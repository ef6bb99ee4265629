import PolicyCore
import PolicyLang
import Testing

@testable import PolicySession

/// An engine made of formulas, with noise of its own in every run that scenarios share in part.
private struct FormulaEngine: PolicyEngine {
  /// The level of an outcome, by the numbers of the levers.
  typealias Formula = @Sendable (_ length: Double, _ share: Double) -> Double

  var formulas: [String: Formula]
  /// What all scenarios share in a run.
  var luck = 0.01
  /// What a setting has for itself in a run.
  var noise = 0.0
  var lastYear = 9

  func answer(
    _ plan: ComparisonPlan, size: RunSize, cancellation: Cancellation,
    progress: @escaping @Sendable (RunProgress) -> Void
  ) throws -> ComparisonResult {
    if cancellation.isCancelled { throw Cancelled() }
    var rows: [ResultRow] = []
    for outcome in plan.outcomes {
      for year in plan.years {
        for group in [[:]] + plan.by.flatMap({ by in ["man", "woman"].map { [by: $0] } }) {
          let levels = plan.scenarios.map { level(outcome, $0, group, size) }
          for (index, scenario) in plan.scenarios.enumerated() {
            func row(_ base: String?, _ values: [Double]) -> ResultRow {
              ResultRow(
                outcome: outcome, scenario: scenario.name, base: base, group: group, year: year,
                unit: base == nil ? .share : .points,
                estimate: year > lastYear ? nil : Estimate(replicates: values, uncertainty: size.uncertainty),
                replicates: year > lastYear ? [] : values, persons: 1000)
            }
            rows.append(row(nil, levels[index]))
            guard index != plan.reference else { continue }
            rows.append(
              row(plan.scenarios[plan.reference].name, zip(levels[index], levels[plan.reference]).map { $0 - $1 }))
          }
        }
      }
    }
    return ComparisonResult(plan: plan, rows: rows, size: size, intervals: size.replicates > 1 ? [.monteCarlo] : [])
  }

  private func level(
    _ outcome: String, _ scenario: ScenarioPlan, _ group: [String: String], _ size: RunSize
  ) -> [Double] {
    let length = number(scenario, SweepTests.length)
    let share = number(scenario, SweepTests.share)
    let value = (formulas[outcome] ?? { _, _ in 0 })(length, share) - (group["sex"] == "woman" ? 0.1 : 0)
    return (0..<size.replicates).map { run in
      // Draws that add up to nothing over eight runs; every third length has the same ones as the baseline.
      let common = Double(run < 4 ? 1 : -1)
      let own = [[1, -1, 1, -1], [1, 1, -1, -1], [1, -1, -1, 1]][Int(length) % 3][run % 4]
      return value + luck * common + noise * Double(own)
    }
  }

  private func number(_ scenario: ScenarioPlan, _ lever: SweptLever) -> Double {
    let value = scenario.settings.last { $0.slot == lever.slot }?.value ?? lever.baseline
    return SweepTests.number(value)
  }
}

@Suite struct OptimisationTests {
  static let reform = ScenarioPlan(name: "reform", base: "baseline")
  static let baseline = ScenarioPlan(name: "baseline")

  static func term(_ outcome: String, isLevel: Bool = false, year: Int = 9, filters: [GroupFilter] = []) -> MeasuredTerm
  {
    MeasuredTerm(
      outcome: outcome, year: year, frame: QuestionFrame(.settlement, filters: filters),
      term: isLevel ? .level(reform) : .difference(reform, baseline), unit: isLevel ? .share : .points, text: outcome)
  }

  static func condition(
    _ outcome: String, lower: Double? = nil, upper: Double? = nil, isStrict: Bool = false
  ) -> ExpectationPlan {
    ExpectationPlan(
      outcome: outcome, year: 9, frame: QuestionFrame(.settlement), term: .difference(reform, baseline), lower: lower,
      upper: upper, isStrict: isStrict, unit: .points, text: outcome, place: Place(file: "x", line: 1, column: 1))
  }

  static let lengths = SweepAxis(lever: SweepTests.length, numbers: (12...48).map(Double.init))
  static let shares = SweepAxis(lever: SweepTests.share, numbers: (0...100).map { Double($0) / 100 })

  fileprivate static func optimise(
    _ engine: FormulaEngine, _ axes: [SweepAxis] = [lengths], triesAll: Bool = false,
    aim: OptimisationPlan.Aim = .maximise, objective: MeasuredTerm = term("employed"),
    conditions: [ExpectationPlan] = [], size: RunSize = .quick
  ) throws -> (optimisation: Optimisation, result: ComparisonResult) {
    let plan = OptimisationPlan(
      scenario: reform, axes: axes, triesAll: triesAll, aim: aim, objective: objective, conditions: conditions)
    let questioner = Questioner(
      engine: LazyEngine { _ in engine }, cache: AnswerCache(), catalogue: Catalogue(), size: size,
      cancellation: Cancellation(), progress: { _ in })
    return try questioner.optimise(plan, withEvidence: false)
  }

  static func numbers(_ trial: Optimisation.Trial?) -> [Double]? { trial?.point.settings.map(\.number) }

  /// A hill with its top at 31 months, and a cost that grows with the length.
  fileprivate static let hill = FormulaEngine(formulas: [
    "employed": { length, _ in 0.6 - (length - 31) * (length - 31) / 1000 },
    "cost": { length, _ in (length - 24) / 100 },
  ])

  @Test(arguments: [true, false]) func theTopOfAHillIsFound(_ triesAll: Bool) throws {
    let (found, result) = try Self.optimise(Self.hill, triesAll: triesAll)
    #expect(found.status == .found)
    #expect(Self.numbers(found.best) == [31])
    // 60 % there and 55.1 % at the baseline's 24 months.
    #expect(abs((found.best?.objective?.value ?? 0) - 0.049) < 1e-9)
    #expect(found.trials.count == (triesAll ? 37 : found.trials.count) && found.trials.count <= 37)
    #expect(triesAll || found.trials.count <= 24)
    #expect(found.ties.isEmpty && found.front.isEmpty && found.certain == nil)
    #expect(result.rows.count { $0.base == nil } == found.trials.count + 1)
    #expect(Set(result.rows).count == result.rows.count)
  }

  @Test func theLowestPointIsFound() throws {
    let found = try Self.optimise(Self.hill, aim: .minimise).optimisation
    #expect(Self.numbers(found.best) == [12])
  }

  @Test(arguments: [true, false]) func aConditionBoundsTheBest(_ triesAll: Bool) throws {
    // At most 4 points of cost: 28 months, where the bound itself still counts.
    let found = try Self.optimise(
      Self.hill, triesAll: triesAll, conditions: [Self.condition("cost", upper: 0.04 + 1e-9)]
    ).optimisation
    #expect(Self.numbers(found.best) == [28])
    #expect(found.best?.standing == .holds)
    #expect(found.trials.filter { $0.standing == .fails }.allSatisfy { $0.point.settings[0].number > 28 })
  }

  @Test func theFrontIsWhatNothingBeats() throws {
    let found = try Self.optimise(
      Self.hill, triesAll: true, conditions: [Self.condition("cost", upper: 0.04 + 1e-9)]
    ).optimisation
    // Up to the top more cost buys more; beyond it is worse in both.
    #expect(found.front.map { $0.point.settings[0].number } == (12...31).map(Double.init))
    #expect(!found.front.contains { !$0.isToldFromCheaper })
  }

  @Test func theFrontTurnsWithALowerBound() throws {
    let found = try Self.optimise(
      Self.hill, triesAll: true, conditions: [Self.condition("cost", lower: 0.1 - 1e-9)]
    ).optimisation
    // Now more of the condition is better: everything from the top on.
    #expect(found.front.map { $0.point.settings[0].number } == (31...48).map(Double.init))
    #expect(Self.numbers(found.best) == [34])
  }

  @Test func noSettingMeetsTheConditions() throws {
    let found = try Self.optimise(
      Self.hill, conditions: [Self.condition("cost", upper: -0.2), Self.condition("employed", lower: 0.01)]
    ).optimisation
    #expect(found.status == .nowhere)
    #expect(found.best == nil && found.nearest != nil && found.ties.isEmpty)
    let one = try Self.optimise(Self.hill, conditions: [Self.condition("cost", upper: -0.2)]).optimisation
    #expect(one.status == .nowhere && Self.numbers(one.nearest) == [12])
  }

  @Test func whatNoiseHidesIsSaid() throws {
    var engine = Self.hill
    engine.noise = 0.01
    let found = try Self.optimise(
      engine, triesAll: true, conditions: [Self.condition("cost", upper: 0.045)]
    ).optimisation
    let best = try #require(found.best)
    // Beside the top of a flat hill the runs do not tell settings apart.
    #expect(!found.ties.isEmpty)
    for tie in found.ties {
      let difference = try #require(tie.fromBest)
      #expect(difference.low! <= 0 && difference.high! >= 0 && tie.isWithinBounds)
    }
    #expect(best.standing == .open && Self.numbers(best) == [28])
    let certain = try #require(found.certain)
    #expect(certain.standing == .holds && Self.numbers(certain) == [27])
    #expect(found.trials.contains { $0.isOnFront && !$0.isToldFromCheaper })
  }

  @Test func aLeverThatDoesNothingIsTiedEverywhere() throws {
    let found = try Self.optimise(FormulaEngine(formulas: ["employed": { _, _ in 0.5 }]), triesAll: true).optimisation
    #expect(Self.numbers(found.best) == [12])
    #expect(found.ties.count == 36)
    #expect(found.ties.allSatisfy { $0.fromBest?.value == 0 && $0.fromBest?.low == 0 })
  }

  @Test func twoLeversAreFollowedAlongABound() throws {
    // Both help, the first twice as much; together they may cost ten: the best lies on the bound, all of it on the first.
    @Sendable func pow4(_ x: Double) -> Double { x * x * x * x * 1e-6 }
    let engine = FormulaEngine(formulas: [
      "employed": { length, share in 0.5 + 0.002 * (length - 24) + 0.001 * (share * 100 - 25) - pow4(length - 30) },
      "cost": { length, share in 0.01 * (length - 24) + 0.01 * (share * 100 - 25) },
    ])
    let found = try Self.optimise(
      engine, [Self.lengths, Self.shares], conditions: [Self.condition("cost", upper: 0.1 + 1e-9)]
    ).optimisation
    let whole = try Self.optimise(
      engine,
      [
        SweepAxis(lever: SweepTests.length, numbers: (24...40).map(Double.init)),
        SweepAxis(lever: SweepTests.share, numbers: (10...35).map { Double($0) / 100 }),
      ], triesAll: true, conditions: [Self.condition("cost", upper: 0.1 + 1e-9)]
    ).optimisation
    #expect(found.trials.count <= 64)
    #expect(found.best?.standing == .holds)
    // A search finds no better one than trying all, and comes near.
    let searched = try #require(found.best?.objective?.value)
    let best = try #require(whole.best?.objective?.value)
    #expect(searched <= best + 1e-9 && searched > best - 0.004)
  }

  @Test func manySettingsAreSimulatedForFewerPersons() throws {
    let (_, few) = try Self.optimise(Self.hill)
    #expect(few.size.persons == RunSize.quick.persons)
    let (_, many) = try Self.optimise(Self.hill, [Self.lengths, Self.shares])
    #expect(many.size.persons < RunSize.quick.persons && many.size.persons >= 10_000)
    #expect(many.notes.contains { $0.en.contains("fewer persons") })
  }

  @Test func groupsAndLevelsShareARun() throws {
    let women = GroupFilter(.among(attribute: "sex", categories: ["woman"]), label: Label(nb: "kvinner", en: "women"))
    let found = try Self.optimise(
      Self.hill, objective: Self.term("employed", isLevel: true, filters: [women]),
      conditions: [Self.condition("cost", upper: 1)]
    ).optimisation
    #expect(abs((found.best?.objective?.value ?? 0) - 0.5) < 1e-9)
  }

  @Test func oneRunAndShortCohortsDecideNothing() throws {
    let one = try Self.optimise(Self.hill, size: RunSize(persons: 1000, replicates: 1)).optimisation
    #expect(one.status == .undecided && one.remark != nil && one.best == nil)
    let late = try Self.optimise(Self.hill, objective: Self.term("employed", year: 12)).optimisation
    #expect(late.status == .undecided && late.remark != nil)
  }

  @Test func aStoppedSearchKeepsNothing() {
    let plan = OptimisationPlan(
      scenario: Self.reform, axes: [Self.lengths], triesAll: false, aim: .maximise, objective: Self.term("employed"))
    let cancellation = Cancellation()
    cancellation.cancel()
    let questioner = Questioner(
      engine: LazyEngine { _ in Self.hill }, cache: AnswerCache(), catalogue: Catalogue(), size: .quick,
      cancellation: cancellation, progress: { _ in })
    #expect(throws: Cancelled.self) { try questioner.optimise(plan, withEvidence: false) }
  }

  @Test(arguments: [[1], [2], [9], [10], [37], [1, 1], [2, 50], [37, 101]])
  func aSearchEndsWithinItsBudget(_ counts: [Int]) {
    for most in [1, 9, 24, 64] {
      for corner in [0.0, 0.3, 1] {
        var grid = SettingGrid(counts: counts, most: most, triesAll: false)
        let target = counts.map { Int(Double($0 - 1) * corner) }
        var seen: Set<[Int]> = []
        while !grid.next.isEmpty {
          for setting in grid.next {
            #expect(seen.insert(setting).inserted && zip(setting, counts).allSatisfy { (0..<$1).contains($0) })
          }
          func distance(_ setting: [Int]) -> Int { zip(setting, target).reduce(0) { $0 + abs($1.0 - $1.1) } }
          grid.advance(best: seen.min { (distance($0), $0[0]) < (distance($1), $1[0]) }!)
        }
        #expect(seen.count <= max(most, counts.count > 1 ? 25 : 9))
        if most == 64 { #expect(seen.contains(target), "\(counts) towards \(target)") }
      }
    }
  }
}
