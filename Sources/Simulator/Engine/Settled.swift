/// The settlement of one replicate under one scenario, with the position of every participant.
struct Settled: Sendable {
  private let population: Population
  private let position: [Int32]
  private let usual: SettlementStep.Usual
  private let municipalities: [UInt16]

  /// Settles all participants of the population.
  init(
    _ population: Population, scenario: LoweredScenario, waiting: SettlementWaiting,
    key: StreamKey
  ) {
    self.population = population
    var persons: [Int] = []
    var position = [Int32](repeating: -1, count: population.count)
    for person in population.indices where population.isParticipant[person] {
      position[person] = Int32(persons.count)
      persons.append(person)
    }
    let step = SettlementStep(population: population, persons: persons, waiting: waiting)
    self.position = position
    usual = step.usual(key, rule: scenario.rule)
    municipalities = step.municipalities(usual, weights: scenario.weights, rule: scenario.rule)
  }

  func place(_ person: Int) -> SettlementPlace {
    guard population.isParticipant[person] else {
      let home = Int(population.municipality[person])
      return SettlementPlace(month: Int(population.arrival[person]), municipality: home, usual: home)
    }
    let index = Int(position[person])
    return SettlementPlace(
      month: Int(usual.month[index]), municipality: Int(municipalities[index]), usual: Int(usual.municipality[index]))
  }
}
