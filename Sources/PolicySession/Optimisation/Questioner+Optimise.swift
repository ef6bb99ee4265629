import PolicyCore

extension Questioner {
  /// The best setting of those that are tried, and what the others are.
  func optimise(
    _ plan: OptimisationPlan, withEvidence: Bool
  ) throws -> (optimisation: Optimisation, result: ComparisonResult) {
    let questioner = limited(to: plan.mostTried + 1)
    var grid = SettingGrid(counts: plan.axes.map(\.numbers.count), most: plan.mostTried, triesAll: plan.triesAll)
    var trials = SettingTrials(plan, size: questioner.size)
    var answers: [ComparisonResult] = []
    var remark: Label?
    let share = withEvidence ? 0.9 : 1
    var done = 0
    while !grid.next.isEmpty, remark == nil {
      let next = grid.next
      func fraction(_ count: Int) -> Double { share * Double(count) / Double(plan.mostTried) }
      let measured = try questioner.part(from: fraction(done), to: fraction(done + next.count)).measure(next, of: plan)
      for (setting, terms) in zip(next, measured.values) { trials.add(terms, of: setting) }
      answers.append(measured.answer)
      remark = measured.remark
      done += next.count
      guard let best = trials.best(of: trials.settings) else { break }
      grid.advance(best: best)
    }
    var result = answers[0]
    result.plan.scenarios = answers.flatMap(\.plan.scenarios).unique
    result.rows = answers.flatMap(\.rows).unique
    result.notes += fewerPersonsNote(result) + questioner.notes(for: result)
    let optimisation = self.optimisation(trials, remark)
    if optimisation.status == .found, !plan.triesAll || plan.settingCount > 1 { result.notes.append(Self.chosenNote) }
    if withEvidence, let best = optimisation.best?.point.name {
      try questioner.addEvidence(to: &result, of: best, plan.objective.measure)
    }
    return (optimisation, result)
  }

  private static let chosenNote = Label(
    nb: "Den beste er valgt med de samme kjøringene som måler den, så tallet er i snitt litt for godt; prøv den med et "
      + "annet frø (`--seed`).",
    en:
      "The best one is chosen by the same runs that measure it, so its number is on average a little too good; try it "
      + "with another seed (`--seed`).")

  // MARK: - Answers

  private func optimisation(_ trials: SettingTrials, _ remark: Label?) -> Optimisation {
    let plan = trials.plan
    let order = trials.values.keys.sorted { $0.lexicographicallyPrecedes($1) }
    let within = trials.settings.filter { trials.excess(of: $0) == 0 }
    let best = remark == nil ? trials.best(of: within) : nil
    let front = remark == nil ? trials.front : []
    var made: [[Int]: Optimisation.Trial] = [:]
    for setting in order {
      made[setting] = Optimisation.Trial(
        point: plan.point(setting), objective: trials.estimate(0, of: setting),
        conditions: plan.conditions.indices.map { trials.estimate($0 + 1, of: setting) },
        standing: remark == nil ? trials.standing(of: setting) : .open,
        isWithinBounds: trials.excess(of: setting) == 0,
        fromBest: best.flatMap { trials.change(of: setting, from: $0) }, isOnFront: front.contains(setting))
    }
    let ordered = front.sorted {
      (trials.estimate(1, of: $0)?.value ?? 0, $0.first ?? 0) < (trials.estimate(1, of: $1)?.value ?? 0, $1.first ?? 0)
    }
    for (cheaper, setting) in zip(ordered, ordered.dropFirst()) {
      made[setting]?.isToldFromCheaper = trials.change(of: setting, from: cheaper)?.touchesZero == false
    }
    let certain = trials.best(of: within.filter { made[$0]?.standing == .holds })
    return Optimisation(
      plan: plan, status: remark != nil ? .undecided : best == nil ? .nowhere : .found,
      trials: order.compactMap { made[$0] }, best: best.flatMap { made[$0] },
      certain: best == certain ? nil : certain.flatMap { made[$0] },
      nearest: best == nil && remark == nil ? trials.best(of: trials.settings).flatMap { made[$0] } : nil,
      remark: remark)
  }

  // MARK: - Measuring

  /// Simulates settings, and takes what the goal and the conditions name from the answers.
  ///
  /// - Returns: By setting and term the value in each run, the answer that has the objective, and why the numbers cannot be
  ///   judged by, when they cannot.
  private func measure(
    _ settings: [[Int]], of plan: OptimisationPlan
  ) throws -> (values: [[[Double]]], answer: ComparisonResult, remark: Label?) {
    let terms = plan.terms
    let batches = TermBatch.divide(terms)
    let others = terms.compactMap { $0.term.other(than: plan.scenario) }.filter { $0 != plan.reference }.unique
    let points = settings.map { plan.point($0).plan }
    var values = settings.map { _ in terms.map { _ in [Double]() } }
    var answers: [ComparisonResult] = []
    var remark: Label?
    for (index, batch) in batches.enumerated() {
      let answer = try part(index, of: batches.count).answer(
        points: ComparisonPlan(
          scenarios: [plan.reference] + others + points, measures: batch.members.map { terms[$0].measure },
          frame: batch.frame))
      answers.append(answer)
      let rows = Dictionary(grouping: answer.rows.filter { $0.base == nil }, by: \.scenario)
      for member in batch.members {
        let term = terms[member]
        func row(_ scenario: ScenarioPlan) -> ResultRow? {
          rows[scenario.name]?.first { row in
            row.outcome == term.outcome && row.year == term.year && row.group == term.asked.group
          }
        }
        let other = term.term.other(than: plan.scenario)
        let judged = points.map(row) + (other.map { [row($0)] } ?? [])
        remark = remark ?? Self.remark(on: judged, of: term)
        for (position, point) in points.enumerated() {
          values[position][member] = Self.values(
            row(point), minus: other.map { row($0) }, isOpposite: term.term.subtracts(plan.scenario))
        }
      }
    }
    var answer = answers[0]
    let wanted = Set(batches[0].members.map { terms[$0].measure })
    answer.rows.removeAll { !wanted.contains(Measure(outcome: $0.outcome, year: $0.year)) }
    return (values, answer, remark)
  }

  /// A level in each run, or its difference from another one's.
  private static func values(_ row: ResultRow?, minus other: ResultRow??, isOpposite: Bool) -> [Double] {
    guard let own = row?.replicates else { return [] }
    guard let other else { return own }
    guard let base = other?.replicates, base.count == own.count else { return [] }
    return zip(own, base).map { isOpposite ? $1 - $0 : $0 - $1 }
  }
}

/// Terms that one question can measure: on the same clock, of the same persons.
private struct TermBatch {
  /// Positions in the list that was divided.
  var members: [Int]
  var frame: QuestionFrame

  /// Divides terms into few questions; the first term is in the first one.
  static func divide(_ terms: [MeasuredTerm]) -> [TermBatch] {
    var batches: [TermBatch] = []
    for (index, term) in terms.enumerated() {
      let asked = term.asked.frame
      if let found = batches.firstIndex(where: { $0.frame.joined(with: asked) != nil }),
        let frame = batches[found].frame.joined(with: asked)
      {
        batches[found].members.append(index)
        batches[found].frame = frame
      } else {
        batches.append(TermBatch(members: [index], frame: asked))
      }
    }
    return batches
  }
}
