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
    #expect(!checked.hasErrors, "\(checked.diagnostics.map(\.title))")
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

  @Test("the library says of the same outcomes as the model that their months are counted")
  func monthly() {
    for outcome in TestEngine.catalogue.outcomes {
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
