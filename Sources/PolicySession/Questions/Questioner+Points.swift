import PolicyCore

extension Questioner {
  /// How many points share a run: the reference is simulated once for them, and a run that is stopped loses no more.
  private static let pointsPerRun = 12

  /// Answers a question about many scenarios and their differences from the first, simulating only those that no earlier
  /// answer holds.
  ///
  /// Each scenario's numbers depend on itself and the reference alone, so they are the same to the bit in whatever
  /// company they are simulated.
  func answer(points plan: ComparisonPlan) throws -> ComparisonResult {
    let reference = plan.scenarios[0]
    var rows: [String: [ResultRow]] = [:]
    var answers: [ComparisonResult] = []
    var missing: [ScenarioPlan] = []
    for point in plan.scenarios.dropFirst() {
      if let known = cache.answer(holding: point, in: plan, size: size, parameters: catalogue.modelParameters) {
        rows[point.name] = known.rows(of: point, in: plan)
        answers.append(known)
      } else {
        missing.append(point)
      }
    }
    let runs = stride(from: 0, to: missing.count, by: Self.pointsPerRun).map {
      Array(missing[$0..<min($0 + Self.pointsPerRun, missing.count)])
    }
    for (index, points) in runs.enumerated() {
      var question = plan
      question.scenarios = [reference] + points
      let answer = try part(index, of: runs.count).answer(question)
      for point in points { rows[point.name] = answer.rows(of: point, in: plan) }
      answers.append(answer)
    }
    guard let first = answers.first else { return try answer(plan) }
    var result = first
    result.plan = plan
    result.rows =
      first.rows(of: reference, in: plan) + plan.scenarios.dropFirst().flatMap { rows[$0.name] ?? [] }
    return result
  }
}

extension AnswerCache {
  /// An answer in which a scenario, under whatever name, was compared with the question's reference.
  func answer(
    holding point: ScenarioPlan, in plan: ComparisonPlan, size: RunSize, parameters: [ParameterDeclaration]
  ) -> ComparisonResult? {
    let key = Key(plan: plan, size: size, parameters: parameters)
    return first(where: { other in
      other.size == key.size && other.parameters == key.parameters && other.plan.holds(plan)
        && other.plan.index(of: point) != nil
    })
  }
}

extension ComparisonPlan {
  /// Whether it asks for all numbers that another question, whose reference is its first scenario, asks of a scenario.
  fileprivate func holds(_ other: ComparisonPlan) -> Bool {
    frame.holds(other.frame) && scenarios[reference].isSimulated(like: other.scenarios[0])
      // What is known of a person when settled is that of the first scenario.
      && scenarios[0].isSimulated(like: other.scenarios[0])
      && Set(other.outcomes).isSubset(of: outcomes) && Set(other.years).isSubset(of: years)
  }

  /// The scenario that simulates the same as another and is compared with the reference.
  fileprivate func index(of point: ScenarioPlan) -> Int? {
    scenarios.indices.first { $0 != reference && scenarios[$0].isSimulated(like: point) }
  }
}

extension ComparisonResult {
  /// The rows of a scenario, by the names that a question gives it and its reference: first scenario of the question.
  fileprivate func rows(of scenario: ScenarioPlan, in question: ComparisonPlan) -> [ResultRow] {
    let reference = question.scenarios[0]
    let isReference = scenario.name == reference.name
    guard let own = isReference ? plan.reference : plan.index(of: scenario) else { return [] }
    let name = plan.scenarios[own].name
    let base = plan.scenarios[plan.reference].name
    return rows.filter { row in
      row.scenario == name && (row.base == nil || !isReference && row.base == base)
        && question.outcomes.contains(row.outcome) && question.years.contains(row.year)
        && (row.group.isEmpty || !question.by.isEmpty)
    }.map { row in
      var row = row
      row.scenario = scenario.name
      if row.base != nil { row.base = reference.name }
      return row
    }
  }
}
