import Foundation
import PolicyCore
import PolicyReport
import Testing

@Suite struct AssumptionPageTests {
  private static let report: AssumptionReport = {
    var lockIn = Example.catalogue.parameters[0]
    lockIn.cautious = 0.2
    var idle = lockIn
    idle.name = "idle"
    func level(_ year: Int, _ low: Double, _ high: Double) -> AssumptionReport.Movement {
      .init(outcome: "employed", year: year, atLow: low, atHigh: high)
    }
    return AssumptionReport(
      rows: [
        .init(
          parameter: lockIn, levels: [level(5, 0.61, 0.674), level(9, 0.68, 0.68)],
          probes: [
            .init(
              lever: "programme.length", value: .quantity(Quantity(48, .months)), effect: level(9, -0.027, -0.003))
          ]),
        .init(parameter: idle, levels: [level(5, 0.6, 0.6), level(9, 0.6, 0.6)], probes: []),
      ], size: RunSize(persons: 20_000, replicates: 2))
  }()

  @Test func aPageRanksAndExplains() {
    let text = AssumptionPage(Self.report, style: TextStyle(width: 120)).text
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
    for part in [
      "programme.lock_in +6.40 - +2.40", "idle - - .",
      "- exactly zero. Nothing here depends on idle.", "year 5; in year 9 it stays.",
      "The effect of programme.length = 48 months in year 9 goes from −2.7 to −0.3 pp.",
      "From 0.1 to 1 the share employed does not change.", "Cautious value 0.2, optimistic 0.35.",
      "Reason: no estimate exists.",
    ] { #expect(Self.words(text).contains(part), "\(part) in\n\(text)") }
  }

  @Test func aPageReadsInNorwegian() {
    let text = AssumptionPage(Self.report, style: TextStyle(language: .nb)).text
    for part in [
      "fra 61,0 til 67,4 % i år 5; i år 9 er den", "går fra −2,7 til −0,3", "Begrunnelse: no estimate exists.",
      "Kilde: Dokument 3:4 (2019–2020), linje 3402.",
    ] { #expect(Self.words(text).contains(part), "\(part) in\n\(text)") }
  }

  @Test func theDataHaveOneRowANumber() throws {
    let provenance = Provenance(tool: "policy-repl", engine: "0", data: "x", seed: 7)
    let text = AssumptionData.document(Self.report, provenance: provenance).text()
    let document = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(document["assumptions"] as? String == "central")
    let parameters = try #require(document["parameters"] as? [[String: Any]])
    #expect(parameters.map { $0["name"] as? String } == ["programme.lock_in", "idle"])
    let effect = try #require((parameters[0]["effects"] as? [[String: Any]])?.first)
    #expect(effect["reform"] as? String == "48 months" && effect["unit"] as? String == "pp")
    #expect(abs((effect["change"] as? Double ?? 0) - 2.4) < 1e-9)
    let lines = AssumptionData.csv(Self.report).split(separator: "\n")
    #expect(lines.count == 6)
    #expect(
      lines[3].hasPrefix("programme.lock_in,assumed,0.35,0.1,1.0,effect,programme.length,48 months,employed,9,pp,-2.7"))
  }

  @Test func aTableSaysWhichSetWasUsed() {
    var result = Example.comparison()
    #expect(!text(result).contains("assumptions:"))
    result.size.assumptions = .cautious
    result.intervals = [.monteCarlo, .parameters]
    #expect(text(result).contains("Cautious assumptions: unknown parameters"))
    #expect(text(result).contains("Monte Carlo, parameters; does not cover structure"))
  }

  /// The text without its line breaks and columns.
  private static func words(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private func text(_ result: PolicyCore.ComparisonResult) -> String {
    ComparisonTable(result, catalogue: Example.catalogue, style: TextStyle(width: 120)).text
  }
}
