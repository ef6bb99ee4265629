/// The settlement of one replicate under all scenarios of a question.
struct Settled: Sendable {
  private let step: SettlementStep
  private let usual: SettlementStep.Usual
  /// By scenario; `nil` for today's months.
  private let months: [[Int32]?]
  private let municipalities: [[UInt16]]

  init(_ step: SettlementStep, scenarios: [LoweredScenario], key: StreamKey) {
    self.step = step
    let usual = step.usual(key, rule: scenarios[0].rule, waiting: scenarios[0].waiting)
    self.usual = usual
    let months = scenarios.map { scenario -> [Int32]? in
      let months = step.months(usual, waiting: scenario.waiting, key: key)
      return months == usual.month ? nil : months
    }
    self.months = months
    municipalities = zip(scenarios, months).map { scenario, months in
      step.municipalities(usual, months: months, criteria: scenario.criteria, rule: scenario.rule)
    }
  }

  /// Where and when a person is settled; others than participants live where and since when the population says.
  func place(_ person: Int, scenario: Int = 0) -> SettlementPlace {
    let index = Int(step.position[person])
    guard index >= 0 else {
      let home = Int(step.population.municipality[person])
      return SettlementPlace(month: Int(step.population.arrival[person]), municipality: home, usual: home)
    }
    let month = months[scenario].map { $0[index] } ?? usual.month[index]
    return SettlementPlace(
      month: Int(month), municipality: Int(municipalities[scenario][index]), usual: Int(usual.municipality[index]))
  }
}
