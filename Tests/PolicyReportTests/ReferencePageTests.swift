import PolicyCore
import Testing

@testable import PolicyReport

@Suite struct ReferencePageTests {
  private static let catalogue: Catalogue = {
    var catalogue = Example.catalogue
    catalogue.levers[1].atMost = "programme.length"
    catalogue.levers[1].movesSettlement = true
    catalogue.parameters[0].cautious = 0.2
    catalogue.parameters[0].reason = "a | b, 2 * 3 < 7"
    return catalogue
  }()

  private static func page(_ topic: ReferencePage.Topic, _ language: OutputLanguage = .en) -> String {
    let settings = [
      setting(30, from: nil, until: Month(year: 2011, month: 12)),
      setting(32, from: Month(year: 2012, month: 1), until: Month(year: 2012, month: 12)),
      setting(34, from: Month(year: 2013, month: 2), until: Month(year: 2013, month: 12)),
      setting(36, from: Month(year: 2016, month: 7), until: nil),
    ]
    let baseline = ScenarioPlan(name: "baseline", settings: settings)
    return ReferencePage(catalogue, baseline: baseline, language: language).text(topic)
  }

  private static func setting(_ months: Double, from: Month?, until: Month?) -> LeverSetting {
    LeverSetting(slot: "programme.length", value: .quantity(Quantity(months, .months)), from: from, until: until)
  }

  @Test func leversStandUnderTheirSystems() {
    let text = Self.page(.levers)
    for part in [
      "| [`programme.length`](#programmelength) | programme length | 24 months | 12 to 48 months | assumed |",
      "\n## Introduction programme\n\n### programme.length\n\n**programme length** · nb: programlengde\n\nThe length of",
      "- **Baseline**: 24 months\n- **In the scenario `baseline`**: 30 months until 2011-12; 32 months in 2012; "
        + "34 months from 2013-02 until 2013-12; 36 months from 2016-07; otherwise 24 months\n",
      "- **At least**: nav.involvement (baseline 28 %)",
      "The chain to the outcome, graded by its weakest link: assumed.",
      "| `job.level` | level | −2.5 | −3 to −2 | fitted to the report |",
      "- **Source**: Dokument 3:4 (2019–2020), line 3915",
      "\n## NAV measures in the programme\n\n### nav.involvement\n",
      "- **At most**: programme.length (baseline 24 months)", "- **Moves**: the month of settlement",
    ] { #expect(text.contains(part), "\(part) in\n\(text)") }
  }

  @Test func aLeverThatTheBaselineLeavesAloneHasNoDates() {
    let parts = Self.page(.levers).split(separator: "### nav.involvement")
    #expect(parts.count == 2 && !parts[1].contains("In the scenario"))
  }

  @Test func parametersAreRowsWithTheirEvidence() {
    let text = Self.page(.parameters)
    for part in [
      "| fitted to the report | 1 |\n| assumed | 1 |",
      "| `programme.lock_in` | lock-in | share of the hazard left | 0.35 | 0.1 to 1 | 0.2 / 0.35 | 1 | assumed | "
        + "a \\| b, 2 \\* 3 &lt; 7 | Dokument 3:4 (2019–2020), line 3402 |",
      // A group in which no parameter has them lacks the columns.
      "## Work outside NAV\n\n| parameter | label | scale | value | range or SE | evidence |",
      "| `job.level` | level | log hazard | −2.5 (fitted) | −3 to −2; SE 0.1 | fitted to the report |",
    ] { #expect(text.contains(part), "\(part) in\n\(text)") }
  }

  @Test func anEstimateHasItsStandardErrorForARange() {
    var catalogue = Self.catalogue
    catalogue.parameters[1].grade = .estimated
    let text = ReferencePage(catalogue, baseline: ScenarioPlan(name: "baseline"), language: .en).text(.parameters)
    #expect(text.contains("| −2.5 | SE 0.1 | estimated in the report |"), "\(text)")
  }

  @Test func outcomesTellUnitAndClocks() {
    let text = Self.page(.outcomes)
    for part in [
      "| [`employed`](#employed) | employed | % |", "### employed\n\n**employed** · nb: sysselsatt\n\nIn work.\n",
      "- **Clocks**: settlement (years since settlement), calendar (calendar years)",
    ] { #expect(text.contains(part), "\(part) in\n\(text)") }
  }

  @Test func theWordsAreThoseOfTheLanguage() {
    let levers = Self.page(.levers, .nb)
    #expect(levers.hasPrefix("# Virkemidler\n"))
    #expect(levers.contains("## Introduksjonsprogrammet") && levers.contains("32 months i 2012"))
    #expect(levers.contains("gradert etter det svakeste leddet: antatt."))
    let parameters = Self.page(.parameters, .nb)
    #expect(parameters.contains("−2,5 (tilpasset) | −3 til −2; SE 0,1 | tilpasset rapporten"), "\(parameters)")
    #expect(Self.page(.outcomes, .nb).contains("| utfall | navn | enhet |"))
  }

  @Test func markupIsEscapedOutsideCode() {
    #expect(Markdown.escaped("a*b `c*d` e|f") == "a\\*b `c*d` e\\|f")
    #expect(Markdown.anchor("norwegian.track_classes") == "norwegiantrack_classes")
    #expect(Markdown.table(["a", "b"], [["1", ""], ["2", ""]]) == ["| a |", "|---|", "| 1 |", "| 2 |"])
  }
}
