import PolicyCore

extension Questioner {
  /// The answer to a `sensitivity`: the numbers with each parameter at either end, and the scenarios as they stand.
  ///
  /// Everything else is at its value in every replicate, also when a run draws parameters otherwise.
  func sensitivity(_ plan: SensitivityPlan) throws -> (sensitivity: Sensitivity, result: ComparisonResult) {
    var questioner = limited(to: plan.question.scenarios.count)
    questioner.size.uncertainty = .monteCarlo
    // First without any parameter moved: what fails here fails for good.
    var central = plan
    central.parameters = []
    var result = try questioner.part(from: 0, to: 0.02).answer(points: central.question)
    var levels = Levels(result)
    var plan = plan
    let refused = try questioner.part(from: 0.02, to: 1).move(plan.parameters, of: plan, into: &levels)
    plan.parameters.removeAll { refused.contains($0.name) }
    let tornadoes = plan.measures.compactMap { tornado($0, of: plan, levels) }
    result.rows.removeAll { row in
      !plan.measures.contains(Measure(outcome: row.outcome, year: row.year)) || !row.group.isEmpty
    }
    result.notes += refusedNote(refused) + fewerPersonsNote(result) + questioner.notes(for: result)
    return (Sensitivity(plan: plan, simulated: plan.question.scenarios.count, tornadoes: tornadoes), result)
  }

  /// How many parameters share a run.
  private static let parametersPerRun = 3

  /// Simulates parameters at both ends, a few in a run.
  ///
  /// - Returns: those that the model refuses at one end, whatever it is; their run is repeated without them.
  private func move(
    _ parameters: [MovedParameter], of plan: SensitivityPlan, into levels: inout Levels
  ) throws -> [String] {
    let runs = stride(from: 0, to: parameters.count, by: Self.parametersPerRun).map {
      Array(parameters[$0..<min($0 + Self.parametersPerRun, parameters.count)])
    }
    var refused: [String] = []
    for (index, run) in runs.enumerated() {
      let questioner = part(index, of: runs.count)
      func ask(_ parameters: [MovedParameter]) throws {
        var part = plan
        part.parameters = parameters
        levels.add(try questioner.answer(points: part.question))
      }
      do {
        try ask(run)
      } catch is EngineFailure {
        for parameter in run {
          do { try ask([parameter]) } catch is EngineFailure { refused.append(parameter.name) }
        }
      }
    }
    return refused
  }

  private func refusedNote(_ refused: [String]) -> [Label] {
    guard !refused.isEmpty else { return [] }
    let names = refused.joined(separator: ", ")
    return [
      Label(
        nb: "Ikke flyttet, siden modellen ikke tar imot verdien i den ene enden: \(names).",
        en: "Not moved, since the model refuses the value at one end: \(names).")
    ]
  }

  private func tornado(
    _ measure: Measure, of plan: SensitivityPlan, _ levels: Levels
  ) -> Sensitivity.Tornado? {
    /// By replicate.
    func numbers(_ change: (ScenarioPlan) -> ScenarioPlan) -> [Double]? {
      guard let values = levels.replicates(of: change(plan.scenario), measure) else { return nil }
      guard let reference = plan.reference else { return values }
      return levels.replicates(of: change(reference), measure).map { zip(values, $0).map { $0 - $1 } }
    }
    guard let central = numbers({ $0 }), let unit = levels.units[measure.outcome] else { return nil }
    var bars: [Sensitivity.Bar] = []
    for parameter in plan.parameters {
      guard let low = numbers({ plan.variant(of: $0, parameter, .low) }),
        let high = numbers({ plan.variant(of: $0, parameter, .high) })
      else { return nil }
      guard low != central || high != central else { continue }
      bars.append(
        .init(parameter: parameter, atLow: Estimate(replicates: low), atHigh: Estimate(replicates: high)))
    }
    let order = bars.enumerated().sorted { ($1.element.width, $0.offset) < ($0.element.width, $1.offset) }
    return Sensitivity.Tornado(
      measure: measure, unit: plan.reference == nil ? unit : unit.ofDifference,
      central: Estimate(replicates: central), bars: order.map(\.element), still: plan.parameters.count - bars.count)
  }

  /// Levels of an answer by scenario and measure.
  private struct Levels {
    private var values: [String: [Measure: [Double]]] = [:]
    private(set) var units: [String: Unit] = [:]

    init(_ answer: ComparisonResult) { add(answer) }

    mutating func add(_ answer: ComparisonResult) {
      for row in answer.rows where row.base == nil && row.group.isEmpty && !row.replicates.isEmpty {
        values[row.scenario, default: [:]][Measure(outcome: row.outcome, year: row.year)] = row.replicates
        units[row.outcome] = row.unit
      }
    }

    func replicates(of scenario: ScenarioPlan, _ measure: Measure) -> [Double]? { values[scenario.name]?[measure] }
  }
}
