import PolicyCore
import PolicyLang
import Testing

@testable import Simulator

@Suite("Own outcomes")
struct OwnOutcomeTests {
  static let size = RunSize(persons: 12_000, replicates: 2, seed: 3, threads: 2)

  /// Asks for outcomes that are written as in source, beside some of the model's.
  private static func answer(
    _ own: [String: String], model: [OutcomeSlot] = [], clock: Clock = .settlement, years: [Int] = [1, 4, 7],
    by: [AttributeSlot] = [], scenarios: [ScenarioPlan] = [TestEngine.baseline]
  ) throws -> ComparisonResult {
    let checked = TestEngine.check(own.map { "outcome \($0.key) = \($0.value)\n" }.joined())
    let errors = checked.diagnostics.map(\.title)
    #expect(errors == [])
    let formulas = checked.environment.catalogue.outcomes.reduce(into: [String: OutcomeFormula]()) {
      $0[$1.slot] = $1.formula
    }
    let plan = ComparisonPlan(
      scenarios: scenarios, outcomes: model.map(\.rawValue) + own.keys.sorted(), clock: clock, years: years,
      by: by.map(\.rawValue), cohorts: clock == .calendar ? nil : CohortRange(firstYear: 2010, lastYear: 2016),
      formulas: formulas)
    return try TestEngine.make().answer(plan, size: size, cancellation: Cancellation(), progress: { _ in })
  }

  /// The numbers of an outcome, all groups and years, by what they are of.
  private static func values(_ outcome: String, in result: ComparisonResult) -> [Key: Estimate] {
    result.rows.filter { $0.outcome == outcome }.reduce(into: [:]) { values, row in
      values[Key(scenario: row.scenario, base: row.base, group: row.group, year: row.year)] = row.estimate
    }
  }

  private struct Key: Hashable {
    var scenario: String
    var base: String?
    var group: [String: String]
    var year: Int
  }

  @Test(
    "what the model measures, written as a formula, is the same to the bit",
    arguments: [
      (OutcomeSlot.employed, "share employed"),
      (.employedOrEducation, "share employed or in_education"),
      (.disability, "share not not disability"),
      (.socialAssistance, "share social_assistance"),
      (.selfSupporting, "share self_supporting and not social_assistance"),
      (.income300, "share labour_income >= 300_000 kr(2018) per year"),
      (.labourIncome, "mean labour_income"),
      (.publicCost, "mean public_cost"),
      (.stateCost, "mean state_cost"),
      (.publicCostTotal, "sum public_cost"),
    ])
  func same(outcome: OutcomeSlot, formula: String) throws {
    let longer = TestEngine.scenario("longer", [(.programmeLength, .quantity(Quantity(36, .months)))])
    for clock in [Clock.settlement, .calendar] {
      let result = try Self.answer(
        ["own": formula], model: [outcome], clock: clock, years: clock == .calendar ? [2012, 2017] : [1, 5],
        by: [.sex], scenarios: [TestEngine.baseline, longer])
      let own = Self.values("own", in: result)
      #expect(own.count == 18 && own == Self.values(outcome.rawValue, in: result))
    }
  }

  @Test("`among` a group gives that group's row, and months so far add up the years")
  func among() throws {
    let result = try Self.answer(
      [
        "women_employed": "share employed among women", "young": "share employed among age < 30 and sex is woman",
        "young_women": "share employed among women and not age >= 30", "months_in_year": "mean months employed",
        "months_so_far": "mean months employed so far", "cost": "mean public_cost so far",
      ], model: [.employed, .publicCost], years: [1], by: [.sex])
    let all = { (outcome: String, group: [String: String]) in
      result.rows.first { $0.outcome == outcome && $0.group == group && $0.base == nil }
    }
    #expect(all("women_employed", [:])?.estimate == all("employed", ["sex": "woman"])?.estimate)
    #expect(all("women_employed", [:])?.persons == all("employed", ["sex": "woman"])?.persons)
    #expect(all("women_employed", ["sex": "man"])?.estimate == nil)
    #expect(Self.values("young", in: result) == Self.values("young_women", in: result))
    #expect(all("young", [:])?.estimate != nil && all("young", [:])?.estimate != all("women_employed", [:])?.estimate)
    #expect(Self.values("months_in_year", in: result) == Self.values("months_so_far", in: result))
    #expect(Self.values("cost", in: result) == Self.values("public_cost", in: result))
    #expect(all("cost", [:])?.unit == .kroner(per: .once, priceYear: 2018))
  }

