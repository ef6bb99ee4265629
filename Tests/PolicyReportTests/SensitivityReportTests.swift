import PolicyCore
import Testing

@testable import PolicyReport

/// Tables and data of numbers with parameters moved, on made-up numbers.
@Suite struct SensitivityReportTests {
  static func question(reference: ScenarioPlan? = ScenarioPlan(name: "baseline")) -> AnsweredQuestion {
    let measure = Measure(outcome: "employed", year: 9)
    func parameter(_ name: String, _ grade: EvidenceGrade) -> MovedParameter {
      MovedParameter(name: name, slot: name, grade: grade, low: 0.1, high: 0.75)
    }
    let plan = SensitivityPlan(
      scenario: ScenarioPlan(name: "reform", base: reference?.name), reference: reference,
      parameters: [parameter("programme.lock_in", .assumed), parameter("job.loss", .fitted)], fixed: ["set.here"],
      measures: [measure], frame: QuestionFrame(.settlement))
    func estimate(_ value: Double) -> Estimate { Estimate(value: value, low: value - 0.002, high: value + 0.002) }
    let unit: PolicyCore.Unit = reference == nil ? .share : .points
    let tornado = Sensitivity.Tornado(
      measure: measure, unit: unit, central: estimate(0.03),
      bars: [
        .init(parameter: plan.parameters[0], atLow: estimate(-0.01), atHigh: estimate(0.05)),
        .init(parameter: plan.parameters[1], atLow: estimate(0.03), atHigh: estimate(0.0304)),
      ], still: 1)
    var question = plan.question
    question.scenarios = plan.scenarios
    let rows = plan.scenarios.map { scenario in
      ResultRow(
        outcome: "employed", scenario: scenario.name, base: nil, group: [:], year: 9, unit: .share,
        estimate: estimate(0.6), persons: 1000)
    }
    let result = ComparisonResult(
      plan: question, rows: rows, size: RunSize(persons: 60_000, replicates: 8), intervals: [.monteCarlo])
    return AnsweredQuestion(
      text: "sensitivity …", place: Place(file: "x.policy", line: 4, column: 1),
      form: .sensitivity(Sensitivity(plan: plan, simulated: 10, tornadoes: [tornado])), result: result, seconds: 3)
  }

  func text(_ question: AnsweredQuestion, _ style: TextStyle = TextStyle()) -> String {
    AnswerText(question, catalogue: Example.catalogue, style: style).text
  }

  @Test func barsHaveTheirEndsAndTheirGrade() {
    let lines = text(Self.question()).split(separator: "\n").map(String.init)
    #expect(lines[0].hasPrefix("  reform against baseline "))
    #expect(lines[1] == "  Employed, year 9 since settlement: difference +3.0 ±0.2 pp")
    let bar = lines.first { $0.hasPrefix("  programme.lock_in") } ?? ""
    #expect(
      bar.split(separator: " ") == ["programme.lock_in", "0.1", "−1.0", "±0.2", "0.75", "+5.0", "±0.2", "assumed"])
    #expect(lines.contains("  Parameters that move it by less than 0.1 pp: 1. That do not move it at all: 1."))
    #expect(text(Self.question()).replacing("\n ", with: "").contains("not moved: set.here."))
  }

  @Test func aLevelHasNoSign() {
    let text = text(Self.question(reference: nil), TextStyle(language: .nb))
    #expect(text.contains("Sysselsatt, år 9 etter bosetting: 3,0 % ±0,2\n"))
    #expect(text.contains("0,75") && text.contains("5,0 % ±0,2") && text.contains("antatt"))
    #expect(!text.contains("begge") && text.contains("10 scenarioer."))
  }

  @Test func dataSayWhichParameterStandsWhere() {
    let file = FileResult(path: "x.policy", questions: [Self.question()])
    let lines = ResultsCSV.text([file]).split(separator: "\n").map(String.init)
    #expect(lines.count == 1 + 2 + 4)
    #expect(
      lines[4]
        == "x.policy,sensitivity …,employed,reform,baseline,,9,pp,5.0,4.8,5.2,monte_carlo,8,,,,,,,,,,programme.lock_in,0.75"
    )
    #expect("\(ResultsJSON.file(file))".contains("parameterValue"))
  }
}
