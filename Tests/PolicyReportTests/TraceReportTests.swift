import PolicyCore
import Testing

@testable import PolicyReport

/// Lives as tables and data, on made-up events.
@Suite struct TraceReportTests {
  private static func month(_ text: (Int, Int)) -> Month { Month(year: text.0, month: text.1) }

  static func trace(_ reason: Parting.Reason?, isOfMicrodata: Bool = false) -> LifeTrace {
    func life(_ scenario: String, _ last: LifeEvent) -> TracedLife {
      TracedLife(
        scenario: scenario,
        events: [
          LifeEvent(month: month((2012, 3)), kind: .enters(.outOfWork, after: nil)), last,
          LifeEvent(month: month((2014, 3)), kind: .leaves(.endOfTrace)),
        ],
        years: [
          LifeYear(year: 2012, labourIncome: 120_400, assistanceMonths: 3, benefits: 20_000, publicCost: -10_000)
        ])
    }
    let chance = LifeChance(
      kind: .jobStart, month: month((2013, 5)), probability: 0.041, drawn: 0.038, happens: true)
    let setting = ReachedSetting(
      name: "programme.length", read: month((2012, 5)), readAt: .programmeStart, values: ["24 months", "36 months"],
      conditions: [nil, .years(attribute: "age", low: nil, high: 29)])
    return LifeTrace(
      plan: TracePlan(
        person: .number(7), scenarios: [ScenarioPlan(name: "baseline"), ScenarioPlan(name: "reform")], replicate: 2),
      person: 7, facts: ["sex": "woman"], birth: month((1990, 2)), arrival: month((2012, 3)),
      lives: [
        life(
          "baseline", LifeEvent(month: month((2013, 5)), kind: .enters(.employed, after: .outOfWork), chance: chance)),
        life("reform", LifeEvent(month: month((2013, 9)), kind: .startsMeasure("amo_course"))),
      ],
      parting: reason.map { Parting(month: month((2013, 5)), reason: $0, settings: [setting]) },
      withoutEffect: reason == nil ? [setting] : [], isOfMicrodata: isOfMicrodata)
  }

  static func question(_ trace: LifeTrace) -> AnsweredQuestion {
    AnsweredQuestion(
      text: "trace person 7 under baseline, reform", place: Place(file: "x.policy", line: 4, column: 1),
      form: .trace(trace),
      result: ComparisonResult(
        plan: ComparisonPlan(scenarios: trace.plan.scenarios, outcomes: [], clock: .calendar, years: []), rows: [],
        size: RunSize(persons: 60_000, replicates: 1), intervals: []), seconds: 0.2)
  }

  func text(_ trace: LifeTrace, _ style: TextStyle = TextStyle()) -> String {
    AnswerText(Self.question(trace), catalogue: Example.catalogue, style: style).text
  }

  private static let chance = Parting.Reason.chance(.jobStart, drawn: 0.038, probabilities: [0.041, 0.036])

  @Test func livesStandSideBySideAndSayWhatDecided() {
    let lines = text(Self.trace(Self.chance)).split(separator: "\n").map(String.init)
    #expect(lines[0].hasPrefix("  Person 7") && lines[0].hasSuffix("run 2, 60 000 persons, 0.2 s".withBlanks))
    #expect(lines.contains { $0.split(separator: " ").last == "=" && $0.hasPrefix("  2012-03") })
    #expect(lines.contains { $0.hasPrefix("> 2013-05   a job, found without NAV") })
    let words = lines.joined(separator: " ").split(separator: " ").joined(separator: " ")
    #expect(words.contains("The lives part in 2013-05. The draw that decided was about a job without NAV: "))
    #expect(words.contains("p = 4.1 % under baseline, p = 3.6 % under reform; drawn 3.8 %."))
    #expect(words.contains("programme.length 24 months → 36 months for persons where age <= 29 (read "))
    #expect(words.contains("not an estimate of anything"))
  }

  @Test func sameLivesSayWhatReachedThemWithoutEffect() {
    let words = text(Self.trace(nil), TextStyle(language: .nb)).split(whereSeparator: \.isWhitespace).joined(
      separator: " ")
    #expect(words.contains("De to livene er like"))
    #expect(words.contains("uten å endre hva personen gjorde: programme.length 24 months → 36 months"))
  }

  @Test func everyWordOfALifeHasBothLanguages() {
    let labels =
      LifeState.allCases.flatMap { state in ([nil] + LifeState.allCases.map { $0 }).map { state.inWords(after: $0) } }
      + LifeChance.Kind.allCases.map(\.inWords) + LifeEvent.Leaving.allCases.map(\.inWords)
    #expect(labels.allSatisfy { !$0.nb.isEmpty && !$0.en.isEmpty })
  }

  @Test func narrowColumnsBreakAtBlanks() {
    let columns = TextColumns(
      headers: ["a", "b"], rows: [.init(label: "2012-03", cells: ["one two three four five six seven", "="])])
    let lines = columns.lines(TextStyle(width: 40))
    #expect(lines.count > 2 && lines.allSatisfy { $0.count <= 40 })
    #expect(columns.lines(TextStyle().asMarkdown)[2] == "| 2012-03 | one two three four five six seven | = |")
  }

  @Test func dataNameWhatHappened() {
    let file = FileResult(path: "x.policy", questions: [Self.question(Self.trace(Self.chance))])
    let csv = ResultsCSV.traces([file]) ?? ""
    #expect(csv.hasPrefix("file,question,person,replicate,scenario,time,what,value,chance,probability,drawn,parts\n"))
    #expect(csv.contains(",7,2,baseline,2013-05,state,employed,job_start,0.041,0.038,yes\n"))
    #expect(csv.contains(",7,2,reform,2013-09,measure_starts,amo_course,,,,\n"))
    #expect(csv.contains(",7,2,baseline,2012,labour_income,120400.0,,,,\n"))
    let json = ResultsJSON.file(file).text()
    #expect(json.contains("\"probabilities\": [0.041, 0.036]") && json.contains("\"reason\": \"chance\""))
  }

  @Test func ownMicrodataAreInNoFile() {
    let file = FileResult(
      path: "x.policy", questions: [Self.question(Self.trace(Self.chance, isOfMicrodata: true))])
    #expect(ResultsCSV.traces([file])?.split(separator: "\n").count == 1)
    let json = ResultsJSON.file(file).text()
    #expect(json.contains("\"suppressed\": true") && !json.contains("2013-05") && !json.contains("woman"))
  }
}

extension String {
  /// Thousands are grouped by blanks that do not break.
  fileprivate var withBlanks: String { replacing("60 000", with: "60\u{A0}000") }
}
