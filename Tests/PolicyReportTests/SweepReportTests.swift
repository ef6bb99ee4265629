import Foundation
import PolicyCore
import Testing

@testable import PolicyReport

/// Tables, pictures and data of questions that move a lever, on made-up numbers.
@Suite struct SweepReportTests {
  static let length = SweptLever(
    name: "programme.length", slot: "programme.length", baseline: .quantity(Quantity(24, .months)),
    scale: .quantity(.months))
  static let involvement = SweptLever(
    name: "nav.involvement", slot: "nav.involvement", baseline: .quantity(Quantity(0.28, .share)),
    scale: .quantity(.share))
  static let baseline = ScenarioPlan(name: "baseline")
  static let reform = ScenarioPlan(name: "reform", base: "baseline")
  static let measure = Measure(outcome: "employed", year: 9)

  /// Every point gains its place in the list in points.
  static func sweep(
    _ axes: [SweepAxis] = [SweepAxis(lever: length, numbers: [12, 24, 36])], by: [String] = [],
    plots: [PlotPlan] = [], replicates: Int = 8
  ) -> AnsweredQuestion {
    let plan = SweepPlan(
      scenario: reform, reference: baseline, axes: axes, measures: [measure], plots: plots,
      frame: QuestionFrame(.settlement, by: by))
    let groups = [[:]] + (by + plots.compactMap(\.by)).flatMap { _ in [["sex": "man"], ["sex": "woman"]] }
    var rows: [ResultRow] = []
    for group in groups {
      for (index, name) in (["baseline"] + plan.points.map(\.name)).enumerated() {
        let change = Double(index - 1) * 0.01
        func row(_ base: String?, _ value: Double) -> ResultRow {
          let half = base != nil && value == 0 ? 0 : 0.004
          let estimate =
            replicates > 1 ? Estimate(value: value, low: value - half, high: value + half) : Estimate(value: value)
          return ResultRow(
            outcome: "employed", scenario: name, base: base, group: group, year: 9,
            unit: base == nil ? .share : .points,
            estimate: estimate, persons: 1000)
        }
        rows.append(row(nil, 0.6 + max(change, 0)))
        if index > 0 { rows.append(row("baseline", change)) }
      }
    }
    let result = ComparisonResult(
      plan: plan.question(by: by), rows: rows, size: RunSize(persons: 60_000, replicates: replicates, seed: 42),
      intervals: replicates > 1 ? [.monteCarlo] : [])
    return AnsweredQuestion(
      text: "sweep …", place: Place(file: "x.policy", line: 4, column: 1), form: .sweep(plan), result: result,
      seconds: 3)
  }

  func text(_ question: AnsweredQuestion, _ style: TextStyle = TextStyle()) -> String {
    AnswerText(question, catalogue: Example.catalogue, style: style).text
  }

