import PolicyCore

extension Engine {
  /// Every fact beside what the model gives on its sample, the marginal effects of Tabell 5, and what the gap between those
  /// with and without measures is made of.
  ///
  /// - Throws: `EngineFailure`, `Cancelled`.
  public func validate(
    baseline: ScenarioPlan, size: RunSize, cancellation: Cancellation,
    progress: @escaping @Sendable (Double) -> Void = { _ in }
  ) throws -> ValidationReport {
    try translatingErrors {
      let population = try population(persons: size.persons)
      let lowering = try lowering(size.assumptions)
      let scenario = try lowering.lower(baseline, population: population)
      let sums = try MomentRun(population: population, scenario: scenario, size: size)
        .sums(cancellation: cancellation) { progress(0.5 * $0) }
      let targets = try targets()
      let rows = targets.all.map { target in
        let values = sums.compactMap { $0.value(target.moment, weight: Double(population.weight)) }
        let row = target.row(simulated: values.count == sums.count ? Estimate(replicates: values) : nil)
        return shown(row, target.moment, measuredOn: sums)
      }
      // Means over few persons of own microdata could give them away; these two are about the report's population.
      guard microdata == nil else { return ValidationReport(rows: rows + targets.others) }
      let effects = try marginalEffects(scenario, population: population, size: size, cancellation: cancellation)
      progress(0.6)
      let gaps = try measureGaps(
        baseline, lowering, all: sums[0], population: population, size: size, cancellation: cancellation
      ) { progress(0.6 + 0.4 * $0) }
      return ValidationReport(rows: rows + targets.others, marginalEffects: effects, gaps: gaps)
    }
  }

  private func marginalEffects(
    _ scenario: LoweredScenario, population: Population, size: RunSize, cancellation: Cancellation
  ) throws -> [MarginalEffect] {
    let key = StreamKey(seed: size.seed, replicate: 0)
    let settled = Settled(SettlementStep(population), scenarios: [scenario], key: key)
    let simulator = LifeSimulator(
      population: population, variants: scenario.variants, clocks: clocks, horizon: MomentSample.spellsEnd)
    var sums = MarginalSums(population: population)
    for person in population.indices {
      if person % 1024 == 0, cancellation.isCancelled { throw Cancelled() }
      simulator.live(
        person, luck: PersonLuck(key: key, person: UInt32(person)), settlement: settled.place(person), observer: &sums)
    }
    let table = lowering.data.table5
    let tables: [NAVGroup: CoefficientTable] = [
      .jobSeekers: try CoefficientTable(lowering.data.table13, model: 1),
      .reducedCapacity: try CoefficientTable(lowering.data.table14, model: 1),
    ]
    return try table.rows.indices.compactMap { row in
      let printed = try table.text(row, "effect_pp")
      guard let printed = Double(printed),
        let group = NAVGroup.allCases.first(where: { $0.key == (try? table.text(row, "group")) }),
        let sex = Sex(key: try table.text(row, "sex"))
      else { return nil }
      let measure = try table.text(row, "measure")
      let slope = try tables[group]!.coefficient("measure_after", measure) * sums.meanSlope(group, sex)
      return MarginalEffect(
        group: group.key, measure: measure, sex: sex.key, printed: printed, simulated: slope * 100,
        line: Int(try table.number(row, "line")))
    }
  }

  /// Runs the baseline again with terms of measures left out, on the same draws.
  private func measureGaps(
    _ baseline: ScenarioPlan, _ lowering: Lowering, all: MomentSums, population: Population, size: RunSize,
    cancellation: Cancellation,
    progress: @escaping @Sendable (Double) -> Void
  ) throws -> [MeasureGap] {
    var single = size
    single.replicates = 1
    func sums(_ lowering: Lowering, step: Double) throws -> MomentSums {
      defer { progress(step / 4) }
      let scenario = try lowering.lower(baseline, population: population)
      return try MomentRun(population: population, scenario: scenario, size: single).sums(cancellation: cancellation)[0]
    }
    let none = try sums(lowering.withoutMeasureTerms(during: true, after: true), step: 1)
    let during = try sums(lowering.withoutMeasureTerms(during: false, after: true), step: 2)
    let after = try sums(lowering.withoutMeasureTerms(during: true, after: false), step: 3)
    var unselected = lowering.withoutMeasureTerms(during: true, after: true)
    unselected.parameters[.seekerMeasureSelection] = 0
    unselected.parameters[.reducedMeasureSelection] = 0
    let immortal = try sums(unselected, step: 4)
    return NAVGroup.allCases.map { group in
      let (with, without): (Moment, Moment) =
        group == .jobSeekers
        ? (.seekerWorkWithMeasure, .seekerWorkNoMeasure) : (.reducedWorkWithMeasure, .reducedWorkNoMeasure)
      func gap(_ sums: MomentSums) -> Double {
        (sums.value(with, weight: 1) ?? .nan) - (sums.value(without, weight: 1) ?? .nan)
      }
      return MeasureGap(
        group: group.key, difference: gap(all), withoutTerms: gap(none), immortalTime: gap(immortal),
        duringOnly: gap(during), afterOnly: gap(after))
    }
  }
}
