import PolicyCore

/// A small made-up answer that every renderer is tested on.
enum Example {
  static let catalogue: Catalogue = {
    var catalogue = Catalogue()
    catalogue.outcomes = [
      OutcomeDeclaration(
        name: "employed", slot: "employed", label: Label(nb: "sysselsatt", en: "employed"), documentation: "In work.",
        unit: .share, clocks: [.settlement, .calendar], citations: [.report(line: 3402)])
    ]
    catalogue.attributes = [
      AttributeDeclaration(
        name: "sex", slot: "sex", label: Label(nb: "kjønn", en: "sex"), documentation: "",
        categories: [
          AttributeDeclaration.Category(key: "man", label: Label(nb: "menn", en: "men")),
          AttributeDeclaration.Category(key: "woman", label: Label(nb: "kvinner", en: "women")),
        ], isOrdered: false)
    ]
    catalogue.groups = [
      GroupDeclaration(
        name: "women", label: Label(nb: "kvinner", en: "women"), documentation: "",
        condition: .among(attribute: "sex", categories: ["woman"]))
    ]
    catalogue.parameters = [
      ParameterDeclaration(
        name: "programme.lock_in", slot: "programme.lock_in", label: Label(nb: "innlåsing", en: "lock-in"),
        documentation: "Fewer jobs during the programme.", scale: "share of the hazard left", value: 0.35, low: 0.1,
        high: 1, standardError: nil, neutral: 1, grade: .assumed, reason: "no estimate exists",
        citations: [.report(line: 3402)]),
      ParameterDeclaration(
        name: "job.level", slot: "job.level", label: Label(nb: "nivå", en: "level"), documentation: "",
        scale: "log hazard", value: -2.5, low: -3, high: -2, standardError: 0.1, neutral: nil, grade: .fitted,
        reason: "", citations: []),
    ]
    catalogue.levers = [
      LeverDeclaration(
        name: "programme.length", slot: "programme.length", label: Label(nb: "programlengde", en: "programme length"),
        documentation: "The length of a programme.",
        domain: .quantity(unit: .months, low: 12, high: 48), baseline: .quantity(Quantity(24, .months)),
        readAt: .programmeStart, reach: .newEntrants, mechanism: ["programme.lock_in", "job.level"],
        acts: Label(nb: "Lengre program.", en: "A longer programme."), citations: [.report(line: 3915)]),
      LeverDeclaration(
        name: "nav.involvement", slot: "nav.involvement", label: Label(nb: "NAV", en: "NAV"), documentation: "",
        domain: .quantity(unit: .share, low: 0, high: 1), baseline: .quantity(Quantity(0.28, .share)),
        readAt: .monthly, reach: .everyone, mechanism: [], acts: Label(nb: "", en: ""), citations: []),
    ]
    return catalogue
  }()

  static func comparison(
    groups: [[String: String]] = [[:]], years: [Int] = [3, 5, 7, 9], replicates: Int = 8,
    scenarios: [String] = ["baseline", "three_years"]
  ) -> ComparisonResult {
    let plan = ComparisonPlan(
      scenarios: scenarios.map { ScenarioPlan(name: $0) }, outcomes: ["employed"], clock: .settlement, years: years,
      by: groups == [[:]] ? [] : ["sex"])
    var rows: [ResultRow] = []
    for group in groups {
      for (index, scenario) in scenarios.enumerated() {
        for year in years {
          let shift = Double(index) * (Double(year) * 0.01 - 0.05)
          rows.append(row(scenario, nil, group, year, 0.3 + 0.05 * Double(year) + shift, .share, 0.004, replicates))
          guard index > 0 else { continue }
          rows.append(row(scenario, scenarios[0], group, year, shift, .points, year == 5 ? 0 : 0.003, replicates))
        }
      }
    }
    return ComparisonResult(
      plan: plan, rows: rows, size: RunSize(persons: 60_000, replicates: replicates, seed: 42),
      intervals: replicates > 1 ? [.monteCarlo] : [])
  }

  /// The same answer in another unit: levels of about `size`, differences of a thousandth.
  static func comparison(
    in unit: Unit, size: Double, years: [Int] = [1, 3, 5, 7, 9], scenarios: [String] = ["baseline", "reform"]
  ) -> ComparisonResult {
    var result = comparison(years: years, scenarios: scenarios)
    result.rows = result.rows.map { row in
      var row = row
      let value = size * (row.base == nil ? 1 : 0.01) * (1 + 0.1 * Double(row.year))
      row.unit = unit
      row.estimate = Estimate(value: value, low: value - size * 0.004, high: value + size * 0.004)
      return row
    }
    return result
  }

  private static func row(
    _ scenario: String, _ base: String?, _ group: [String: String], _ year: Int, _ value: Double, _ unit: Unit,
    _ half: Double, _ replicates: Int
  ) -> ResultRow {
    let estimate =
      replicates > 1 ? Estimate(value: value, low: value - half, high: value + half) : Estimate(value: value)
    return ResultRow(
      outcome: "employed", scenario: scenario, base: base, group: group, year: year, unit: unit,
      estimate: year > 9 ? nil : estimate, persons: 1000)
  }

  static func expectation(
    _ status: ExpectationResult.Status,
    text: String = "expect employed in year 9: three_years - baseline at least 2 pp",
    isWarning: Bool = false
  ) -> ExpectationResult {
    ExpectationResult(
      id: "1-employed", place: Place(file: "scenarios/x.policy", line: 25, column: 1), text: text, status: status,
      estimate: Estimate(value: 0.012, low: 0.008, high: 0.016), unit: .points, lower: 0.02, upper: nil, replicates: 20,
      replicatesNeeded: status == .undecided ? 60 : nil,
      terms: [
        TermValue(scenario: "three_years", estimate: Estimate(value: 0.645)),
        TermValue(scenario: "baseline", estimate: Estimate(value: 0.633)),
      ], isWarning: isWarning)
  }

  static func file(_ expectations: [ExpectationResult]) -> FileResult {
    let question = AnsweredQuestion(
      text: "compare baseline, three_years over 9 years show employed",
      place: Place(file: "scenarios/x.policy", line: 9, column: 1), result: comparison(groups: [["sex": "woman"]]),
      seconds: 2.1)
    return FileResult(path: "scenarios/x.policy", questions: [question], expectations: expectations, seconds: 4)
  }
}
