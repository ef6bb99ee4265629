import PolicyCore
import Testing

@testable import PolicySession

@Suite struct EvidenceTests {
  static func parameter(_ name: String, _ grade: EvidenceGrade, neutral: Double? = 0) -> ParameterDeclaration {
    ParameterDeclaration(
      name: name, slot: name, label: Label(nb: name, en: name), documentation: "", scale: "", value: 0.1, low: 0,
      high: 1, standardError: nil, neutral: neutral, grade: grade, reason: "", citations: [])
  }

  static func lever(_ name: String, through mechanism: [String]) -> LeverDeclaration {
    LeverDeclaration(
      name: name, slot: name, label: Label(nb: name, en: name), documentation: "", domain: .weights,
      baseline: .weights(0, 100), readAt: .monthly, reach: .everyone, mechanism: mechanism, acts: Label(nb: "", en: ""),
      citations: [])
  }

  func shares(
    _ parameters: [ParameterDeclaration], _ effect: @escaping FakeEngine.Effect
  ) throws -> (shares: [EvidenceShare], runs: Int) {
    var catalogue = Catalogue()
    catalogue.parameters = parameters
    catalogue.levers = [Self.lever("l", through: parameters.map(\.name))]
    let values = Dictionary(uniqueKeysWithValues: parameters.map { ($0.slot, $0.value) })
    let engine = FakeEngine(parameters: values, effects: ["l": effect])
    let reform = ScenarioPlan(name: "reform", settings: [LeverSetting(slot: "l", value: .weights(60, 40))])
    let plan = ComparisonPlan(
      scenarios: [ScenarioPlan(name: "baseline"), reform], outcomes: ["employed"], clock: .settlement, years: [3, 9])
    let result = try Questioner(fake: engine, catalogue: catalogue).compare(plan, withEvidence: true)
    return (result.evidence["reform"] ?? [], engine.questions.count)
  }

  @Test func parallelChainsDivideByWhatEachGives() throws {
    let found = try shares([Self.parameter("a", .assumed), Self.parameter("e", .estimated)]) { _, value in
      3 * value("a") + value("e")
    }
    #expect(found.shares.map(\.grade) == [.estimated, .assumed])
    #expect(abs(found.shares[0].share - 0.25) < 1e-9)
    #expect(abs(found.shares[1].share - 0.75) < 1e-9)
    #expect(found.shares[1].parameters == ["a"])
    #expect(found.runs == 2)
  }

  @Test func aChainInSeriesIsAsGoodAsItsWeakestLink() throws {
    let found = try shares([Self.parameter("a", .assumed), Self.parameter("e", .estimated)]) { _, value in
      10 * value("a") * value("e")
    }
    #expect(found.shares.map { ($0.share * 1e9).rounded() / 1e9 } == [0, 1])
  }

  @Test func oneGradeCostsNoRun() throws {
    let found = try shares([Self.parameter("a", .assumed), Self.parameter("b", .assumed)]) { _, value in value("a") }
    #expect(found.shares == [EvidenceShare(grade: .assumed, share: 1, parameters: ["a", "b"])])
    #expect(found.runs == 1)
  }

  @Test func whatCannotBeNeutralKeepsItsOwnShare() throws {
    let found = try shares([Self.parameter("f", .fitted, neutral: nil), Self.parameter("e", .estimated)]) { _, value in
      value("f") + value("e")
    }
    #expect(found.shares.map(\.grade) == [.estimated, .fitted])
    #expect(found.shares.allSatisfy { abs($0.share - 0.5) < 1e-9 })
  }

  @Test func aDifferenceWithinItsErrorIsNotDivided() throws {
    let parameters = [Self.parameter("a", .assumed), Self.parameter("e", .estimated)]
    let found = try shares(parameters) { _, value in 0.01 * (value("a") + value("e")) }
    #expect(found.shares.isEmpty)
    #expect(found.runs == 1)
    // One grade needs no division: it is an assumption, however small.
    let assumed = try shares([Self.parameter("a", .assumed)]) { _, value in 0.01 * value("a") }
    #expect(assumed.shares.map(\.share) == [1])
  }

  @Test func noDifferenceIsNotDivided() throws {
    let found = try shares([Self.parameter("a", .assumed), Self.parameter("e", .estimated)]) { _, _ in 0 }
    #expect(found.shares.isEmpty)
    #expect(found.runs == 1)
  }

  @Test func aMovedClockIsRemarked() {
    let reform = ScenarioPlan(name: "reform", settings: [LeverSetting(slot: "l", value: .weights(60, 40))])
    var plan = ComparisonPlan(
      scenarios: [ScenarioPlan(name: "baseline"), reform], outcomes: ["employed"], clock: .programmeExit, years: [1])
    var catalogue = Catalogue()
    #expect(Questioner.movedClockNote(plan, catalogue)?.en.contains("since settlement") == true)
    plan.clock = .settlement
    #expect(Questioner.movedClockNote(plan, catalogue) == nil)
    catalogue.levers = [
      LeverDeclaration(
        name: "l", slot: "l", label: Label(nb: "l", en: "l"), documentation: "", domain: .weights,
        baseline: .weights(0, 100), readAt: .settlement, reach: .newEntrants, mechanism: [],
        acts: Label(nb: "", en: ""), citations: [], movesSettlement: true)
    ]
    let note = Questioner.movedClockNote(plan, catalogue)?.en
    #expect(note?.contains("`l` can move") == true && note?.contains("since arrival") == true)
    plan.clock = .programmeExit
    #expect(Questioner.movedClockNote(plan, catalogue)?.nb.contains("since arrival") == true)
    plan.clock = .arrival
    #expect(Questioner.movedClockNote(plan, catalogue) == nil)
    plan = ComparisonPlan(scenarios: [reform], outcomes: ["employed"], clock: .programmeExit, years: [1])
    #expect(Questioner.movedClockNote(plan, catalogue) == nil)
  }
}
