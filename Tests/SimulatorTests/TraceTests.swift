import PolicyCore
import Testing

@testable import Simulator

/// A traced life is a life of the run.
@Suite("Traces")
struct TraceTests {
  private static let size = RunSize(persons: 1_500, replicates: 2, seed: 11, threads: 1)

  private static let longer = TestEngine.scenario(
    "longer", [(.programmeLength, .quantity(Quantity(36, .months)))])
  /// Levers that are read at every point of a life.
  private static let everything = TestEngine.scenario(
    "everything",
    [
      (.programmeLength, .quantity(Quantity(30, .months))), (.navInvolvement, .quantity(Quantity(0.6, .share))),
      (.seekerPlaces, .quantity(Quantity(2, .share))), (.kvpOffer, .quantity(Quantity(0.9, .share))),
      (.settlementWithin12Months, .quantity(Quantity(0.98, .share))),
      (.economyUnemployment, .quantity(Quantity(0.02, .share))),
      (.norwegianTarget, .levelTarget(level: .b1, skill: .oral, share: 0.7)),
    ])

  private func search(
    _ scenarios: [ScenarioPlan], _ person: TracedPerson = .number(0), replicate: Int = 1, years: Int = 40
  ) throws -> TraceSearch {
    let engine = try TestEngine.make()
    let run = try ComparisonRun(
      ComparisonRun.traceQuestion(scenarios), size: Self.size,
      population: try engine.population(persons: Self.size.persons), lowering: engine.lowering, clocks: engine.clocks)
    return TraceSearch(
      TracePlan(person: person, scenarios: scenarios, replicate: replicate, years: years), run: run,
      catalogue: engine.lowering.catalogue)
  }

  private func trace(
    _ scenarios: [ScenarioPlan], _ person: TracedPerson, replicate: Int = 1, years: Int = 40
  ) throws -> LifeTrace {
    try search(scenarios, person, replicate: replicate, years: years)
      .trace(cancellation: Cancellation(), progress: { _ in })
  }

  @Test("what the traced lives add up to is what the run counts, to the bit")
  func sums() throws {
    let scenarios = [TestEngine.baseline, Self.everything]
    let search = try search(scenarios, replicate: 2)
    let run = search.run
    let all = try run.sums(cancellation: Cancellation(), progress: { _ in })
    for replicate in all.indices {
      let lives = ComparisonRun.Lives(run, replicate: replicate)
      let settled = Settled(run.settlement, scenarios: lives.scenarios, key: lives.key)
      var sums = scenarios.map { _ in
        ComparisonRun.Sums(
          counts: all[replicate][0].counts.map { _ in 0 }, values: all[replicate][0].values.map { _ in 0 })
      }
      for person in run.persons {
        for (scenario, tracer) in run.trace(person, lives, settled).enumerated() {
          sums[scenario].add(ComparisonRun.Sums(counts: tracer.counter.counts, values: tracer.counter.sums))
        }
      }
      for scenario in scenarios.indices {
        #expect(sums[scenario].counts == all[replicate][scenario].counts)
        #expect(sums[scenario].values == all[replicate][scenario].values)
      }
      #expect(all[replicate][0].values != all[replicate][1].values)
    }
  }

