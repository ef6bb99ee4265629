import PolicyCore
import Testing

@testable import Simulator

/// Settings for some persons.
@Suite("Rules for persons")
struct RuleTests {
  private static let everybody = PersonCondition.years(attribute: "age", low: 0, high: nil)
  private static let young = PersonCondition.years(attribute: "age", low: nil, high: 29)
  private static let women = PersonCondition.among(attribute: "sex", categories: ["woman"])

  private static func setting(_ slot: LeverSlot, _ value: LeverValue, _ persons: PersonCondition?) -> LeverSetting {
    LeverSetting(slot: slot.rawValue, value: value, persons: persons)
  }

  private static func scenario(_ name: String, _ settings: [LeverSetting]) -> ScenarioPlan {
    ScenarioPlan(name: name, settings: settings)
  }

  @Test("a setting for a condition that everybody meets is the same, to the bit, as one for all")
  func everybodyIsAll() throws {
    let engine = try TestEngine.make()
    for lever in engine.lowering.catalogue.levers where !lever.isCollective && lever.name == lever.slot {
      let slot = try #require(LeverSlot(rawValue: lever.slot))
      let plan = ComparisonPlan(
        scenarios: [
          Self.scenario("all", [Self.setting(slot, lever.probe, nil)]),
          Self.scenario("everybody", [Self.setting(slot, lever.probe, Self.everybody)]),
        ], outcomes: ["employed", "public_cost"], clock: .settlement, years: [3, 6])
      let result = try engine.answer(
        plan, size: RunSize(persons: 3000, replicates: 1), cancellation: Cancellation(), progress: { _ in })
      #expect(TestEngine.differences(result).allSatisfy { $0 == 0 }, "\(lever.name)")
    }
  }

  @Test("whom a rule does not reach lives the same life, and whom it reaches lives as if it held for all")
  func onlyThose() throws {
    let engine = try TestEngine.make()
    let persons = 20_000
    let month = Month(year: 2018, month: 6)
    let value = LeverValue.quantity(Quantity(36, .months))
    func states(_ settings: [LeverSetting]) throws -> [Bool] {
      try engine.states(Self.scenario("s", settings), persons: persons, seed: 3, month: month).map(\.isEmployed)
    }
    let today = try states([])
    let all = try states([Self.setting(.programmeLength, value, nil)])
    let some = try states([Self.setting(.programmeLength, value, Self.women)])
    let population = try engine.population(persons: persons)
    for person in population.indices {
      #expect(some[person] == (population.sex[person] == .woman ? all : today)[person])
    }
    #expect(some != today && some != all)
  }

  @Test("what a rule for women costs and brings is by sex what it is for all, and nothing for men")
  func money() throws {
    let engine = try TestEngine.make()
    for (slot, value) in [
      (LeverSlot.programmeLength, LeverValue.quantity(Quantity(36, .months))),
      (.benefitsIntroduction, .quantity(Quantity(1.5, .basicAmount(per: .year)))),
      (.kvpOffer, .quantity(Quantity(0.9, .share))),
    ] {
      let plan = ComparisonPlan(
        scenarios: [
          Self.scenario("today", []), Self.scenario("all", [Self.setting(slot, value, nil)]),
          Self.scenario("women", [Self.setting(slot, value, Self.women)]),
        ], outcomes: ["public_cost", "self_supporting"], clock: .settlement, years: [3, 7], by: ["sex"])
      let result = try engine.answer(
        plan, size: RunSize(persons: 20_000, replicates: 1), cancellation: Cancellation(), progress: { _ in })
      func levels(_ scenario: String, _ sex: String) -> [Double?] {
        result.rows.filter { $0.scenario == scenario && $0.base == nil && $0.group == ["sex": sex] }
          .map { $0.estimate?.value }
      }
      #expect(levels("women", "woman") == levels("all", "woman") && levels("women", "man") == levels("today", "man"))
      #expect(levels("all", "woman") != levels("today", "woman") && !levels("all", "woman").isEmpty, "\(slot)")
    }
  }

  @Test("the attributes that the prelude declares as counted are those that the model counts in years")
  func counted() throws {
    let declared = try TestEngine.make().lowering.catalogue.attributes.filter(\.countsYears).map(\.slot)
    #expect(Set(declared) == Set(PersonRules.CountedYears.allCases.map(\.rawValue)))
  }

  @Test("the attributes that the prelude declares as lived are those that the model learns from a life")
  func lived() throws {
    let declared = try TestEngine.make().lowering.catalogue.attributes.filter(\.isLived)
    #expect(declared.map(\.slot) == LivedAttribute.allCases.map(\.rawValue))
    for attribute in declared {
      #expect(attribute.categories.map(\.key) == LivedAttribute(rawValue: attribute.slot)?.keys)
    }
  }

