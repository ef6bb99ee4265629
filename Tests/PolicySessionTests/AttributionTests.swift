import PolicyCore
import PolicyLang
import Stdlib
import Synchronization
import Testing

@testable import PolicySession

@Suite struct AttributionTests {
  static let slots = ["left", "right", "other_right", "idle", "a", "b", "c", "d", "e", "f", "g", "h"]

  static func plan(_ parts: Int, by: [String] = [], year: Int = 5) -> AttributionPlan {
    let settings = slots.prefix(parts).map { LeverSetting(slot: $0, value: .quantity(Quantity(1, .months))) }
    return AttributionPlan(
      scenario: ScenarioPlan(name: "reform", base: "baseline", settings: settings),
      reference: ScenarioPlan(name: "baseline"), parts: slots.prefix(parts).map { ReformPart([.lever($0)]) },
      lines: settings.enumerated().map { .init($1, part: $0) },
      measures: [Measure(outcome: "employed", year: year)], frame: QuestionFrame(.settlement, by: by))
  }

  /// A left glove and one of two right ones are worth three points; the rest is worth nothing.
  static func engine(lastYear: Int = 9) -> FakeEngine {
    FakeEngine(
      lastYear: lastYear,
      game: { scenario in
        let slots = Set(scenario.settings.map(\.slot))
        return slots.contains("left") && !slots.isDisjoint(with: ["right", "other_right"]) ? 0.03 : 0
      })
  }

  @Test func theGloveGameIsDivided() throws {
    let engine = Self.engine()
    let (attribution, result) = try Questioner(fake: engine).attribute(Self.plan(4), withEvidence: false)
    #expect(attribution.method == .exact && attribution.simulated == 16)
    let division = try #require(attribution.divisions.first)
    func rounded(_ estimates: [Estimate]) -> [Double] { estimates.map { ($0.value * 10_000).rounded() } }
    #expect(rounded(division.shares.map(\.share)) == [200, 50, 50, 0])
    #expect(rounded(division.shares.map(\.alone)) == [0, 0, 0, 0])
    #expect(rounded(division.shares.map(\.last)) == [300, 0, 0, 0])
    #expect(rounded([division.interactionAlone, division.interactionLast]) == [300, 0])
    #expect(division.shares[3].share == Estimate(value: 0, low: 0, high: 0))
    #expect(division.shares.allSatisfy { $0.samplingError == nil })
    // What was asked about is kept, what it took is not.
    #expect(Set(result.rows.map(\.scenario)) == ["baseline", "reform"] && result.rows.count == 3)
    #expect(result.plan.scenarios.map(\.name) == ["baseline", "reform"])
    #expect(engine.questions.map(\.scenarios.count) == [13, 4])
  }

  @Test func groupsAreDividedEach() throws {
    let (attribution, _) = try Questioner(fake: Self.engine()).attribute(Self.plan(3, by: ["sex"]), withEvidence: false)
    #expect(attribution.divisions.map(\.group) == [[:], ["sex": "man"], ["sex": "woman"]])
  }

  @Test func whatIsNotFollowedIsNotDivided() throws {
    let (attribution, result) = try Questioner(fake: Self.engine(lastYear: 3))
      .attribute(Self.plan(3), withEvidence: false)
    #expect(attribution.divisions.isEmpty && result.rows.count == 3)
  }

  @Test func whatAComparisonKnowsIsNotSimulatedAgain() throws {
    let engine = Self.engine()
    let questioner = Questioner(fake: engine)
    let plan = Self.plan(2)
    _ = try questioner.answer(plan.question([plan.everything]))
    _ = try questioner.attribute(plan, withEvidence: false)
    #expect(engine.questions.last?.scenarios.count == 3)
  }

  @Test func manyPartsAreSimulatedForFewerPersonsAndSayWhatTheyCost() throws {
    let seen = Mutex<[RunProgress]>([])
    var questioner = Questioner(fake: Self.engine())
    questioner.size = .quick
    questioner.progress = { progress in seen.withLock { $0.append(progress) } }
    let (attribution, result) = try questioner.attribute(Self.plan(6), withEvidence: false)
    #expect(result.size.persons == 30_000 && attribution.simulated == 64)
    #expect(result.notes.contains { $0.en.contains("instead of 60 000") })
    let progress = seen.withLock { $0 }
    #expect(progress.first == RunProgress(fraction: 0, scenarios: 64))
    #expect(progress.allSatisfy { $0.scenarios == 64 } && progress.last?.fraction == 1)
    #expect(progress.map(\.fraction) == progress.map(\.fraction).sorted())
    let (_, few) = try questioner.attribute(Self.plan(5), withEvidence: false)
    #expect(few.size == .quick)
  }

