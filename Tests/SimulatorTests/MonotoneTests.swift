import PolicyCore
import Testing

@testable import Simulator

/// Common random numbers hold person by person, not only on average.
@Suite("Gainers and losers")
struct MonotoneTests {
  /// Months of persons who work under `worse` and not under `better`, and the other way round.
  private func months(
    _ worse: ScenarioPlan, _ better: ScenarioPlan, persons: Int = 30_000
  ) throws -> (lost: Int, gained: Int, all: Int) {
    let engine = try TestEngine.make()
    let population = try engine.population(persons: persons)
    let key = StreamKey(seed: 11, replicate: 0)
    let horizon = ModelTime.month(2024, 1)
    let step = SettlementStep(population)
    let scenarios = try [worse, better].map { try engine.lowering.lower($0, population: population) }
    let settled = Settled(step, scenarios: scenarios, key: key)
    var records = [LifeLog(), LifeLog()]
    var (lost, gained, all) = (0, 0, 0)
    for person in population.indices where population.isParticipant[person] {
      for index in 0..<2 {
        LifeSimulator(
          population: population, variants: scenarios[index].variants, clocks: engine.clocks, horizon: horizon
        )
        .live(
          person, luck: PersonLuck(key: key, person: UInt32(person)),
          settlement: settled.place(person, scenario: index),
          observer: &records[index])
      }
      for month in stride(from: settled.place(person).month, to: horizon, by: 3) {
        let (left, right) = (records[0].state(at: month), records[1].state(at: month))
        guard left != .absent else { continue }
        all += 1
        if left == .employed, right != .employed { lost += 1 }
        if right == .employed, left != .employed { gained += 1 }
      }
    }
    return (lost, gained, all)
  }

  /// Outside NAV and education, where no path is closed to those who find work earlier.
  private let workAlone: [ParameterSlot: Double] = [
    .seekerEntry: 0, .seekerEntryAfterLoss: 0, .educationEntry: 0, .programmeLockIn: 1, .reducedEntryParticipants: 0,
    .kvpEntry: 0, .kvpEntryUnassisted: 0, .jobbsjansenEntry: 0,
  ]

  @Test("a reform that can only help makes nobody lose")
  func nobodyLoses() throws {
    var helped = workAlone
    helped[.programmeContentEffect] = 0.3
    let count = try months(
      TestEngine.scenario("worse", [(.programmeLength, .quantity(Quantity(36, .months)))], parameters: workAlone),
      TestEngine.scenario("better", [(.programmeLength, .quantity(Quantity(36, .months)))], parameters: helped))
    #expect(count.gained > count.all / 100)
    #expect(count.lost == 0)
  }

  @Test("through NAV and education a few lose a place in the queue that an earlier job took from them")
  func fewLose() throws {
    let count = try months(
      TestEngine.scenario(
        "worse", [(.programmeLength, .quantity(Quantity(36, .months)))], parameters: [.programmeContentEffect: 0]),
      TestEngine.scenario(
        "better", [(.programmeLength, .quantity(Quantity(36, .months)))], parameters: [.programmeContentEffect: 0.3]))
    #expect(Double(count.lost) < 0.25 * Double(count.gained))
    #expect(Double(count.lost) < 0.01 * Double(count.all))
  }
}
