/// The settlement of one replicate under all scenarios of a question.
struct Settled: Sendable {
  private let step: SettlementStep
  private let usual: SettlementStep.Usual
  /// By scenario.
  private let municipalities: [[UInt16]]

  init(_ step: SettlementStep, scenarios: [LoweredScenario], key: StreamKey) {
    self.step = step
    let usual = step.usual(key, rule: scenarios[0].rule)
    self.usual = usual
    municipalities = scenarios.map { step.municipalities(usual, weights: $0.weights, rule: $0.rule) }
  }

  /// Where and when a person is settled; others than participants live where and since when the population says.
  func place(_ person: Int, scenario: Int = 0) -> SettlementPlace {
    let index = Int(step.position[person])
    guard index >= 0 else {
      let home = Int(step.population.municipality[person])
      return SettlementPlace(month: Int(step.population.arrival[person]), municipality: home, usual: home)
    }
    return SettlementPlace(
      month: Int(usual.month[index]), municipality: Int(municipalities[scenario][index]),
      usual: Int(usual.municipality[index]))
  }
}