  @Test("who is employed was so a year before or was not, and whoever ever was has months of it")
  func transitions() throws {
    let result = try Self.answer(
      [
        "stayed": "count employed and employed 1 year earlier",
        "entered": "count employed and not employed 1 year earlier",
        "employed_count": "count employed", "left": "share not employed among employed 1 year earlier",
        "kept": "share employed among employed 1 year earlier",
        "ever": "share months employed so far >= 1 month", "often": "share months employed so far >= 24",
        "both": "share employed and months employed so far >= 1",
        "each_year": "share months employed >= 12 months 1 year earlier and months employed >= 12",
      ], model: [.employed], years: [2, 5])
    for year in [2, 5] {
      func value(_ outcome: String) throws -> Double {
        try #require(result.rows.first { $0.outcome == outcome && $0.year == year }?.estimate?.value)
      }
      let employed = try value("employed_count")
      #expect(try abs(value("stayed") + value("entered") - employed) < 1e-6)
      #expect(try value("stayed") > 0 && value("entered") > 0)
      #expect(try abs(value("left") + value("kept") - 1) < 1e-12)
      #expect(try value("ever") > value("employed") && value("often") < value("ever"))
      #expect(try value("both") == value("employed"))
      // All months of two years are those of each.
      if year == 2 { #expect(try value("often") == value("each_year")) }
      let persons = try #require(result.rows.first { $0.outcome == "employed" && $0.year == year }?.persons)
      // Two replicates have different numbers of persons left, so this is near and not equal.
      #expect(try abs(value("employed") * persons - employed) < 1e-3 * employed)
    }
  }

  @Test("quantiles interpolate between neighbours, and who is still waiting stands above all")
  func quantiles() {
    #expect(quantile(of: [], 0.5) == nil)
    #expect(quantile(of: [7], 0.9) == 7)
    #expect(quantile(of: [4, 1, 3, 2], 0.5) == 2.5)
    // R: quantile(c(10, 20, 30, 40, 50), c(.1, .25, .9)) is 14, 20, 46.
    #expect(quantile(of: [30, 10, 50, 20, 40], 0.1) == 14)
    #expect(quantile(of: [30, 10, 50, 20, 40], 0.25) == 20)
    #expect(abs((quantile(of: [30, 10, 50, 20, 40], 0.9) ?? 0) - 46) < 1e-9)
    #expect(quantile(of: [1, 2, .max], 0.5) == 2)
    #expect(quantile(of: [1, 2, .max], 0.6) == nil)
    #expect(quantile(of: [1, .max, .max], 0.5) == nil)
  }

  @Test("a median divides persons in halves, and waits are the months before the first one of work")
  func medians() throws {
    let result = try Self.answer(
      [
        "middle": "median labour_income", "lower": "quantile 25 % of labour_income",
        "wait": "median months until employed", "wait_all": "quantile 99 % of months until employed",
        "soon": "share months until employed <= 48", "ever": "share months employed so far >= 1",
        "waited": "share months until employed <= 1200", "among_women": "median labour_income among women",
      ], years: [4, 7], by: [.sex])
    func value(_ outcome: String, _ year: Int, _ group: [String: String] = [:]) -> Double? {
      result.rows.first { $0.outcome == outcome && $0.year == year && $0.group == group }?.estimate?.value
    }
    let middle = try #require(value("middle", 7))
    let lower = try #require(value("lower", 7))
    #expect(lower <= middle && middle > 0)
    let half = try Self.answer(
      [
        "above": "share labour_income > \(middle.rounded(.down)) kr(2018) per year",
        "three_quarters": "share labour_income > \(lower.rounded(.down)) kr(2018) per year",
      ], years: [7])
    func share(_ outcome: String) throws -> Double {
      try #require(half.rows.first { $0.outcome == outcome }?.estimate?.value)
    }
    #expect(try abs(share("above") - 0.5) < 0.02)
    #expect(try lower == 0 || abs(share("three_quarters") - 0.75) < 0.02)
    // In year 4 those who have not waited longer than 48 months are those who have had a job.
    #expect(value("soon", 4) == value("ever", 4) && value("waited", 7) == value("ever", 7))
    let ever = try #require(value("ever", 7))
    if ever > 0.5 {
      let wait = try #require(value("wait", 7))
      #expect(wait >= 1 && wait <= 84)
    }
    // Not everybody finds work, so the last hundredth is not reached.
    #expect(value("wait_all", 7) == nil)
    #expect(value("among_women", 7) == value("middle", 7, ["sex": "woman"]))
  }

  @Test("the library says of the same outcomes as the model that their months are counted")
  func monthly() {
    for outcome in TestEngine.catalogue.outcomes where outcome.formula == nil {
      #expect(OutcomeSlot(rawValue: outcome.slot)?.isMonthly == outcome.isMonthly, "\(outcome.name)")
    }
  }

  @Test("a formula that the model cannot measure is refused")
  func refused() {
    let formulas: [OutcomeFormula] = [
      OutcomeFormula(.share(.outcome("luck"))), OutcomeFormula(.share(.outcome("public_cost"))),
      OutcomeFormula(.mean(YearQuantity(.amount(of: "employed")))),
      OutcomeFormula(.mean(YearQuantity(.months(of: "income_300")))),
      OutcomeFormula(.sum(YearQuantity(.amount(of: "public_cost_present_value")))),
      OutcomeFormula(
        .share(
          .compared(YearQuantity(.amount(of: "public_cost")), .less, Quantity(5, .kroner(per: .once, priceYear: nil))))
      ),
    ]
    for formula in formulas {
      #expect(throws: EngineFailure.self, "\(formula)") { try OwnOutcome("own", formula, persons: []) }
    }
  }
}
