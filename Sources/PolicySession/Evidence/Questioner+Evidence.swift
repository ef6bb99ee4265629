import PolicyCore

extension Questioner {
  /// How each scenario's difference from the reference divides over grades of evidence, in the last year of the first
  /// outcome.
  ///
  /// The difference is simulated again with parts of its chains made neutral, in both scenarios alike: first with the
  /// links of the strongest grade alone, then with the next grade's too, and so on to the weakest. A grade's share is
  /// what the difference gains when its links come in. An effect that needs several links therefore appears, and is
  /// counted, where the weakest of them comes in: a chain is graded by its weakest link. (In terms of cooperative games:
  /// every interaction among grades is given whole to the weakest of them, where Shapley's value would split it evenly
  /// and so credit an estimate with an effect that exists only by assumption.)
  ///
  /// A scenario whose difference cannot be told from zero has no entry.
  func attributeToGrades(_ result: ComparisonResult) throws -> [String: [EvidenceShare]] {
    let plan = result.plan
    guard let outcome = plan.outcomes.first, let year = plan.years.last, plan.scenarios.indices.contains(plan.reference)
    else { return [:] }
    let reference = plan.scenarios[plan.reference]
    var evidence: [String: [EvidenceShare]] = [:]
    for scenario in plan.scenarios where scenario != reference {
      let links = ChainLinks(of: scenario, and: reference, in: catalogue)
      guard !links.isEmpty else { continue }
      let question = ComparisonPlan(
        scenarios: [reference, scenario], outcomes: [outcome], clock: plan.clock, years: [year], filters: plan.filters,
        cohorts: plan.cohorts)
      evidence[scenario.name] = try divide(question, links, asked: result)
    }
    return evidence
  }

  private func divide(
    _ question: ComparisonPlan, _ links: ChainLinks, asked: ComparisonResult
  ) throws -> [EvidenceShare]? {
    let name = question.scenarios[1].name
    let asAsked = asked.rows.filter { row in
      row.outcome == question.outcomes[0] && row.scenario == name && row.base != nil && row.year == question.years[0]
    }
    guard asAsked.contains(where: { $0.estimate.map { !$0.coversZero } ?? false }) else { return nil }
    if links.grades.count == 1 {
      return [EvidenceShare(grade: links.grades[0], share: 1, parameters: links.names(of: links.grades[0]))]
    }
    // All stages share one run: levels of every stage, subtracted pair by pair on common random numbers.
    let stages = links.stages
    var all = question
    all.scenarios = stages.enumerated().flatMap { stage, neutral in
      question.scenarios.map { scenario in
        var scenario = scenario
        scenario.name += " / \(stage)"
        scenario.parameters.merge(neutral) { _, neutral in neutral }
        return scenario
      }
    }
    let answer = try self.answer(all, size: evidenceSize)
    var levels: [String: Double] = [:]
    for row in answer.rows where row.base == nil { levels[row.scenario] = row.estimate?.value }
    let differences = stages.indices.compactMap { stage -> Double? in
      guard let base = levels[question.scenarios[0].name + " / \(stage)"], let level = levels[name + " / \(stage)"]
      else { return nil }
      return level - base
    }
    guard differences.count == stages.count, let whole = differences.last, whole != 0 else { return nil }
    return links.shares(of: differences, whole: whole)
  }

  /// Fewer persons than were asked for: shares are rounded to whole per cents.
  private var evidenceSize: RunSize {
    var size = self.size
    size.persons = min(size.persons, 20_000)
    size.replicates = min(size.replicates, 4)
    return size
  }
}

extension Estimate {
  /// Whether zero is a possible value; without an interval only zero itself is.
  var coversZero: Bool {
    guard let low, let high else { return value == 0 }
    return low <= 0 && high >= 0
  }
}
