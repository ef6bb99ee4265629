import Foundation
import PolicyCore
import PolicyReport
import Testing

@Test("validation as JSON has one object a fact, percent as 45, and nulls for what is unknown")
func validationAsJSON() throws {
  let row = ValidationRow(
    id: "intro_work", statement: "Work", use: .heldOut, target: 0.45, targetHigh: 0.5, unit: .share, simulated: 0.52,
    error: 0.02, tolerance: 0.05, line: 3359)
  let text = ValidationJSON.document(
    ValidationReport(rows: [row]), provenance: Provenance(tool: "policy-repl", engine: "0", data: "x", seed: 7)
  ).text()
  let document = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  let facts = try #require(document["facts"] as? [[String: Any]])
  #expect(facts.count == 1)
  #expect(facts[0]["target"] as? Double == 45)
  #expect(facts[0]["target_high"] as? Double == 50)
  #expect(facts[0]["error"] as? Double == 2)
  #expect(facts[0]["use"] as? String == "held_out")
  #expect(facts[0]["low"] is NSNull)
}

@Test("validation sums up by system, and tells what a gap is made of")
func validationBySystem() {
  let rows = [
    ValidationRow(
      id: "a", statement: "A", use: .fitted, target: 0.5, unit: .share, simulated: 0.51, error: 0.01, tolerance: 0.02,
      system: "intro"),
    ValidationRow(
      id: "b", statement: "B", use: .heldOut, target: 0.5, unit: .share, simulated: 0.58, error: 0.08, tolerance: 0.02,
      naiveError: 0.12, system: "kvp"),
  ]
  let gap = MeasureGap(
    group: "job_seekers", difference: 0.05, withoutTerms: -0.06, immortalTime: -0.07, duringOnly: -0.08, afterOnly: 0.07
  )
  let effect = MarginalEffect(
    group: "job_seekers", measure: "wage_subsidy", sex: "man", printed: 8.1, simulated: 9.04, line: 4970)
  let report = ValidationReport(rows: rows, marginalEffects: [effect], gaps: [gap])
  let text = ValidationTable(report, style: TextStyle()).text
  #expect(text.contains("By system"))
  #expect(text.contains("Mean error of what is held out: 8.0 pp; naive guesses: 12.0 pp."))
  #expect(text.contains("job_seekers wage_subsidy man"))
  // 5 points are made of 11 by coefficients, −7 by immortal time and +1 by selection.
  #expect(text.contains("+5.0 pp") && text.contains("+11.0 pp") && text.contains("−7.0 pp") && text.contains("+1.0 pp"))

  let page = ValidationHTML(
    report, provenance: Provenance(tool: "t", engine: "0", data: "x", seed: 7), language: .nb
  ).page
  #expect(page.contains("<html lang=\"nb\">") && page.contains("<svg") && !page.contains("http"))
  #expect(page.contains("bommer modellen i gjennomsnitt med 8,0 prosentpoeng") && page.contains("bommer med 12,0."))
  #expect(page.contains("naiv feil") && page.contains("+12,0") && page.contains("utenfor toleransen"))
}

@Test("the tally leaves out of both means what has no naive guess or is no share")
func tallyOfValidation() {
  func held(_ error: Double, naive: Double?, unit: PolicyCore.Unit = .share) -> ValidationRow {
    ValidationRow(
      id: "a", statement: "A", use: .heldOut, target: 0.5, unit: unit, simulated: 0.5 + error, error: error,
      tolerance: 0.02, naiveError: naive)
  }
  let tally = ValidationTally([
    held(-0.05, naive: 0.1), held(0.07, naive: -0.02), held(0.03, naive: nil), held(400, naive: 900, unit: .persons),
  ])
  #expect(tally.heldOut == 4 && tally.heldOutNear == 2 && tally.heldOutBeatingNaive == 2)
  #expect(abs((tally.meanErrors?.model ?? 0) - 0.06) < 1e-12 && abs((tally.meanErrors?.naive ?? 0) - 0.06) < 1e-12)
  #expect(ValidationTally([]).meanErrors == nil)
}