  @Test("where a draw is said to decide, it lies between the two probabilities, and other lives part for a reason")
  func reasons() throws {
    var kinds: Set<String> = []
    let search = try search([TestEngine.baseline, Self.everything])
    for person in 0..<1_000 {
      guard let trace = try? search.trace(person) else { continue }
      guard let parting = trace.parting else {
        #expect(
          trace.lives[0].events.map(\.kind).filter(\.isDone) == trace.lives[1].events.map(\.kind).filter(\.isDone))
        #expect(trace.lives[0].years.map(\.labourIncome) == trace.lives[1].years.map(\.labourIncome))
        continue
      }
      #expect(!parting.settings.isEmpty, "person \(person): \(parting)")
      switch parting.reason {
      case .chance(let kind, let drawn, let probabilities):
        kinds.insert(kind.rawValue)
        let known = probabilities.compactMap { $0 }
        #expect(known.contains { drawn < $0 })
        #expect(known.count == 1 || known.contains { drawn >= $0 })
      case .programme(let outlines):
        kinds.insert("programme")
        #expect(outlines[0] != outlines[1])
      case .length(_, let months):
        kinds.insert("length")
        #expect(months.count == 2 && months[0] != months[1])
      case .settlement: kinds.insert("settlement")
      case .other: kinds.insert("other")
      }
    }
    #expect(kinds.isSuperset(of: ["programme", "settlement", "job_start"]), "\(kinds)")
  }

  @Test("every lever by itself is named wherever it parts a life", arguments: TestEngine.catalogue.levers.map(\.name))
  func levers(name: String) throws {
    let lever = try #require(TestEngine.catalogue.lever(name))
    guard let slot = LeverSlot(rawValue: lever.slot) else { return }
    let value: LeverValue =
      switch lever.domain {
      case .quantity(let unit, let low, let high): .quantity(Quantity(0.2 * low + 0.8 * high, unit))
      case .weights: .weights(60, 40)
      case .levelTarget(let skill): .levelTarget(level: .b1, skill: skill, share: 0.8)
      }
    let search = try search([TestEngine.baseline, TestEngine.scenario("moved", [(slot, value)])])
    for person in 0..<200 {
      guard let trace = try? search.trace(person), let parting = trace.parting else { continue }
      #expect(parting.settings.map(\.name) == [name], "person \(person): \(parting)")
    }
  }

  @Test("states in order, and the same person's first months are the same in any window")
  func order() throws {
    let (whole, part) = (try search([Self.everything]), try search([Self.everything], years: 3))
    for person in 0..<200 {
      guard let long = try? whole.trace(person) else { continue }
      let short = try part.trace(person)
      for life in long.lives + short.lives {
        #expect(zip(life.events, life.events.dropFirst()).allSatisfy { $0.month <= $1.month })
        let states = life.events.compactMap { event in
          if case .enters(let state, _) = event.kind { (event.month, state) } else { nil }
        }
        #expect(zip(states, states.dropFirst()).allSatisfy { $0.0 <= $1.0 && $0.1 != $1.1 })
        if case .leaves? = life.events.last?.kind {} else { Issue.record("person \(person) has no end") }
      }
      let shown = short.lives[0].events.dropLast()
      #expect(Array(shown) == Array(long.lives[0].events.prefix(shown.count)))
    }
  }

  @Test("a scenario that changes nothing parts no life")
  func nothing() throws {
    let same = TestEngine.scenario("same")
    let search = try search([TestEngine.baseline, same])
    for person in 0..<300 {
      guard let trace = try? search.trace(person) else { continue }
      #expect(trace.parting == nil && trace.withoutEffect.isEmpty)
      #expect(trace.lives[0].events == trace.lives[1].events && trace.lives[0].years == trace.lives[1].years)
    }
    #expect(throws: EngineFailure.self) {
      try self.trace([TestEngine.baseline, same], .first(condition: nil, isParted: true))
    }
  }

  @Test("the first person who meets a condition, and a rule that reaches only some")
  func conditions() throws {
    let women = PersonCondition.among(attribute: "sex", categories: ["woman"])
    var ruled = TestEngine.scenario("ruled")
    ruled.settings.append(
      LeverSetting(
        slot: LeverSlot.programmeLength.rawValue, value: .quantity(Quantity(40, .months)), persons: women))
    let found = try trace([TestEngine.baseline, ruled], .first(condition: nil, isParted: true))
    #expect(found.facts["sex"] == "woman")
    let setting = try #require(found.parting?.settings.first)
    #expect(setting.name == "programme.length" && setting.values == ["24 months", "40 months"])
    #expect(setting.conditions == [nil, women] && setting.read == found.lives[1].outline?.start)
    let man = try trace(
      [TestEngine.baseline, ruled],
      .first(condition: .all([.not(women), .among(attribute: "track", categories: ["track_1"])]), isParted: false))
    #expect(man.facts["sex"] == "man" && man.parting == nil && man.withoutEffect.isEmpty)
  }

  @Test("numbers and runs that are not there are refused; a stopped search gives nothing")
  func refusals() throws {
    let engine = try TestEngine.make()
    func ask(_ plan: TracePlan, _ cancellation: Cancellation = Cancellation()) throws {
      _ = try engine.trace(plan, size: Self.size, cancellation: cancellation, progress: { _ in })
    }
    #expect(throws: EngineFailure.self) { try ask(TracePlan(person: .number(1_500), scenarios: [TestEngine.baseline])) }
    #expect(throws: EngineFailure.self) {
      try ask(TracePlan(person: .number(0), scenarios: [TestEngine.baseline], replicate: 3))
    }
    let stopped = Cancellation()
    stopped.cancel()
    #expect(throws: Cancelled.self) {
      try ask(
        TracePlan(person: .first(condition: nil, isParted: true), scenarios: [TestEngine.baseline, Self.longer]),
        stopped)
    }
  }
}

extension LifeEvent.Kind {
  fileprivate var isDone: Bool {
    if case .plansProgramme = self { false } else { true }
  }
}

extension TracedLife {
  fileprivate var outline: ProgrammeOutline? {
    events.lazy.compactMap { event in
      if case .plansProgramme(let outline) = event.kind { outline } else { nil }
    }.first
  }
}