  @Test("a rule by oral Norwegian reaches a participant when the programme has given B1, and nobody else before")
  func oralNorwegian() throws {
    let engine = try TestEngine.make()
    func reached(_ category: String) -> PersonCondition { .among(attribute: "norwegian.oral", categories: [category]) }
    func offer(_ persons: PersonCondition?) -> LeverSetting {
      Self.setting(.kvpOffer, .quantity(Quantity(0.9, .share)), persons)
    }
    let month = Month(year: 2018, month: 6)
    func states(_ settings: [LeverSetting]) throws -> [Bool] {
      try engine.states(Self.scenario("s", settings), persons: 20_000, seed: 3, month: month).map(\.isEmployed)
    }
    let all = try states([offer(nil)])
    #expect(try states(OralNorwegian.keys.map { offer(reached($0)) }) == all)
    let today = try states([])
    let population = try engine.population(persons: 20_000)
    let unknown = try states([offer(reached("unknown"))])
    let b1 = try states([offer(reached("B1"))])
    for person in population.indices {
      #expect(unknown[person] == (population.isParticipant[person] ? today : all)[person])
      if !population.isParticipant[person] { #expect(b1[person] == today[person]) }
    }
    #expect(b1 != today && unknown != today)
  }

  @Test("who has B1 is counted from the end of the programme, as many as the target's odds say, and nobody loses it")
  func countsB1() throws {
    let engine = try TestEngine.make()
    let b1 = PersonCondition.among(attribute: "norwegian.oral", categories: ["B1"])
    let plan = ComparisonPlan(
      scenarios: [
        Self.scenario("today", []),
        Self.scenario(
          "half", [Self.setting(.norwegianTarget, .levelTarget(level: .b1, skill: .oral, share: 0.5), nil)]),
      ], outcomes: ["b1"], clock: .settlement, years: [1, 6],
      formulas: ["b1": OutcomeFormula(.share(.person(b1)), among: .all([]))])
    let result = try engine.answer(
      plan, size: RunSize(persons: 30_000, replicates: 1), cancellation: Cancellation(), progress: { _ in })
    func share(_ scenario: String, _ year: Int) throws -> Double {
      try #require(
        result.rows.first { $0.scenario == scenario && $0.base == nil && $0.year == year }?.estimate?.value)
    }
    // 25 % of the participants reach it (report line 374); some never begin a programme.
    #expect(try (0.19...0.26).contains(share("today", 6)))
    #expect(try share("today", 1) < 0.05)
    #expect(try share("half", 6) > share("today", 6) + 0.05)
  }

  @Test(
    "the share with B1 is that of the lives one by one, by the odds of their tracks and when they left the programme")
  func b1ByHand() throws {
    let engine = try TestEngine.make()
    let (persons, seed) = (6_000, UInt64(5))
    let scenario = Self.scenario("today", [])
    let formula = try #require(engine.lowering.catalogue.outcome("norwegian_b1")?.formula)
    let plan = ComparisonPlan(
      scenarios: [scenario], outcomes: ["norwegian_b1"], clock: .settlement, years: [2, 5],
      cohorts: CohortRange(firstYear: 2010, lastYear: 2018), formulas: ["norwegian_b1": formula])
    let result = try engine.answer(
      plan, size: RunSize(persons: persons, replicates: 1, seed: seed, threads: 2), cancellation: Cancellation(),
      progress: { _ in })
    let population = try engine.population(persons: persons)
    let lowered = try engine.lowering.lower(scenario, population: population)
    let key = StreamKey(seed: seed, replicate: 0)
    let settled = Settled(SettlementStep(population), scenarios: [lowered], key: key)
    let simulator = LifeSimulator(
      population: population, variants: lowered.variants, clocks: engine.clocks, horizon: ModelTime.month(2024, 1))
    // The odds of the tracks are apart by the gradient, about a mean of 25 %; the middle is found by halving.
    let gradient = engine.lowering.parameters[.norwegianTrackGradient]
    let participants = population.indices.filter { population.isParticipant[$0] }
    func chance(_ track: Track, _ middle: Double) -> Double {
      let step = track == .track1 ? -gradient : track == .track3 ? gradient : 0
      return 1 / (1 + exp(-(middle + step)))
    }
    var (low, high) = (-5.0, 5.0)
    for _ in 0..<60 {
      let middle = (low + high) / 2
      let mean = participants.reduce(0) { $0 + chance(population.track[$1], middle) } / Double(participants.count)
      if mean < 0.25 { low = middle } else { high = middle }
    }
    for year in [2, 5] {
      var (present, with) = (0, 0)
      var log = LifeLog()
      for person in participants {
        let place = settled.place(person)
        guard (2010...2018).contains(ModelTime.year(of: place.month)) else { continue }
        let luck = PersonLuck(key: key, person: UInt32(person))
        simulator.live(person, luck: luck, settlement: place, observer: &log)
        let last = place.month + 12 * year
        guard log.state(at: last) != .absent else { continue }
        present += 1
        guard let begun = log.states.firstIndex(of: .programme), log.months.indices.contains(begun + 1),
          log.months[begun + 1] <= last
        else { continue }
        if luck.unit(.norwegian) < chance(population.track[person], low) { with += 1 }
      }
      let printed = result.rows.first { $0.year == year }?.estimate?.value
      #expect(present > 500 && with > 20)
      #expect(abs(try #require(printed) - Double(with) / Double(present)) < 1e-9, "year \(year)")
    }
  }

