import PolicyCore

extension Questioner {
  /// The answer to an `attribute`: how the differences divide, with the two scenarios' levels and differences.
  func attribute(
    _ plan: AttributionPlan, withEvidence: Bool
  ) throws -> (attribution: Attribution, result: ComparisonResult) {
    let design = ShapleyDesign(
      players: plan.parts.count, exactUpTo: AttributionPlan.mostPartsExactly, seed: size.seed)
    let simulated = design.combinations.count + 1
    let questioner = limited(to: simulated)
    let answer = try questioner.part(from: 0, to: withEvidence ? 0.9 : 1)
      .answer(points: plan.question(design.combinations))
    let method: Attribution.Method = design.orders.isEmpty ? .exact : .sampled(orders: design.orders.count)
    let attribution = Attribution(
      plan: plan, method: method, simulated: simulated, divisions: divisions(of: plan, design, in: answer))
    var result = answer
    result.plan = plan.question([plan.everything])
    result.rows = answer.rows.filter { row in
      [plan.reference.name, plan.scenario.name].contains(row.scenario)
        && plan.measures.contains(Measure(outcome: row.outcome, year: row.year))
    }
    result.notes += notes(for: result, of: plan)
    if withEvidence, let measure = plan.measures.first {
      try questioner.addEvidence(to: &result, of: plan.scenario.name, measure)
    }
    return (attribution, result)
  }

  private func notes(for result: ComparisonResult, of plan: AttributionPlan) -> [Label] {
    let joined = plan.parts.filter { $0.changes.count > 1 }.map { part in
      let names = part.changes.map { "\($0)" }.joined(separator: ", ")
      return Label(
        nb: "Tatt sammen, siden noen av dem uten de andre ikke er noe mulig scenario: \(names).",
        en: "Taken together, since some of them without the others are no possible scenario: \(names).")
    }
    return joined + fewerPersonsNote(result) + notes(for: result)
  }

  // MARK: - Shares

  /// A difference that is divided.
  private struct Cell: Hashable {
    var measure: Measure
    var group: [String: String]
  }

  private func divisions(
    of plan: AttributionPlan, _ design: ShapleyDesign, in answer: ComparisonResult
  ) -> [Attribution.Division] {
    let combinations = Dictionary(
      design.combinations.map { (plan.scenario(with: $0).name, $0) }, uniquingKeysWith: { first, _ in first })
    // Gains over the reference by combination and replicate.
    var gains: [Cell: [UInt64: [Double]]] = [:]
    var cells: [Cell] = []
    for row in answer.rows where row.base == plan.reference.name && !row.replicates.isEmpty {
      let cell = Cell(measure: Measure(outcome: row.outcome, year: row.year), group: row.group)
      guard plan.measures.contains(cell.measure), let combination = combinations[row.scenario] else { continue }
      if gains[cell] == nil { cells.append(cell) }
      gains[cell, default: [:]][combination] = row.replicates
    }
    return cells.compactMap { cell in
      let division = gains[cell].flatMap { Division(of: plan, design, gains: $0, in: answer.size) }
      return division?.result(cell.measure, cell.group)
    }
  }

  /// One difference on its way to shares; lists by replicate.
  private struct Division {
    private let size: RunSize
    private var whole: [Double] = []
    /// By part.
    private var shares: [[Double]]
    private var alone: [[Double]]
    private var last: [[Double]]
    /// By pair of sampled orders and part, the mean over replicates.
    private var ofPairs: [[Double]] = []

    /// - Returns: `nil` when a combination has no number.
    init?(of plan: AttributionPlan, _ design: ShapleyDesign, gains: [UInt64: [Double]], in size: RunSize) {
      self.size = size
      guard design.combinations.allSatisfy({ gains[$0]?.count == size.replicates }) else { return nil }
      let parts = plan.parts.indices
      shares = parts.map { _ in [] }
      alone = shares
      last = shares
      for replicate in 0..<size.replicates {
        func value(_ combination: UInt64) -> Double { combination == 0 ? 0 : gains[combination]?[replicate] ?? .nan }
        let found = design.shares(value)
        whole.append(value(plan.everything))
        for part in parts {
          let bit: UInt64 = 1 << UInt64(part)
          shares[part].append(found.values[part])
          alone[part].append(value(bit))
          last[part].append(value(plan.everything) - value(plan.everything & ~bit))
        }
        if ofPairs.isEmpty { ofPairs = found.ofPairs.map { $0.map { _ in 0 } } }
        for (pair, gains) in found.ofPairs.enumerated() {
          for part in parts { ofPairs[pair][part] += gains[part] / Double(size.replicates) }
        }
      }
    }

    func result(_ measure: Measure, _ group: [String: String]) -> Attribution.Division {
      Attribution.Division(
        measure: measure, group: group,
        shares: shares.indices.map { part in
          Attribution.Share(
            share: estimate(shares[part]), samplingError: samplingError(part), alone: estimate(alone[part]),
            last: estimate(last[part]))
        }, interactionAlone: estimate(rest(alone)), interactionLast: estimate(rest(last)))
    }

    private func estimate(_ values: [Double]) -> Estimate {
      Estimate(replicates: values, uncertainty: size.uncertainty)
    }

    /// What the whole is more than the sum of the parts.
    private func rest(_ parts: [[Double]]) -> [Double] {
      whole.enumerated().map { replicate, whole in
        var rest = whole
        for part in parts { rest -= part[replicate] }
        return rest
      }
    }

    private func samplingError(_ part: Int) -> Double? {
      guard !ofPairs.isEmpty else { return nil }
      let mean = Estimate(replicates: ofPairs.map { $0[part] })
      return mean.high.map { $0 - mean.value }
    }
  }
}
