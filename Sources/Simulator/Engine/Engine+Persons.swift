import PolicyCore

/// One person's state at a month, and how long the life was that was simulated until then.
package struct PersonState: Sendable {
  package var isEmployed = false
  /// Months simulated up to and with the month asked.
  package var months = 0
}

extension Engine {
  /// The state of every person in `month` under one scenario of one replicate, so that scenarios can be compared person by
  /// person.
  package func states(_ scenario: ScenarioPlan, persons: Int, seed: UInt64, month: Month) throws -> [PersonState] {
    let population = try population(persons: persons)
    var lowered = try lowering.lower(scenario, population: population)
    let horizon = ModelTime.month(month) + 1
    let key = StreamKey(seed: seed, replicate: 0)
    let settled = Settled(
      SettlementStep(population), scenarios: [lowered], key: key)
    let filling = PlaceFilling(
      population: population, clocks: clocks, horizon: horizon, threads: 1, cancellation: Cancellation())
    lowered = try filling.filled(lowered, place: { settled.place($0) }, key: key).scenario
    let simulator = LifeSimulator(
      population: population, variants: lowered.variants, starts: lowered.starts, clocks: clocks, horizon: horizon)
    var observer = LastState(horizon: horizon)
    return population.indices.map { person in
      simulator.live(
        person, luck: PersonLuck(key: key, person: UInt32(person)), settlement: settled.place(person),
        observer: &observer)
      return observer.state
    }
  }
}

/// Remembers how a life stands when it is cut off.
private struct LastState: LifeObserver {
  let horizon: Int
  private(set) var state = PersonState()
  private var first: Int?
  private var current = WorkState.absent

  init(horizon: Int) { self.horizon = horizon }

  mutating func begin(_ person: Int, settlement: Int) {
    state = PersonState()
    first = nil
    current = .absent
  }

  mutating func enter(_ state: WorkState, at month: Int) {
    if first == nil { first = month }
    current = state
  }

  mutating func end(at month: Int) {
    state.isEmployed = month == horizon && current == .employed
    state.months = first.map { month - $0 } ?? 0
  }
}