  @Test("a later rule wins over an earlier one, and both over what holds for all")
  func order() throws {
    let engine = try TestEngine.make()
    func length(_ months: Double, _ persons: PersonCondition?) -> LeverSetting {
      Self.setting(.programmeLength, .quantity(Quantity(months, .months)), persons)
    }
    let month = Month(year: 2018, month: 6)
    func states(_ settings: [LeverSetting]) throws -> [Bool] {
      try engine.states(Self.scenario("s", settings), persons: 10_000, seed: 3, month: month).map(\.isEmployed)
    }
    #expect(
      try states([length(12, nil), length(18, Self.women), length(36, Self.everybody)])
        == states([length(36, nil)]))
    #expect(try states([length(36, nil), length(36, Self.women)]) == states([length(36, nil)]))
  }

  @Test("a rule by age holds until the birthday")
  func birthday() throws {
    let engine = try TestEngine.make()
    let population = try engine.population(persons: 2000)
    let rules = try PersonRules([Self.young, .not(Self.young)])
    for person in population.indices.prefix(200) {
      let birthday = Int(population.birthMonth[person]) + 360
      #expect(rules.mask(population, PersonMoment(person, at: birthday - 1, municipality: 0, oral: .unknown)) == 1)
      #expect(rules.mask(population, PersonMoment(person, at: birthday, municipality: 0, oral: .unknown)) == 2)
      #expect(rules.nextChange(population, person, after: birthday - 5) == birthday)
      #expect(rules.nextChange(population, person, after: birthday) == Int.max)
    }
  }

  @Test("lowered conditions say what a slow evaluator over names says, and only change where announced")
  func reference() throws {
    let engine = try TestEngine.make()
    let population = try engine.population(persons: 2000)
    var random = SplitMix(state: 42)
    for _ in 0..<60 {
      let conditions = (0..<3).map { _ in Self.condition(depth: 3, &random) }
      let rules = try PersonRules(conditions)
      let all = PersonRegions(conditions) { PersonRules.keys(of: $0) ?? [] }
      let regions = try #require(all.masks)
      for _ in 0..<40 {
        let person = random.below(population.count)
        let home = random.below(population.municipalities.count)
        let month = random.below(300)
        let oral = OralNorwegian.allCases[random.below(3)]
        func expected(_ month: Int) -> UInt64 {
          conditions.enumerated().reduce(0) { mask, pair in
            let holds = pair.element.holds(
              category: { name in
                if name == "norwegian.oral" { return oral.key }
                let slot = AttributeSlot(rawValue: name)!
                return slot.keys[slot.code(population, person, clockStart: month, municipality: home)]
              },
              years: { name in
                let zero = name == "age" ? population.birthMonth[person] : population.arrival[person]
                return Int((Double(month - Int(zero)) / 12).rounded(.down))
              })
            return holds ? mask | 1 << UInt64(pair.offset) : mask
          }
        }
        let mask = rules.mask(population, PersonMoment(person, at: month, municipality: home, oral: oral))
        #expect(mask == expected(month))
        #expect(mask == 0 || regions.contains(mask))
        let next = rules.nextChange(population, person, after: month)
        for later in month..<min(next, 320) { #expect(expected(later) == mask) }
      }
    }
  }

  private static func condition(depth: Int, _ random: inout SplitMix) -> PersonCondition {
    switch depth == 0 ? random.below(2) : random.below(5) {
    case 0 where random.below(6) == 0:
      return .among(attribute: "norwegian.oral", categories: [OralNorwegian.keys[random.below(3)]])
    case 0:
      let slots: [AttributeSlot] = [.sex, .country, .age, .health, .residenceYears, .unemployment]
      let slot = slots[random.below(slots.count)]
      let keys = slot.keys.filter { _ in random.below(2) == 0 }
      return .among(attribute: slot.rawValue, categories: keys)
    case 1:
      let low = random.below(60)
      return .years(
        attribute: random.below(2) == 0 ? "age" : "residence_years", low: random.below(3) == 0 ? nil : low,
        high: random.below(3) == 0 ? nil : low + random.below(20))
    case 2: return .all((0..<2).map { _ in condition(depth: depth - 1, &random) })
    case 3: return .any((0..<2).map { _ in condition(depth: depth - 1, &random) })
    default: return .not(condition(depth: depth - 1, &random))
    }
  }
}

/// Numbers for tests: Steele, Lea and Flood's SplitMix64.
private struct SplitMix {
  var state: UInt64

  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % UInt64(bound))
  }
}
