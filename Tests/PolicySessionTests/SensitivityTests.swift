import PolicyCore
import PolicyLang
import Stdlib
import Testing

@testable import PolicySession

@Suite struct SensitivityTests {
  static func parameter(_ name: String, _ low: Double, _ high: Double) -> MovedParameter {
    MovedParameter(name: name, slot: name, grade: .assumed, low: low, high: high)
  }

  static let reform = ScenarioPlan(
    name: "reform", base: "baseline",
    settings: [LeverSetting(slot: "programme.length", value: .quantity(Quantity(36, .months)))])

  static func plan(reference: ScenarioPlan? = ScenarioPlan(name: "baseline")) -> SensitivityPlan {
    SensitivityPlan(
      scenario: reform, reference: reference,
      parameters: [parameter("narrow", 0, 1), parameter("idle", 0, 1), parameter("wide", -2, 1)],
      measures: [Measure(outcome: "employed", year: 5)], frame: QuestionFrame(.settlement))
  }

  /// `narrow` moves both scenarios by a point; `wide` the reform alone by two points.
  static func engine() -> FakeEngine {
    FakeEngine(game: { scenario in
      let effect = scenario.settings.isEmpty ? 0 : 0.02 * (scenario.parameters["wide"] ?? 0)
      return 0.01 * (scenario.parameters["narrow"] ?? 0.5) + effect
    })
  }

  @Test func parametersStandByWidthAndThoseThatMoveNothingAreCounted() throws {
    let engine = Self.engine()
    let (sensitivity, result) = try Questioner(fake: engine).sensitivity(Self.plan())
    let tornado = try #require(sensitivity.tornadoes.first)
    // A parameter that moves both alike does not move their difference.
    #expect(tornado.bars.map(\.parameter.name) == ["wide"] && tornado.still == 2 && tornado.unit == .points)
    #expect(tornado.bars.map { ($0.atLow.value * 1000).rounded() } == [-40])
    #expect(tornado.bars.map { ($0.atHigh.value * 1000).rounded() } == [20])
    #expect(tornado.central.value == 0)
    #expect(sensitivity.simulated == 14 && engine.questions.map(\.scenarios.count) == [2, 13])
    #expect(Set(result.rows.map(\.scenario)) == ["baseline", "reform"])
  }

  @Test func withoutAReferenceTheLevelIsMoved() throws {
    let (sensitivity, _) = try Questioner(fake: Self.engine()).sensitivity(Self.plan(reference: nil))
    let tornado = try #require(sensitivity.tornadoes.first)
    #expect(tornado.bars.map(\.parameter.name) == ["wide", "narrow"] && tornado.still == 1 && tornado.unit == .share)
    #expect((tornado.central.value * 1000).rounded() == 505)
  }

  @Test func whatTheModelRefusesIsNamedAndTheRestIsMoved() throws {
    let engine = FakeEngine(
      game: { $0.parameters["wide"] ?? 0 }, refuses: { $0.parameters["idle"] == 1 })
    let (sensitivity, result) = try Questioner(fake: engine).sensitivity(Self.plan(reference: nil))
    #expect(sensitivity.tornadoes.first?.bars.map(\.parameter.name) == ["wide"])
    #expect(sensitivity.tornadoes.first?.still == 1)
    #expect(result.notes.contains { $0.en.hasSuffix("at one end: idle.") })
    // What fails as it stands is no answer.
    let broken = FakeEngine(refuses: { _ in true })
    #expect(throws: EngineFailure.self) { try Questioner(fake: broken).sensitivity(Self.plan()) }
  }

  @Test func endsAreThoseOfWhatIsKnown() {
    func declared(_ grade: EvidenceGrade, error: Double?) -> ParameterDeclaration {
      ParameterDeclaration(
        name: "p", slot: "p", label: Label(nb: "", en: ""), documentation: "", scale: "", value: 0.9, low: 0, high: 1,
        standardError: error, neutral: nil, grade: grade, reason: "", citations: [])
    }
    func ends(_ grade: EvidenceGrade, _ error: Double?, _ scope: SensitivityScope) -> [Double]? {
      MovedParameter(declared(grade, error: error), in: scope).map { [$0.low, $0.high] }
    }
    #expect(ends(.assumed, nil, .assumptions) == [0, 1] && ends(.external, nil, .parameters) == [0, 1])
    #expect(ends(.fitted, 0.25, .assumptions) == nil && ends(.rule, 0.25, .parameters) == nil)
    // Two standard errors either way, within the declared range.
    #expect(ends(.fitted, 0.25, .parameters) == [0.4, 1] && ends(.estimated, nil, .parameters) == nil)
  }

  /// On the engine that ships: an end is what one would get by assuming it in both scenarios, to the bit.
  @Test func anEndIsTheComparisonUnderThatAssumption() throws {
    let size = RunSize(persons: 1_000, replicates: 2, threads: 2)
    func ask(_ text: String) throws -> AnsweredQuestion {
      var session = try Session(library: Stdlib.text, size: size)
      session.gradesDifferences = false
      guard case .answer(let answer) = session.evaluate("use introduction_programme\n" + text).last else {
        throw EngineFailure(Label(nb: "", en: text))
      }
      return answer
    }
    let asked = try ask(
      "scenario longer from baseline\n  programme.length = 36 months\nend\nsensitivity longer in year 5 show employed")
    guard case .sensitivity(let sensitivity) = asked.form else { return }
    let tornado = try #require(sensitivity.tornadoes.first)
    #expect(tornado.bars.map(\.width) == tornado.bars.map(\.width).sorted(by: >))
    #expect(tornado.bars.count + tornado.still == sensitivity.plan.parameters.count && tornado.still > 20)
    let bar = try #require(tornado.bars.first { $0.parameter.name == "programme.lock_in" })
    let written = try ask(
      """
      scenario today from baseline
        assume programme.lock_in = \(bar.parameter.low)
      end
      scenario longer from today
        programme.length = 36 months
      end
      compare today, longer in year 5 show employed
      """)
    let row = try #require(written.result.rows.first { $0.base != nil })
    #expect(row.estimate == bar.atLow)
  }
}
