import PolicyCore

extension ComparisonRun {
  /// What is asked of a traced life year by year.
  ///
  /// - Parameter scenarios: One or two.
  static func traceQuestion(_ scenarios: [ScenarioPlan]) -> ComparisonPlan {
    let assistance = OutcomeFormula(
      .mean(YearQuantity(.months(of: OutcomeSlot.socialAssistance.rawValue))))
    return ComparisonPlan(
      scenarios: scenarios,
      outcomes: [
        OutcomeSlot.labourIncome.rawValue, OutcomeSlot.benefitCost.rawValue, OutcomeSlot.publicCost.rawValue,
        assistanceMonths,
      ], clock: .calendar, years: Array(ModelTime.year(of: 0)...lastYear), formulas: [assistanceMonths: assistance])
  }

  /// No program can have an outcome of this name.
  private static let assistanceMonths = "months of social assistance"

  /// A person's life under each scenario, with what it adds to the sums of the run.
  func trace(_ person: Int, _ lives: Lives, _ settled: Settled) -> [LifeTracer] {
    var tracers = plan.scenarios.map { _ in LifeTracer(counter: counter) }
    live(
      person, lives, settled, counters: &tracers, aim: { $0.aim(cell: $1, clockStart: $2) },
      count: { $0.count($1, $2, accounts: $3, luck: $4, municipality: $5) })
    return tracers
  }

  /// The calendar years of a traced life, before a month.
  func years(of tracer: LifeTracer, before end: Int) -> [LifeYear] {
    let width = yearly.reduce(0) { $0 + $1.width }
    return years.enumerated().compactMap { position, year in
      let counts = tracer.counter.counts[position * WorkState.presentCount..<(position + 1) * WorkState.presentCount]
      guard ModelTime.month(year, 12) < end, counts.contains(where: { $0 > 0 }) else { return nil }
      // In the order of the question: each outcome of the library is one number, the own one its amount and of whom.
      let values = tracer.counter.sums[position * width..<(position + 1) * width].map { Double($0) }
      return LifeYear(
        year: year, labourIncome: values[0], assistanceMonths: Int(values[3]), benefits: values[1],
        publicCost: values[2])
    }
  }
}