  @Test func valuesAreRowsWithLevelAndDifference() {
    #expect(
      text(Self.sweep()) == """
          programme.length of reform               60\u{A0}000 persons × 8 paired runs, 3.0 s
          Employed, year 9 since settlement
                       level          difference, pp
          baseline     60.0 % ±0.4
          12 months    60.0 % ±0.4       -
          24 months    61.0 % ±0.4    +1.0 ±0.4
          36 months    62.0 % ±0.4    +2.0 ±0.4
          ±: 95 %, Monte Carlo; does not cover parameters, structure · - exactly zero · differences are from
          baseline
        """)
    let norwegian = text(Self.sweep(), TextStyle(language: .nb))
    #expect(norwegian.contains("12 måneder    60,0 % ±0,4") && norwegian.contains("Sysselsatt, år 9 etter bosetting"))
  }

  @Test func groupsAreBlocks() {
    let lines = text(Self.sweep(by: ["sex"])).split(separator: "\n").map(String.init)
    #expect(lines.contains("  women") && lines.count { $0.hasPrefix("    36 months") } == 3)
  }

  @Test func twoLeversAreAMatrixForLevelsAndOneForDifferences() {
    let axes = [
      SweepAxis(lever: Self.length, numbers: [12, 24]), SweepAxis(lever: Self.involvement, numbers: [0.2, 0.4, 0.6]),
    ]
    let table = text(Self.sweep(axes))
    #expect(table.contains("  programme.length and nav.involvement of reform"))
    #expect(table.contains("  level: programme.length ↓ nav.involvement →\n              20 %     40 %     60 %"))
    #expect(table.contains("  24 months   +3.0 ±0.4   +4.0 ±0.4   +5.0 ±0.4"))
    #expect(!text(Self.sweep(axes, by: ["sex"])).contains("programme.length = "))
  }

  @Test(arguments: [40, 60, 80]) func tablesFitTheirWidth(_ width: Int) {
    let wide = SweepAxis(lever: Self.involvement, numbers: (0...20).map { Double($0) / 20 })
    let table = text(Self.sweep([SweepAxis(lever: Self.length, numbers: [12, 24]), wide]), TextStyle(width: width))
    #expect(table.split(separator: "\n").allSatisfy { $0.count <= width }, "\(table)")
    #expect(table.contains("more values: see --csv"))
  }

  // MARK: Pictures

  @Test(arguments: OutputLanguage.allCases) func aPictureHasAxesBandsWordsAndItsSource(_ language: OutputLanguage)
    throws
  {
    let plots = [
      PlotPlan(measure: Self.measure, path: "a.svg"), PlotPlan(measure: Self.measure, by: "sex", path: "b.svg"),
      PlotPlan(measure: Self.measure),
    ]
    let question = Self.sweep(plots: plots)
    let pictures = AnswerText(question, catalogue: Example.catalogue, style: TextStyle(language: language)).pictures
    #expect(pictures.map(\.path) == ["a.svg", "b.svg"])
    for (picture, lines) in zip(pictures, [1, 2]) {
      let reader = XMLReader()
      #expect(reader.read(picture.svg))
      // Three points a line, in both panels.
      #expect(reader.count("circle") == 6 * lines)
      #expect(picture.svg.components(separatedBy: "class=\"band").count == 2 * lines + 1)
      #expect(picture.svg.contains("viewBox=\"0 0 ") && !picture.svg.contains("http://www.w3.org/1999"))
      let words =
        language == .en
        ? [
          "Employed by programme length", "year 9 since settlement", "Programme length, months", "60\u{A0}000 persons",
          "seed 42", "Band: 95 %, Monte Carlo; does not cover parameters, structure", "no forecast",
        ]
        : ["Sysselsatt etter programlengde", "frø 42", "Bånd: 95 %"]
      for word in words { #expect(reader.text.contains(word), "\(word)") }
    }
    #expect(pictures[1].svg.contains(language == .en ? ">women<" : ">kvinner<"))
    #expect(text(question, TextStyle(language: language)).contains("●"))
  }

  @Test func aPictureOfOneRunHasNoBand() {
    let question = Self.sweep(plots: [PlotPlan(measure: Self.measure, path: "a.svg")], replicates: 1)
    let svg = AnswerText(question, catalogue: Example.catalogue, style: TextStyle()).pictures[0].svg
    #expect(!svg.contains("class=\"band") && svg.contains("One run gives no interval"))
  }

  @Test(arguments: [
    ([0.0, 1], 6), ([3, 3], 5), ([-0.5, 7], 5), ([99.2, 99.4], 5), ([], 6), ([0, 0], 5), ([-1e9, 1e9], 5),
  ])
  func axesHaveRoundTicksThatHoldTheValues(_ values: [Double], _ most: Int) {
    let scale = ChartScale(holding: values, start: 0, end: 100)
    #expect(scale.low <= values.min() ?? 0 && scale.high >= values.max() ?? 0)
    #expect((3...most + 3).contains(scale.ticks.count), "\(scale.ticks)")
    for value in values { #expect((-1e-6...100 + 1e-6).contains(scale.position(value))) }
  }

  @Test(arguments: [(0, "0"), (1.5, "1.50"), (-0.004, "0"), (-2.05, "-2.05"), (100, "100")] as [(Double, String)])
  func coordinatesHaveTwoDecimals(_ value: Double, _ written: String) { #expect(SVG.coordinate(value) == written) }

  // MARK: Solutions

  static func solved(
    _ status: Solution.Status, from: Solution.Edge? = nil, to: Solution.Edge? = nil, nearest: Double? = nil,
    remark: Label? = nil
  ) -> AnsweredQuestion {
    let goal = ExpectationPlan(
      outcome: "employed", year: 9, frame: QuestionFrame(.settlement), term: .difference(reform, baseline), lower: 0.02,
      upper: nil, unit: .points, text: "solve x so that employed in year 9: reform - baseline at least 2 pp",
      place: Place(file: "x.policy", line: 4, column: 1))
    let plan = SolvePlan(scenario: reform, lever: length, low: 12, high: 48, goal: goal)
    let points = [12.0, 24, 29, 30, 33, 36, 48].map { setting in
      let value = (setting - 12) / 1000
      return Solution.Point(
        setting: setting, estimate: Estimate(value: value, low: value - 0.003, high: value + 0.003),
        isOfGrid: ![29, 30, 33].contains(setting))
    }
    let solution = Solution(
      plan: plan, status: status, from: from, to: to, nearest: nearest, points: points, remark: remark)
    let result = ComparisonResult(
      plan: ComparisonPlan(scenarios: [baseline, reform], outcomes: ["employed"], clock: .settlement, years: [9]),
      rows: [], size: RunSize(persons: 60_000, replicates: 8), intervals: [.monteCarlo])
    return AnsweredQuestion(
      text: goal.text, place: goal.place, form: .solve(solution), result: result, seconds: 3)
  }

  static let found = solved(
    .found, from: Solution.Edge(setting: 30, low: 29, high: 33),
    to: Solution.Edge(setting: 48, low: 48, high: nil, isEndOfRange: true))

  @Test func aSolutionNamesItsLimitAndWhereThatCannotBeTold() {
    #expect(
      text(Self.found)
        == """
          programme.length of reform               60\u{A0}000 persons × 8 paired runs, 3.0 s
          employed in year 9: reform - baseline at least 2 pp
          The goal is met from 30 months to 48 months (the end of the range).
          At 30 months: difference +1.80 pp, 95 % interval 1.50 to 2.10, 8 runs. The limit lies somewhere
          from 29 months to 33 months; within these it cannot be told, because of the interval.
                       difference, pp
          12 months     0.0 ±0.3
          24 months    +1.2 ±0.3
          29 months    +1.7 ±0.3
          30 months    +1.8 ±0.3
          33 months    +2.1 ±0.3
          36 months    +2.4 ±0.3
          48 months    +3.6 ±0.3
          ±: 95 %, Monte Carlo; does not cover parameters, structure
        """)
  }

  @Test func openEndsAreSaid() {
    let open = text(
      Self.solved(
        .found, from: Solution.Edge(setting: 36, low: nil, high: nil),
        to: Solution.Edge(setting: 48, low: nil, high: nil, isEndOfRange: true)))
    #expect(open.replacing("\n  ", with: " ").contains("from below 12 months to above 48 months"))
  }

  @Test func otherAnswersSayWhatThereIs() {
    let nowhere = text(Self.solved(.nowhere, nearest: 48)).replacing("\n  ", with: " ")
    #expect(nowhere.contains("No setting from 12 months to 48 months meets the goal. The nearest is 48 months"))
    #expect(nowhere.contains("It is not ruled out: the interval reaches the goal at 29 months to 48 months."))
    #expect(text(Self.solved(.notMonotone)).contains("Not monotone: the outcome both rises and falls"))
    #expect(text(Self.solved(.notMonotone), TextStyle(language: .nb)).contains("Ikke entydig"))
    let undecided = Self.solved(.undecided, remark: Label(nb: "Nei.", en: "One run."))
    #expect(text(undecided).contains("  One run."))
  }

  // MARK: Data

  @Test func rowsSayWhereTheLeversWereMoved() throws {
    let axes = [
      SweepAxis(lever: Self.length, numbers: [12]), SweepAxis(lever: Self.involvement, numbers: [0.2, 0.4]),
    ]
    let file = FileResult(path: "x.policy", questions: [Self.sweep(axes), Self.found])
    let lines = ResultsCSV.text([file]).split(separator: "\n")
    #expect(
      lines[0].hasSuffix(
        ",replicates,lever,setting,lever_unit,lever_2,setting_2,lever_unit_2,part,effect,sampling_error,parameter,"
          + "parameter_value"))
    #expect(lines[1].contains(",employed,baseline,,,9,%,60.0,59.6,60.4,monte_carlo,8,,,,,,"))
    #expect(
      lines[5].hasSuffix(
        ",employed,reform,baseline,,9,pp,1.0,0.6,1.4,monte_carlo,8,programme.length,12.0,months,nav.involvement,40.0,%,,,,,"
      ))
    let solutions = try #require(ResultsCSV.solutions([file])).split(separator: "\n")
    #expect(solutions.count == 2)
    #expect(
      solutions[1].hasSuffix(
        ",found,programme.length,reform,months,30.0,29.0,33.0,48.0,48.0,,,employed,9,pp,2.0,,1.8,1.5,2.1,8"))
    #expect(ResultsCSV.solutions([Example.file([])]) == nil)

    let document = ResultsJSON.document([file], provenance: Provenance(tool: "t", engine: "1", data: "a", seed: 1))
      .text()
    let read = try #require(try JSONSerialization.jsonObject(with: Data(document.utf8)) as? [String: Any])
    let written = try #require((read["files"] as? [[String: Any]])?.first)
    let rows = try #require(written["results"] as? [[String: Any]])
    #expect(rows[0]["settings"] == nil && rows[0]["scenario"] as? String == "baseline")
    let settings = try #require(rows[4]["settings"] as? [[String: Any]])
    #expect(settings.map { $0["value"] as? Double } == [12, 40] && settings[1]["unit"] as? String == "%")
    let solution = try #require((written["solutions"] as? [[String: Any]])?.first)
    #expect(solution["status"] as? String == "found")
    #expect((solution["from"] as? [String: Any])?["high"] as? Double == 33)
    #expect((solution["to"] as? [String: Any])?["high"] is NSNull)
    #expect((solution["tried"] as? [Any])?.count == 7)
  }
}
