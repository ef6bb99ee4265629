import PolicyCore
import Testing

@testable import Simulator

/// What must hold for every life, whatever the levers.
@Suite("Lives")
struct LifeTests {
  /// A small generator for settings; the lives have their own.
  private struct Dice {
    var state: UInt64

    mutating func next() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) * 0x1p-53
    }
  }

  /// A scenario with every second lever somewhere in its domain, some of them dated.
  private func randomScenario(_ dice: inout Dice) -> ScenarioPlan {
    var plan = TestEngine.baseline
    plan.name = "random"
    // So that every exit of the programme is taken; in the baseline some are closed.
    plan.parameters[ParameterSlot.programmeOtherExits.rawValue] = 0.5
    for lever in TestEngine.catalogue.levers where lever.name == lever.slot && dice.next() < 0.5 {
      let value: LeverValue
      switch lever.domain {
      case .quantity(let unit, let low, let high): value = .quantity(Quantity(low + dice.next() * (high - low), unit))
      case .weights:
        let results = Int(dice.next() * 100)
        value = .weights(results, 100 - results)
      case .levelTarget: value = .levelTarget(level: .b1, skill: .oral, share: dice.next())
      }
      let from = dice.next() < 0.5 ? nil : Month(year: 2008 + Int(dice.next() * 10), month: 1 + Int(dice.next() * 12))
      plan.settings.append(LeverSetting(slot: lever.slot, value: value, from: from))
    }
    return plan
  }

  private func visit(
    _ plan: ScenarioPlan, persons: Int, _ body: (Int, LifeLog, LoweredScenario, Population, PersonLuck) throws -> Void
  ) throws {
    let engine = try TestEngine.make()
    let population = try engine.population(persons: persons)
    let scenario = try engine.lowering.lower(plan, population: population)
    let key = StreamKey(seed: 5, replicate: 1)
    let settled = Settled(SettlementStep(population), scenarios: [scenario], key: key)
    let simulator = LifeSimulator(
      population: population, variants: scenario.variants, clocks: engine.clocks, horizon: ModelTime.month(2028, 1))
    var log = LifeLog()
    for person in population.indices {
      let luck = PersonLuck(key: key, person: UInt32(person))
      simulator.live(person, luck: luck, settlement: settled.place(person), observer: &log)
      try body(person, log, scenario, population, luck)
    }
  }

  @Test("over random levers: one state a month, months sum up, only declared transitions")
  func invariants() throws {
    var dice = Dice(state: 20_260)
    var seen: Set<StateTransition> = []
    for _ in 0..<8 {
      try visit(randomScenario(&dice), persons: 6_000) { person, log, _, _, _ in
        guard let first = log.months.first else { return }
        // What follows within a month leaves the earlier state without a month of its own.
        #expect(zip(log.months, log.months.dropFirst()).allSatisfy { $0 <= $1 }, "person \(person)")
        #expect(log.months.allSatisfy { $0 < log.end })
        var counted = 0
        log.visit(0..<ModelTime.months) { _, from, to, _ in counted += to - from }
        #expect(counted == log.end - first)
        for (from, to) in zip(log.states, log.states.dropFirst()) {
          // Open from the programme only when other exits are assumed.
          let isAssumed = from == .programme && (to == .kvp || to == .jobbsjansen)
          #expect(isAssumed || StateDiagram.has(from, to), "\(from) → \(to)")
          if let found = StateDiagram.transitions.first(where: {
            $0.from == StateDiagram.name(from) && $0.to == StateDiagram.name(to)
          }) {
            seen.insert(found)
          }
        }
        for spell in log.spells {
          #expect(spell.end > spell.start && spell.monthsOnMeasures <= spell.end - spell.start)
          #expect(spell.measures > 0 || spell.monthsOnMeasures == 0)
        }
        #expect(log.supports.filter { $0.state == .kvp }.count <= 1)
        #expect(log.supports.filter { $0.state == .jobbsjansen }.count <= 1)
      }
    }
    let missing = Set(StateDiagram.transitions).subtracting(seen)
    #expect(missing.isEmpty, "never seen: \(missing.map { "\($0.from) → \($0.to)" })")
  }

  @Test("every krone paid is received by somebody, and grants cancel between state and municipality")
  func conservation() throws {
    var dice = Dice(state: 77)
    var total = Ledger()
    try visit(randomScenario(&dice), persons: 6_000) { person, log, scenario, population, luck in
      let accounts = PersonAccounts(
        log, model: scenario.accounts, isParticipant: population.isParticipant[person], luck: luck)
      let money = PublicAccounts(
        person: accounts, budget: scenario.accounts.budget, birth: Int(population.birthMonth[person]),
        arrival: Int(population.arrival[person]), isRefugee: population.isParticipant[person],
        benefitUniform: unit(luck.words(.assistance, 0).y))
      var ledger = Ledger()
      money.add(0..<ModelTime.month(2028, 1), to: &ledger)
      for flow in Flow.allCases { #expect(ledger[flow] >= 0 && ledger[flow].isFinite, "\(flow)") }
      let nets = Sector.allCases.map { ledger.net($0) }
      #expect(abs(nets.reduce(0, +)) < 1e-6 * max(1, nets.map(abs).max() ?? 1))
      // A whole life is the sum of its years.
      var years = Ledger()
      var year = Ledger()
      for start in stride(from: 0, to: ModelTime.month(2028, 1), by: 12) {
        year.clear()
        money.add(start..<start + 12, to: &year)
        years.add(year, times: 1)
      }
      #expect(abs(years[.wageSubsidies] - ledger[.wageSubsidies]) < 1)
      #expect(abs(years[.integrationGrant] - ledger[.integrationGrant]) < 1)
      total.add(ledger, times: 1)
    }
    for flow in Flow.allCases { #expect(total[flow] > 0, "\(flow)") }
    #expect(
      abs(total.publicCost + total.net(.persons) + total.net(.others)) < 1e-6 * abs(total.net(.persons)))
  }

  @Test("pay is at least what counts as employed, grows with experience, and is the person's")
  func pay() throws {
    let model = IncomeModel(try TestEngine.make().lowering.parameters)
    for person in 0..<500 {
      let luck = IncomeModel.Luck(PersonLuck(key: StreamKey(seed: 1, replicate: 0), person: UInt32(person)))
      var last = 0.0
      for years in 0..<15 {
        let pay = model.pay(luck, experience: Double(years), isParticipant: true, support: nil)
        #expect(pay >= IncomeModel.least && pay >= last)
        last = pay
      }
    }
  }

  @Test("prices: 2018 is 1, G is dated, the grant is that of Tekstboks 1 in kroner of 2018")
  func prices() throws {
    let prices = try TestEngine.make().lowering.data.prices
    #expect(abs(prices.index(ModelTime.month(2018, 7)) - 1) < 1e-9)
    // G of May 2018 was 96 883 kroner.
    #expect(abs(prices.basicAmount(ModelTime.month(2018, 6)) - 96_883) < 0.5)
    #expect(prices.integrationGrant.count == 5)
    // 190 500 kroner of 2019 for an adult's first year; prices rose by about 2 % from 2018 to 2019.
    #expect(abs(prices.integrationGrant[0] * 12 - 186_500) < 1_500)
  }
}
