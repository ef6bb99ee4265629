import PolicyCore
import Testing

@testable import Simulator

@Suite("Engine")
struct EngineTests {
  @Test("one thread, two, three and seven give the same bits")
  func threads() throws {
    let engine = try TestEngine.make()
    let reform = TestEngine.scenario("long", [(.programmeLength, .quantity(Quantity(36, .months)))])
    let results = try [1, 2, 3, 7].map { threads in
      try TestEngine.answer(
        [TestEngine.baseline, reform], by: [.sex],
        size: RunSize(persons: 20_000, replicates: 3, seed: 5, threads: threads), engine: engine
      ).rows
    }
    #expect(results.allSatisfy { $0 == results[0] })
    #expect(results[0].contains { ($0.estimate?.value ?? 0) != 0 && $0.base != nil })
  }

  @Test("a second run gives the same, another seed something else within the intervals' reach")
  func seeds() throws {
    func rows(_ seed: UInt64) throws -> [ResultRow] {
      try TestEngine.answer(
        [TestEngine.baseline], size: RunSize(persons: 60_000, replicates: 6, seed: seed, threads: 2)
      ).rows
    }
    let first = try rows(1)
    #expect(try rows(1) == first)
    let second = try rows(2)
    #expect(second != first)
    for (a, b) in zip(first, second) {
      let (left, right) = (try #require(a.estimate), try #require(b.estimate))
      #expect(try #require(left.low) <= #require(right.high) && #require(right.low) <= #require(left.high))
    }
  }

  @Test("every present person is in exactly one state, and groups sum to all")
  func states() throws {
    let outcomes: [OutcomeSlot] = [
      .employed, .inEducation, .jobSeeker, .reducedCapacity, .inProgramme, .inKVP, .inJobbsjansen, .disability,
    ]
    let result = try TestEngine.answer([TestEngine.baseline], outcomes: outcomes, years: [1, 4, 8], by: [.sex])
    for year in [1, 4, 8] {
      let all = result.rows.filter { $0.year == year && $0.group.isEmpty }
      let shares = all.reduce(0) { $0 + ($1.estimate?.value ?? 0) }
      #expect(shares < 1 && shares > 0.3)
      let groups = result.rows.filter { $0.year == year && !$0.group.isEmpty && $0.outcome == "employed" }
      let persons = groups.reduce(0) { $0 + $1.persons }
      #expect(abs(persons - all[0].persons) < 1e-6)
      let weighted = groups.reduce(0) { $0 + $1.persons * ($1.estimate?.value ?? 0) } / persons
      let employed = try #require(all.first { $0.outcome == "employed" }?.estimate?.value)
      #expect(abs(weighted - employed) < 0.002)
    }
  }

  @Test("a dated lever changes nobody who entered before, to the person")
  func datedLevers() throws {
    var reform = TestEngine.baseline
    reform.name = "later"
    reform.settings.append(
      LeverSetting(
        slot: LeverSlot.programmeLength.rawValue, value: .quantity(Quantity(48, .months)),
        from: Month(year: 2016, month: 1)))
    let early = try TestEngine.answer(
      [TestEngine.baseline, reform], cohorts: CohortRange(firstYear: 2008, lastYear: 2012))
    #expect(TestEngine.differences(early).allSatisfy { $0 == 0 })
    let late = try TestEngine.answer(
      [TestEngine.baseline, reform], years: [3], cohorts: CohortRange(firstYear: 2016, lastYear: 2017))
    #expect(TestEngine.differences(late).allSatisfy { $0 != 0 })
  }

  @Test("years beyond the simulation are unknown, never a smaller denominator")
  func notFollowed() throws {
    let result = try TestEngine.answer(
      [TestEngine.baseline], years: [3, 40], cohorts: CohortRange(firstYear: 2015, lastYear: 2018),
      size: RunSize(persons: 8000, replicates: 1, seed: 1, threads: 1))
    #expect(result.rows.first { $0.year == 3 }?.estimate != nil)
    #expect(result.rows.first { $0.year == 40 }.map { $0.estimate == nil } == true)
  }

  @Test("one replicate has no interval; several have one that covers zero error when nothing differs")
  func intervals() throws {
    let one = try TestEngine.answer(
      [TestEngine.baseline], size: RunSize(persons: 8000, replicates: 1, seed: 1, threads: 1))
    #expect(one.rows.allSatisfy { $0.estimate?.low == nil })
    let hand = Estimate(replicates: [0.50, 0.52, 0.54, 0.56])
    // Mean 0.53, s = 0.025820, half-width 3.1824 · s / 2 = 0.041084.
    #expect(abs(hand.value - 0.53) < 1e-12)
    #expect(abs((hand.high ?? 0) - 0.571084) < 1e-5)
  }

  @Test("unknown words are errors, never ignored")
  func unknownWords() throws {
    let engine = try TestEngine.make()
    #expect(throws: EngineFailure.self) {
      try TestEngine.answer(
        [TestEngine.scenario("x", parameters: [:])].map {
          var plan = $0
          plan.settings.append(LeverSetting(slot: "no.such", value: .weights(60, 40)))
          return plan
        }, engine: engine)
    }
    #expect(throws: EngineFailure.self) {
      try TestEngine.answer([ScenarioPlan(name: "x", parameters: ["no.such": 1])], engine: engine)
    }
  }

  @Test("a cancelled run throws and gives nothing")
  func cancellation() throws {
    let engine = try TestEngine.make()
    let cancellation = Cancellation()
    cancellation.cancel()
    #expect(throws: Cancelled.self) {
      try engine.answer(
        ComparisonPlan(scenarios: [TestEngine.baseline], outcomes: ["employed"], clock: .settlement, years: [5]),
        size: RunSize(persons: 8000, replicates: 4), cancellation: cancellation, progress: { _ in })
    }
  }
}
