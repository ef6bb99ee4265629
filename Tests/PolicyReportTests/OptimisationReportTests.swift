import Foundation
import PolicyCore
import PolicyLang
import Testing

@testable import PolicyReport

/// The best setting in words, tables, data and a picture, on made-up numbers.
@Suite struct OptimisationReportTests {
  private static let length = SweptLever(
    name: "programme.length", slot: "programme.length", baseline: .quantity(Quantity(24, .months)),
    scale: .quantity(.months))
  private static let reform = ScenarioPlan(name: "reform", base: "baseline")
  private static let baseline = ScenarioPlan(name: "baseline")

  private static func question(
    _ status: Optimisation.Status = .found, hasCondition: Bool = true, settings: Int = 5
  ) -> AnsweredQuestion {
    let frame = QuestionFrame(.settlement, cohorts: CohortRange(firstYear: 2012, lastYear: 2016))
    let term = MeasuredTerm(
      outcome: "employed", year: 9, frame: frame, term: .difference(reform, baseline), unit: .points,
      text: "employed: reform - baseline")
    let condition = ExpectationPlan(
      outcome: "in_education", year: 9, frame: frame, term: .difference(reform, baseline), lower: nil, upper: 0.02,
      unit: .points, text: "in_education: reform - baseline at most 2 pp",
      place: Place(file: "x.policy", line: 4, column: 1))
    let numbers = (0..<settings).map { 12 + Double($0) * 6 }
    let plan = OptimisationPlan(
      scenario: reform, axes: [SweepAxis(lever: length, numbers: numbers)], triesAll: settings == 5, aim: .maximise,
      objective: term, conditions: hasCondition ? [condition] : [], plots: [FrontPlot(path: "front.svg"), FrontPlot()])
    func estimate(_ value: Double) -> Estimate { Estimate(value: value, low: value - 0.004, high: value + 0.004) }
    func trial(_ index: Int) -> Optimisation.Trial {
      var trial = Optimisation.Trial(point: plan.point([index]), objective: estimate(Double(index) * 0.01))
      trial.conditions = hasCondition ? [estimate(Double(index) * 0.006)] : []
      trial.standing = [.holds, .holds, .holds, .open, .fails][index]
      trial.isWithinBounds = index < 4
      trial.fromBest = status == .found ? estimate(Double(index - 3) * 0.003) : nil
      trial.isOnFront = hasCondition && index > 0
      trial.isToldFromCheaper = index != 2
      return trial
    }
    let trials = (0..<5).map(trial)
    let search = Optimisation(
      plan: plan, status: status, trials: trials, best: status == .found ? trials[3] : nil,
      certain: status == .found ? trials[2] : nil, nearest: status == .nowhere ? trials[4] : nil,
      remark: status == .undecided ? Label(nb: "En kjøring.", en: "One run.") : nil)
    let result = ComparisonResult(
      plan: ComparisonPlan(scenarios: [baseline, reform], measures: [term.measure], frame: frame), rows: [],
      size: RunSize(persons: 60_000, replicates: 8), intervals: [.monteCarlo])
    return AnsweredQuestion(
      text: "optimise …", place: Place(file: "x.policy", line: 3, column: 1), form: .optimise(search), result: result,
      seconds: 1.25)
  }

  private static func text(_ question: AnsweredQuestion, _ style: TextStyle = TextStyle(width: 110)) -> String {
    AnswerText(question, catalogue: Example.catalogue, style: style).text
  }