  @Test func moreThanTenPartsAreSampled() throws {
    let (attribution, _) = try Questioner(fake: Self.engine()).attribute(Self.plan(12), withEvidence: false)
    #expect(attribution.method == .sampled(orders: 90))
    let division = try #require(attribution.divisions.first)
    #expect(abs(division.shares.reduce(0) { $0 + $1.share.value } - 0.03) < 1e-12)
    for (share, known) in zip(division.shares, [0.02, 0.005, 0.005]) {
      let error = try #require(share.samplingError)
      #expect(error > 0 && abs(share.share.value - known) < 2 * error)
    }
    #expect(division.shares[3...].allSatisfy { $0.share == Estimate(value: 0, low: 0, high: 0) })
    #expect(division.shares[3...].allSatisfy { $0.samplingError == 0 })
  }

  @Test func aStoppedAttributionIsDroppedWhole() {
    let questioner = Questioner(fake: Self.engine())
    var stopping = questioner
    stopping.progress = { _ in questioner.cancellation.cancel() }
    #expect(throws: Cancelled.self) { try stopping.attribute(Self.plan(3), withEvidence: false) }
  }

  @Test func attributionsAreAnsweredInSessionsAndFilesAndLeftOutOfTests() throws {
    let text = """
      language 1
      use introduction_programme
      scenario reform from baseline
        programme.length = 36 months
        assume programme.content_effect = 0.003
      end
      attribute reform over 9 years show employed, in_education in year 5

      """
    let session = Session.sample()
    let result = try session.run(SourceFile(name: "x.policy", text: text))
    guard case .attribute(let attribution) = result.questions.first?.form else {
      Issue.record("\(result)")
      return
    }
    #expect(attribution.plan.parts.map(\.description) == ["programme.length", "assume programme.content_effect"])
    #expect(attribution.divisions.map(\.measure.year) == [9, 5])
    // Twelve months at a net 0.001 and, only together, 0.001 more.
    let shares = attribution.divisions[0].shares
    #expect(shares.map { ($0.share.value * 10_000).rounded() } == [180, 60])
    #expect(shares.map { ($0.alone.value * 10_000).rounded() } == [120, 0])
    #expect(result.questions.first?.result.evidence["reform"]?.isEmpty == false)
    #expect(try session.test(SourceFile(name: "x.policy", text: text)).questions.isEmpty)
  }

  /// On the engine that ships: shares add up to what a comparison says, and what does nothing has none to the bit.
  @Test(arguments: [RunUncertainty.monteCarlo, .parameters])
  func sharesAddUpToTheComparison(uncertainty: RunUncertainty) throws {
    var size = RunSize(persons: 2_000, replicates: 3, threads: 2)
    size.uncertainty = uncertainty
    let reform = """
      use introduction_programme
      scenario reform from baseline
        programme.length = 36 months
        nav.involvement = 60 %
        seeker.places = 150 % from 2044
        rule young for persons where age < 30
          programme.length = 30 months
        end
        assume programme.lock_in = 0.3
      end
      """
    func ask(_ question: String) throws -> AnsweredQuestion {
      var session = try Session(library: Stdlib.text, size: size)
      session.gradesDifferences = false
      guard case .answer(let answer) = session.evaluate(reform + "\n" + question).last else {
        throw EngineFailure(Label(nb: "", en: "\(session.evaluate(reform + "\n" + question))"))
      }
      return answer
    }
    let divided = try ask("attribute reform over 5 years by sex show employed, public_cost")
    let compared = try ask("compare baseline, reform over 5 years by sex show employed, public_cost")
    guard case .attribute(let attribution) = divided.form else { return }
    #expect(attribution.plan.parts.count == 5 && attribution.divisions.count == 6)
    for division in attribution.divisions {
      let whole = try #require(
        compared.result.rows.first { row in
          row.base != nil && row.outcome == division.measure.outcome && row.year == 5 && row.group == division.group
        })
      #expect(divided.result.rows.contains(whole))
      let value = try #require(whole.estimate?.value)
      #expect(value != 0)
      let sum = division.shares.reduce(0) { $0 + $1.share.value }
      #expect(abs(sum - value) <= 1e-12 * max(1, abs(value)))
      let alone = division.shares.reduce(division.interactionAlone.value) { $0 + $1.alone.value }
      #expect(abs(alone - value) <= 1e-12 * max(1, abs(value)))
      let idle = try #require(attribution.plan.parts.firstIndex { $0.description == "seeker.places" })
      #expect(division.shares[idle].share == Estimate(value: 0, low: 0, high: 0))
      #expect(division.shares[idle].last == Estimate(value: 0, low: 0, high: 0))
    }
  }
}
