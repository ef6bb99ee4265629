import PolicyCore
import Testing

@testable import PolicyReport

@Suite struct PageTests {
  let page = DocumentationPage(Example.catalogue, style: TextStyle())

  @Test func aFailureShowsTheValuesUnderTheirTerms() {
    let text = ExpectationText(Example.expectation(.failed), style: TextStyle()).text
    #expect(
      text == """
        FAILED expect at scenarios/x.policy:25
          employed in year 9: three_years - baseline at least 2 pp
                              │             │
                              64.5 %        63.3 %   difference +1.20 pp, 95 % interval 0.80 to 1.60, 20 runs
        """)
  }

  @Test func amountsStandUnderTheirTermsToo() {
    var result = Example.expectation(
      .failed, text: "expect public_cost in year 9: three_years - baseline at most 5 000 kr(2018) per year")
    result.unit = .kroner(per: .year, priceYear: 2018)
    result.estimate = Estimate(value: 12_340, low: 11_890, high: 12_790)
    result.terms[0].estimate = Estimate(value: 162_340)
    result.terms[1].estimate = Estimate(value: 150_000)
    #expect(
      ExpectationText(result, style: TextStyle()).text == """
        FAILED expect at scenarios/x.policy:25
          public_cost in year 9: three_years - baseline at most 5 000 kr(2018) per year
                                 │             │
                                 162\u{A0}340 kr    150\u{A0}000 kr   \(ExpectationText(result, style: TextStyle()).measured)
        """)
    #expect(
      ExpectationText(result, style: TextStyle(language: .nb)).measured
        == "forskjell +12\u{A0}340 kr(2018) per år, 95 %-intervall 11\u{A0}890 til 12\u{A0}790, 20 kjøringer")
    result.terms = []
    #expect(ExpectationText(result, style: TextStyle()).measured.hasPrefix("12\u{A0}340 kr(2018) per year, "))
  }

  @Test func theOtherVerdicts() {
    let passed = ExpectationText(Example.expectation(.passed), style: TextStyle()).text
    #expect(passed.hasPrefix("passed expect at scenarios/x.policy:25"))
    #expect(!passed.contains("\n"))
    let undecided = ExpectationText(Example.expectation(.undecided), style: TextStyle(language: .nb)).text
    #expect(undecided.hasPrefix("UAVGJORT expect i scenarios/x.policy:25"))
    #expect(undecided.contains("omtrent 60 kjøringer ville avgjøre det (--replicates 60)"))
    var single = Example.expectation(.undecided)
    single.remark = Label(nb: "x", en: "One run gives no interval.")
    single.estimate = nil
    single.terms = []
    #expect(ExpectationText(single, style: TextStyle()).text.hasSuffix("no value\n  One run gives no interval."))
    let warning = ExpectationText(Example.expectation(.failed, isWarning: true), style: TextStyle()).text
    #expect(warning.hasPrefix("WARNING expect"))
  }

  @Test func aLeverTellsEverythingThatIsDeclared() throws {
    let text = try #require(page.text(of: "programme.length"))
    for part in [
      "24 months", "12 to 48 months", "when a person's programme starts", "reaches those who enter after the date",
      "line 3915", "programme.lock_in = 0.35 (0.1 to 1), assumed", "lock-in; no estimate exists; Dokument 3:4",
      "graded by its weakest link: assumed", "programme.length = 24 months",
    ] { #expect(text.contains(part), "\(part) in\n\(text)") }
    #expect(try #require(page.text(of: "nav.involvement")).contains("0 to 100 %"))
  }

  @Test func limitsAndMovedClocksAreTold() {
    var catalogue = Example.catalogue
    catalogue.levers[0].movesSettlement = true
    catalogue.levers[1].atMost = "programme.length"
    let page = DocumentationPage(catalogue, style: TextStyle())
    #expect(page.text(of: "nav.involvement")?.contains("At most        programme.length (baseline 24 months)") == true)
    let text = page.text(of: "programme.length") ?? ""
    #expect(text.contains("At least       nav.involvement (baseline 28 %)"), "\(text)")
    #expect(text.contains("Moves          the month of settlement"), "\(text)")
  }

  @Test func paragraphsAndSourcesAreJoined() {
    #expect(TextStyle().paragraphs("One\nline.\n\nTwo.") == ["  One line.", "  Two."])
    var catalogue = Example.catalogue
    catalogue.levers[0].citations = [.report(line: 3915), .report(line: 437), Citation(document: "Author 2019")]
    let text = DocumentationPage(catalogue, style: TextStyle(language: .nb)).text(of: "programme.length")
    #expect(text?.contains("Dokument 3:4 (2019–2020), linjer 3915, 437; Author 2019") == true)
  }

  @Test func everyKindOfNameHasAPage() throws {
    #expect(try #require(page.text(of: "employed")).contains("settlement (years since settlement)"))
    var catalogue = Example.catalogue
    catalogue.outcomes[0].unit = .kroner(per: .year, priceYear: 2018)
    let cost = DocumentationPage(catalogue, style: TextStyle(language: .nb)).text(of: "employed")
    #expect(cost?.contains("kr per år, 2018-priser") == true)
    #expect(try #require(page.text(of: "sex")).contains("woman  women"))
    #expect(try #require(page.text(of: "women")).contains("sex is woman"))
    #expect(try #require(page.text(of: "programme.lock_in")).contains("Carries        programme.length"))
    #expect(page.text(of: "nobody") == nil)
    #expect(page.index.contains("programme.length  programme length, 12 to 48 months"))
  }

  @Test func aScenarioTellsWhatItChanges() {
    let schedule = Schedule(
      .quantity(Quantity(24, .months)),
      changes: [Schedule.Change(month: Month(year: 2020, month: 1), value: .quantity(Quantity(36, .months)))])
    let page = ScenarioPage(style: TextStyle())
    let text = page.text(
      name: "longer", base: "baseline", documentation: "A year more.", place: Place(file: "x", line: 3, column: 1),
      schedules: ["programme.length": schedule], catalogue: Example.catalogue)
    #expect(
      text == """
        longer  (scenario from baseline, x:3:1)
          A year more.
            programme.length = 24 months; 36 months from 2020-01  (baseline 24 months)
        """)
    let ruled = page.text(
      name: "some", base: "baseline", documentation: "", place: Place(file: "x", line: 3, column: 1), schedules: [:],
      rules: [
        LeverSetting(
          slot: "programme.length", value: .quantity(Quantity(36, .months)), from: Month(year: 2020, month: 1),
          persons: .years(attribute: "age", low: 20, high: 29)),
        LeverSetting(slot: "programme.length", value: .quantity(Quantity(12, .months)), persons: .all([])),
      ], catalogue: Example.catalogue)
    #expect(
      ruled == """
        some  (scenario from baseline, x:3:1)
            programme.length = 36 months for persons where age >= 20 and age <= 29 from 2020-01
            programme.length = 12 months for everybody
        """)
    let empty = page.text(
      name: "same", base: nil, documentation: "", place: Place(file: "x", line: 3, column: 1), schedules: [:],
      catalogue: Example.catalogue)
    #expect(empty.hasSuffix("Changes nothing."))
  }
}