  @Test func wordsAndTheFront() {
    #expect(
      Self.text(Self.question()).hasPrefix(
        """
          programme.length of reform               60\u{A0}000 persons × 8 paired runs, 1.3 s
          Maximise: employed: reform - baseline (year 9 since settlement, settled 2012–2016)
          Condition: in_education: reform - baseline at most 2 pp (year 9 since settlement, settled 2012–2016)
          Best of all 5 settings: 30 months. Employed: difference +3.00 pp, 95 % interval 2.60 to 3.40, 8 runs.
          Cannot be told apart from it: 24 months.
          The condition holds, but not with certainty, since the interval crosses the bound (in_education: difference
          +1.80 pp, 95 % interval 1.40 to 2.20, 8 runs).
          Best of those that meet the conditions with certainty: 24 months, difference +2.00 pp, 95 % interval 1.60 to
          2.40, 8 runs.
          The best at each level of the conditions: no setting tried is better in everything
        """))
    let lines = Self.text(Self.question(), TextStyle(width: 200)).split(separator: "\n").map(String.init)
    #expect(lines.contains { $0.contains("* 30 months") && $0.contains("uncertain") })
    #expect(lines.contains { $0.contains("24 months") && $0.contains("~") && $0.contains("met") })
    #expect(lines.contains { $0.contains("36 months") && $0.contains("missed") })
    #expect(!lines.contains { $0.hasPrefix("    12 months") })
    #expect(lines.contains { $0.contains("~ its goal cannot be told from the row above") })
  }

  @Test func aSearchClaimsNoMoreThanItTried() {
    let text = Self.text(Self.question(settings: 9), TextStyle(width: 1000))
    #expect(text.contains("Best of the 5 settings tried (of 9)"))
    #expect(text.contains("a better one is possible"))
    #expect(!text.lowercased().contains("optim"))
  }

  @Test func withoutConditionsTheBestComeFirst() {
    let lines = Self.text(Self.question(hasCondition: false)).split(separator: "\n").map(String.init)
    let rows = lines.filter { $0.contains("months  ") }
    #expect(rows.count == 5)
    #expect(rows[0].contains("36 months") && rows[4].contains("12 months"))
  }

  @Test(arguments: OutputLanguage.allCases) func nowhereAndUndecidedSayWhy(_ language: OutputLanguage) {
    let nowhere = Self.text(Self.question(.nowhere), TextStyle(language: language))
    #expect(nowhere.contains(language == .en ? "None of all 5 settings" : "Ingen av alle de 5 innstillingene"))
    #expect(nowhere.contains(language == .en ? "The nearest is 36 months" : "Nærmest kommer 36 måneder"))
    #expect(nowhere.contains(language == .en ? "not ruled out" : "utelukket"))
    let undecided = Self.text(Self.question(.undecided), TextStyle(language: language))
    #expect(undecided.contains(language == .en ? "One run." : "En kjøring."))
  }

  @Test func thePictureHasTheFront() {
    let pictures = AnswerText(Self.question(), catalogue: Example.catalogue, style: TextStyle()).pictures
    #expect(pictures.map(\.path) == ["front.svg"])
    let svg = pictures[0].svg
    #expect(XMLReader().read(svg))
    #expect(svg.components(separatedBy: "<circle").count == 1 + 4)
    #expect(svg.contains(">30 months<") && !svg.contains("NaN"))
  }

  @Test func dataHaveEverySetting() throws {
    let file = FileResult(path: "x.policy", questions: [Self.question()])
    let csv = try #require(ResultsCSV.searches([file]))
    let lines = csv.split(separator: "\n")
    // A goal and a condition of five settings.
    #expect(lines.count == 1 + 10)
    let columns = Set(lines.map { $0.split(separator: ",", omittingEmptySubsequences: false).count })
    #expect(columns == [26])
    #expect(
      lines.contains { $0.contains("programme.length,30.0,months,,,,best,open,false,true,true,goal,employed,9,pp") })
    let json = ResultsJSON.file(file).text()
    #expect(json.contains("\"searches\""))
    #expect(json.contains("\"status\": \"found\"") || json.contains("\"status\":\"found\""))
    #expect(ResultsCSV.searches([]) == nil)
  }

  @Test func markdownHasATable() {
    let text = Self.text(Self.question(), TextStyle().asMarkdown)
    #expect(text.contains("| \\* 30 months |") || text.contains("| * 30 months |"))
    #expect(text.contains("```"))
  }
}
