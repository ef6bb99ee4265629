import PolicyCore
import Testing

@testable import PolicySession

@Suite struct AssumptionTests {
  private func report(about name: String? = nil) throws -> (report: AssumptionReport, questions: [ComparisonPlan]) {
    var catalogue = Catalogue()
    catalogue.parameters = [
      EvidenceTests.parameter("idle", .assumed), EvidenceTests.parameter("small", .descriptive),
      EvidenceTests.parameter("large", .assumed), EvidenceTests.parameter("known", .estimated),
    ]
    catalogue.levers = [
      EvidenceTests.lever("l", through: ["small", "large", "known"]), EvidenceTests.lever("k", through: ["known"]),
    ]
    let engine = FakeEngine(
      parameters: ["small": 0.1, "large": 0.1], effects: ["l": { _, value in 0.1 * value("small") + value("large") }])
    let questioner = Questioner(fake: engine, catalogue: catalogue)
    let questions = AssumptionQuestions(catalogue, baseline: ScenarioPlan(name: "baseline"), about: name)
    return (try questioner.assumptions(questions), engine.questions)
  }

  @Test func theMostDecisiveComesFirstAndTheIdleLast() throws {
    let (report, questions) = try report()
    #expect(report.rows.map(\.parameter.name) == ["large", "small", "idle"])
    // One question for the levels and one for the lever with unknown links.
    #expect(questions.count == 2)
    #expect(questions.map { Set($0.scenarios.map(\.name)).count } == questions.map(\.scenarios.count))
    let probe = try #require(report.rows[0].probes.first)
    #expect(probe.lever == "l" && probe.value == .weights(80, 20))
    #expect(abs(probe.effect.atLow - 0.01) < 1e-9 && abs(probe.effect.change - 1) < 1e-9)
    #expect(abs(report.rows[1].largest - 0.1) < 1e-9)
    #expect(report.rows[2].largest == 0 && report.rows[2].probes.isEmpty)
    #expect(report.rows[2].levels.map(\.year) == [5, 9])
  }

  @Test func aNameAsksForAParameterOrAChain() throws {
    #expect(try report(about: "small").report.rows.map(\.parameter.name) == ["small"])
    #expect(try report(about: "l").report.rows.map(\.parameter.name) == ["large", "small"])
    #expect(try report(about: "known").report.rows.isEmpty)
    #expect(try report(about: "known").questions.isEmpty)
  }

  @Test func aProbeIsTheFartherEndOfTheDomain() {
    func lever(_ domain: LeverDomain, _ baseline: LeverValue) -> LeverDeclaration {
      var lever = EvidenceTests.lever("x", through: [])
      lever.domain = domain
      lever.baseline = baseline
      return lever
    }
    let months = LeverDomain.quantity(unit: .months, low: 12, high: 48)
    #expect(lever(months, .quantity(Quantity(24, .months))).probe == .quantity(Quantity(48, .months)))
    #expect(lever(months, .quantity(Quantity(40, .months))).probe == .quantity(Quantity(12, .months)))
    #expect(
      lever(.levelTarget(skill: .oral), .levelTarget(level: .b1, skill: .oral, share: 0.25)).probe
        == .levelTarget(level: .b1, skill: .oral, share: 0.5))
  }

  @Test func theRunsOfASetAndOfDrawsAreNotMixedUp() {
    let plan = ComparisonPlan(
      scenarios: [ScenarioPlan(name: "baseline")], outcomes: ["employed"], clock: .settlement, years: [9])
    var cautious = RunSize.quick
    cautious.assumptions = .cautious
    var drawn = RunSize.quick
    drawn.uncertainty = .parameters
    let keys = [RunSize.quick, cautious, drawn].map { AnswerCache.Key(plan: plan, size: $0, parameters: []) }
    #expect(Set(keys).count == 3)
  }

  @Test func moreRunsDoNotSettleWhatParametersLeaveOpen() {
    let plan = ExpectationPlan(
      outcome: "employed", year: 9, frame: QuestionFrame(.settlement), term: .level(ScenarioPlan(name: "baseline")),
      lower: 0.6, upper: nil, unit: .share, text: "", place: Place(file: "x", line: 1, column: 1))
    let estimate = Estimate(value: 0.65, low: 0.5, high: 0.8)
    let judgement = Judgement(estimate, plan: plan, replicates: 8, uncertainty: .parameters)
    #expect(judgement.status == .undecided && judgement.replicatesNeeded == nil && judgement.remark != nil)
    #expect(Judgement(estimate, plan: plan, replicates: 8).replicatesNeeded != nil)
  }

  @Test func setsAreDeclaredWithinTheRange() throws {
    var session = Session.sample()
    func declare(_ cautious: String) -> [SessionOutput] {
      session.evaluate(
        """
        external parameter p.q
          label nb "p" en "p"
          scale "share"
          value 0.5
          range 0 to 1
          cautious \(cautious)
          optimistic 0.7
          grade assumed
          reason "none"
        end
        """)
    }
    func errors(_ outputs: [SessionOutput]) -> [String] {
      outputs.flatMap { if case .diagnostics(let all) = $0 { all.map(\.id) } else { [String]() } }
    }
    #expect(errors(declare("2")) == ["out-of-range"])
    #expect(errors(declare("0.2")).isEmpty)
    let parameter = try #require(session.environment.catalogue.parameter("p.q"))
    #expect(AssumptionSet.allCases.map { parameter.value(in: $0) } == [0.2, 0.5, 0.7])
  }
}
