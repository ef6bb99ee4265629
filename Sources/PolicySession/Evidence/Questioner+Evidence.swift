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
  /// A chain of one grade needs no simulation. A difference that cannot be told from zero is not divided over several;
  /// a note says so. One that is exactly zero has nothing to rest on.
  func attributeToGrades(
    _ result: ComparisonResult
  ) throws -> (evidence: [String: [EvidenceShare]], notes: [Label]) {
    let plan = result.plan
    guard let outcome = plan.outcomes.first, let year = plan.years.last, plan.scenarios.indices.contains(plan.reference)
    else { return ([:], []) }
    let reference = plan.scenarios[plan.reference]
    var evidence: [String: [EvidenceShare]] = [:]
    var notes: [Label] = []
    for scenario in plan.scenarios where scenario != reference {
      let links = ChainLinks(of: scenario, and: reference, in: catalogue)
      guard !links.isEmpty else { continue }
      let question = ComparisonPlan(
        scenarios: [reference, scenario], outcomes: [outcome], years: [year], frame: plan.frame.divided(by: []))
      switch Size(of: scenario, in: result, outcome: outcome, year: year) {
      case .none: break
      case _ where links.grades.count == 1:
        let grade = links.grades[0]
        evidence[scenario.name] = [EvidenceShare(grade: grade, share: 1, parameters: links.names(of: grade))]
      case .uncertain: notes.append(Self.uncertainNote(scenario, year: year))
      case .certain: evidence[scenario.name] = try divide(question, links)
      }
    }
    return (evidence, notes)
  }

  /// How far a difference can be told from zero.
  private enum Size {
    case none, uncertain, certain

    init(of scenario: ScenarioPlan, in result: ComparisonResult, outcome: String, year: Int) {
      let estimate = result.rows.first { row in
        row.outcome == outcome && row.scenario == scenario.name && row.base != nil && row.year == year
          && row.group.isEmpty
      }?.estimate
      guard let estimate, estimate.value != 0 else {
        self = .none
        return
      }
      self = estimate.coversZero ? .uncertain : .certain
    }
  }

  private static func uncertainNote(_ scenario: ScenarioPlan, year: Int) -> Label {
    Label(
      nb:
        "Grunnlag, \(scenario.name): forskjellen i det siste året (\(year)) kan ikke skilles fra null og er ikke delt på "
        + "grunnlag.",
      en:
        "Evidence, \(scenario.name): the difference in the last year (\(year)) cannot be told from zero, so it is not "
        + "divided over grades.")
  }

  private func divide(_ question: ComparisonPlan, _ links: ChainLinks) throws -> [EvidenceShare]? {
    let name = question.scenarios[1].name
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

  /// Fewer runs than were asked for: shares of a difference of a percentage point then have a standard error of about 2.
  private var evidenceSize: RunSize {
    var size = self.size
    size.persons = min(size.persons, 40_000)
    size.replicates = min(size.replicates, 4)
    // Shares hold at the central values; over a few draws of all parameters they would be noise.
    size.uncertainty = .monteCarlo
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
