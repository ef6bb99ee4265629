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
    [row], provenance: Provenance(tool: "policy-repl", engine: "0", data: "x", seed: 7)
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
