import PolicyCore
import Testing

@testable import PolicyReport

@Suite struct TableTests {
  func table(_ result: ComparisonResult, _ style: TextStyle = TextStyle()) -> String {
    ComparisonTable(result, seconds: 2.06, catalogue: Example.catalogue, style: style).text
  }

  @Test func theTableOfTheManual() {
    #expect(
      table(Example.comparison()) == """
          Employed, years since settlement         60\u{A0}000 persons × 8 paired runs, 2.1 s
                            year 3       year 5    year 7       year 9
          baseline          45.0 %       55.0 %    65.0 %       75.0 %
          three_years       43.0 %       55.0 %    67.0 %       79.0 %
          difference, pp    −2.0 ±0.3       -      +2.0 ±0.3    +4.0 ±0.3    95 %, Monte Carlo
          ±: 95 %, Monte Carlo; does not cover parameters, structure · - exactly zero
        """)
  }

  @Test func norwegianWritesCommasAndItsOwnWords() {
    let text = table(Example.comparison(years: [3]), TextStyle(language: .nb))
    #expect(text.contains("Sysselsatt, år etter bosetting"))
    #expect(text.contains("60\u{A0}000 personer × 8 parvise kjøringer, 2,1 s"))
    #expect(text.contains("forskjell, pp    −2,0 ±0,3"))
  }

  @Test func kronerAreGroupedAndWhole() {
    let cost = Example.comparison(in: .kroner(per: .year, priceYear: 2018), size: 12_340, years: [5, 9])
    #expect(
      table(cost) == """
          Employed (kr per year, 2018 prices), years since settlement
            60\u{A0}000 persons × 8 paired runs, 2.1 s
                            year 5        year 9
          baseline          18\u{A0}510 kr     23\u{A0}446 kr
          reform            18\u{A0}510 kr     23\u{A0}446 kr
          difference, kr      +185 ±49      +234 ±49    95 %, Monte Carlo
          ±: 95 %, Monte Carlo; does not cover parameters, structure
        """)
    let text = table(cost, TextStyle(language: .nb))
    #expect(text.contains("Sysselsatt (kr per år, 2018-priser), år etter bosetting"))
    #expect(text.contains("forskjell, kr"))
    let alone = table(
      Example.comparison(in: .kroner(per: .once, priceYear: nil), size: 12_340, scenarios: ["baseline"]))
    #expect(alone.contains("18\u{A0}510 kr ±49"))
  }

  @Test(arguments: [
    (Unit.millionKroner(per: .year, priceYear: nil), 345.25e6, "656.0 mill. kr", "difference, mill. kr", "+6.6 ±1.4"),
    (.months, 14, "26.6 months", "difference, months", "+0.3 ±0.1"),
    (.persons, 12_340, "23\u{A0}446 persons", "difference, persons", "+234 ±49"),
  ]) func otherUnits(_ unit: Unit, _ size: Double, _ level: String, _ label: String, _ difference: String) {
    let text = table(Example.comparison(in: unit, size: size, years: [9]))
    for part in [level, label, difference] { #expect(text.contains(part), "\(part) in\n\(text)") }
  }

  @Test(arguments: [
    (Unit.share, 0.3), (.kroner(per: .year, priceYear: 2018), 12_340),
    (.millionKroner(per: .once, priceYear: nil), 40e6),
    (.months, 14), (.persons, 1_234),
  ]) func fiveYearsFitEightyColumns(_ unit: Unit, _ size: Double) {
    let text = table(Example.comparison(in: unit, size: size), TextStyle(width: 80))
    for year in [1, 3, 5, 7, 9] { #expect(text.contains("year \(year)"), "\(text)") }
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 }, "\(text)")
  }

  @Test func groupsStandUnderEachOther() {
    let text = table(Example.comparison(groups: [["sex": "man"], ["sex": "woman"]]))
    let lines = text.split(separator: "\n").map(String.init)
    #expect(lines.contains("  men"))
    #expect(lines.contains("  women"))
    #expect(lines.count { $0.hasPrefix("    three_years") } == 2)
  }

  @Test func aCohortThatIsNotFollowedIsDots() {
    let text = table(Example.comparison(years: [9, 12]))
    #expect(text.contains(".. not followed so far"))
    #expect(text.contains("75.0 %       .."))
  }

  @Test func oneReplicateHasNoInterval() {
    let text = table(Example.comparison(replicates: 1))
    #expect(!text.contains("±"))
    #expect(text.contains("One run gives no interval"))
    #expect(text.contains("60\u{A0}000 persons × 1 run, "))
  }

  @Test func oneScenarioShowsLevelsWithTheirInterval() {
    let text = table(Example.comparison(scenarios: ["baseline"]))
    #expect(text.contains("75.0 % ±0.4"))
    #expect(text.contains("8 runs"))
    #expect(!text.contains("difference"))
  }

  @Test(arguments: [40, 60, 72, 100, 200]) func theTableFitsItsWidth(_ width: Int) {
    let text = table(Example.comparison(years: Array(1...9)), TextStyle(width: width))
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= width })
    #expect(text.contains("year 9"))
    #expect(text.contains("more years: see --csv") == (width < 160))
  }

  @Test func colourAddsNothingButEscapes() {
    let plain = table(Example.comparison())
    let coloured = table(Example.comparison(), TextStyle(usesColour: true))
    #expect(coloured != plain)
    #expect(coloured.replacing(/\u{1B}\[[0-9]+m/, with: "") == plain)
  }

  @Test func evidenceSaysWhatTheDifferenceRestsOn() {
    var result = Example.comparison()
    result.evidence["three_years"] = [
      EvidenceShare(grade: .assumed, share: 0.78, parameters: ["programme.content_effect"]),
      EvidenceShare(grade: .estimated, share: 0.22, parameters: ["job.woman"]),
    ]
    let text = table(result, TextStyle(width: 300))
    #expect(
      text.hasSuffix(
        "  Evidence, year 9: about 22 % of the difference rests on estimates of the report, 78 % on assumptions "
          + "(programme.content_effect). The difference rests mostly on assumptions."))
    result.evidence["three_years"] = [
      EvidenceShare(grade: .assumed, share: 1, parameters: ["x"]),
      EvidenceShare(grade: .estimated, share: 0.001, parameters: ["y"]),
    ]
    #expect(
      table(result, TextStyle(width: 300)).hasSuffix(
        "  Evidence, year 9: 100 % of the difference rests on assumptions (x). The difference is an assumption, not a "
          + "finding."))
    // The grades are those of the first outcome.
    result.plan.outcomes.append("public_cost")
    #expect(table(result, TextStyle(width: 300)).contains("Evidence, employed, year 9: 100 %"))
  }

  @Test(arguments: [
    (-7.25, 1, "−7.3", "−7,3"), (0.04, 1, "0.0", "0,0"), (-0.04, 1, "0.0", "0,0"),
    (1_234_567.5, 2, "1\u{A0}234\u{A0}567.50", "1\u{A0}234\u{A0}567,50"), (0.05, 2, "0.05", "0,05"),
    (999.96, 1, "1\u{A0}000.0", "1\u{A0}000,0"), (.nan, 1, "..", ".."),
  ]) func numbers(_ value: Double, _ decimals: Int, _ english: String, _ norwegian: String) {
    #expect(NumberFormat(.en).fixed(value, decimals: decimals) == english)
    #expect(NumberFormat(.nb).fixed(value, decimals: decimals) == norwegian)
  }

  @Test func numbersKeepTheDigitsThatSaySomething() {
    let number = NumberFormat(.en)
    #expect(
      [0.0002, 0.656368, 24, -0.5, 0, 1.0 / 3].map(number.significant) == [
        "0.0002", "0.656", "24", "−0.5", "0", "0.333",
      ])
    #expect(number.quantity(0.4725, .share) == "47.25 %")
    #expect(number.quantity(0.05, .points, showsPlus: true) == "+5 pp")
    #expect(number.short(1.0 / 3) == "0.333333")
  }

  @Test func validationAndPopulationTellTheirWorst() {
    let rows = [
      ValidationRow(
        id: "employed_y5", statement: "Employed in year 5", use: .fitted, target: 0.68, unit: .share, simulated: 0.684,
        low: 0.68, high: 0.688, error: 0.004, tolerance: 0.02, line: 3402),
      ValidationRow(
        id: "spells", statement: "Spells", use: .heldOut, target: 1.5, unit: .number, simulated: 1.9, error: 0.4,
        tolerance: 0.1, naiveError: 0.6),
      ValidationRow(
        id: "lone_parents", statement: "Lone parents", use: .unused, reason: "ambiguous wording", target: 0.1,
        unit: .share, tolerance: 0),
    ]
    let text = ValidationTable(ValidationReport(rows: rows), style: TextStyle(), listsAll: true).text
    #expect(text.contains("Fitted: 1 of 1 within tolerance"))
    #expect(text.contains("    employed_y5  68.0 %  68.4 % ±0.4  +0.4 pp  2.0 pp     3402"))
    #expect(text.contains("Held out: 0 of 1 within tolerance"))
    #expect(text.contains("  ! spells"))
    #expect(text.contains("! outside the tolerance"))
    #expect(text.contains("lone_parents: ambiguous wording"))

    let margins = [
      MarginRow(margin: "sex", category: "man", target: 0.54, simulated: 0.541, unit: .share, line: 100, note: ""),
      MarginRow(margin: "sex", category: "woman", target: 0.46, simulated: 0.455, unit: .share, line: nil, note: ""),
    ]
    let population = PopulationTable(margins, style: TextStyle()).text
    #expect(population.hasSuffix("Worst misfit: sex, woman: −0.50 pp"))
  }
}
