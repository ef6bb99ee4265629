import Foundation
import PolicyCore
import Testing

@testable import PolicyReport

/// Tables and data of divided differences, on made-up numbers.
@Suite struct AttributionReportTests {
  static let parts: [ReformPart] = [
    ReformPart([.lever("programme.length")]), ReformPart([.rule("young"), .targeted("nav.involvement")]),
    ReformPart([.assumption("programme.lock_in")]),
  ]

  static func estimate(_ value: Double) -> Estimate {
    let half = value == 0 ? 0 : 0.002
    return Estimate(value: value, low: value - half, high: value + half)
  }

  static func question(
    samplingError: Double? = nil, by: [String] = [], isSuppressed: Bool = false
  ) -> AnsweredQuestion {
    let measure = Measure(outcome: "employed", year: 9)
    let plan = AttributionPlan(
      scenario: ScenarioPlan(name: "reform", base: "baseline"), reference: ScenarioPlan(name: "baseline"), parts: parts,
      lines: [], measures: [measure], frame: QuestionFrame(.settlement, by: by))
    let groups = [[:]] + by.flatMap { _ in [["sex": "man"], ["sex": "woman"]] }
    var rows: [ResultRow] = []
    for group in groups {
      for (scenario, base, value) in [("baseline", nil, 0.6), ("reform", nil, 0.63), ("reform", "baseline", 0.03)] {
        rows.append(
          ResultRow(
            outcome: "employed", scenario: scenario, base: base, group: group, year: 9,
            unit: base == nil ? .share : .points, estimate: isSuppressed ? nil : estimate(value), persons: 1000,
            isSuppressed: isSuppressed))
      }
    }
    func share(_ share: Double, _ alone: Double, _ last: Double) -> Attribution.Share {
      .init(
        share: estimate(share), samplingError: samplingError, alone: estimate(alone), last: estimate(last))
    }
    let divisions = groups.map { group in
      Attribution.Division(
        measure: measure, group: group,
        shares: [share(0.02, 0.01, 0.03), share(0.01, 0.005, 0.015), share(0, 0, 0)],
        interactionAlone: estimate(0.015), interactionLast: estimate(-0.015))
    }
    let attribution = Attribution(
      plan: plan, method: samplingError == nil ? .exact : .sampled(orders: 90), simulated: 8,
      divisions: isSuppressed ? [] : divisions)
    let result = ComparisonResult(
      plan: plan.question([7]), rows: rows, size: RunSize(persons: 60_000, replicates: 8), intervals: [.monteCarlo])
    return AnsweredQuestion(
      text: "attribute …", place: Place(file: "x.policy", line: 4, column: 1), form: .attribute(attribution),
      result: result, seconds: 3)
  }

  func text(_ question: AnsweredQuestion, _ style: TextStyle = TextStyle()) -> String {
    AnswerText(question, catalogue: Example.catalogue, style: style).text
  }

  @Test func partsAreRowsAndColumnsAddUp() {
    let text = text(Self.question())
    let lines = text.split(separator: "\n").map(String.init)
    #expect(lines[0].hasPrefix("  reform against baseline ") && lines[1] == "  Employed, year 9 since settlement")
    #expect(
      lines[2...7].map { $0.split(separator: " ").joined(separator: " ") } == [
        "share, pp alone last",
        "programme.length +2.0 ±0.2 +1.0 ±0.2 +3.0 ±0.2",
        "rule young + nav.involvement for some +1.0 ±0.2 +0.5 ±0.2 +1.5 ±0.2",
        "programme.lock_in, assumed - - -",
        "interaction +1.5 ±0.2 −1.5 ±0.2",
        "together +3.0 ±0.2 +3.0 ±0.2 +3.0 ±0.2",
      ])
    // The interaction stands under the gains alone and last, not under the shares.
    #expect(lines[6].dropFirst(40).prefix(13).allSatisfy { $0 == " " })
    #expect(text.contains("- exactly zero") && text.contains("8 scenarios."))
  }

  @Test func norwegian() {
    let text = text(Self.question(), TextStyle(language: .nb))
    #expect(text.contains("reform mot baseline") && text.contains("regel young + nav.involvement for noen"))
    #expect(text.contains("samspill") && text.contains("programme.lock_in, antatt") && text.contains("8 scenarioer."))
  }

  @Test func sampledOrdersHaveAnErrorOfTheirOwn() {
    let text = text(Self.question(samplingError: 0.001))
    #expect(text.contains("share, pp    sampling") && text.contains("+2.0 ±0.2    ±0.1"))
    #expect(text.contains("90 sampled orders"))
    #expect(!self.text(Self.question()).contains("sampl"))
  }

  @Test func groupsAreBlocksAndHiddenNumbersStayHidden() {
    let lines = text(Self.question(by: ["sex"])).split(separator: "\n").map(String.init)
    #expect(lines.contains("  women") && lines.count { $0.hasPrefix("    programme.length") } == 3)
    let hidden = text(Self.question(isSuppressed: true))
    #expect(hidden.contains("together") && hidden.contains(": hidden") && !hidden.contains("±0.2"))
  }

  @Test func dataHaveARowForEachNumber() throws {
    let file = FileResult(path: "x.policy", questions: [Self.question(samplingError: 0.001)])
    let lines = ResultsCSV.text([file]).split(separator: "\n").map(String.init)
    #expect(lines.count == 1 + 3 + 3 * 3 + 2)
    #expect(
      lines.contains(
        "x.policy,attribute …,employed,reform,baseline,,9,pp,2.0,1.8,2.2,monte_carlo,8,,,,,,,programme.length,share,0.1,,"
      ))
    #expect(lines.last?.hasSuffix(",,interaction_last,,,") == true)
    #expect(lines.filter { $0.contains("rule young + nav.involvement for persons,last,") }.count == 1)
    let json = "\(ResultsJSON.file(file))"
    #expect(json.contains("interaction_alone") && json.contains("samplingError"))
  }
}
