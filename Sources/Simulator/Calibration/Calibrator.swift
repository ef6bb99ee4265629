import PolicyCore

/// Fits the free parameters to the fitted targets by simulated moments with fixed draws.
struct Calibrator: Sendable {
  let population: Population
  let lowering: Lowering
  let baseline: ScenarioPlan
  let targets: [Target]
  let size: RunSize
  let cancellation: Cancellation

  /// Searches from the stated starting values; the shipped values are never looked at.
  func calibrate(progress: @escaping @Sendable (Double, String) -> Void) throws -> CalibrationReport {
    let free = FreeParameter.all
    let iterations = 8
    var evaluations = 0
    let expected = iterations * (free.count + 3 * size.replicates)
    let search = try LeastSquares.minimise(
      from: free.map { $0.inner($0.start) }, within: free.map { innerRange($0) }, step: 0.2, iterations: iterations,
      draws: size.replicates
    ) { x, draws in
      let replicates =
        switch draws {
        case .all: 0..<size.replicates
        case .one(let replicate): replicate..<replicate + 1
        }
      evaluations += replicates.count
      guard let simulated = try moments(x, replicates) else { return nil }
      let residuals = zip(targets, simulated).map { Self.robust(($1 - $0.aim) / $0.tolerance) }
      progress(min(Double(evaluations) / Double(expected), 1), "\(LeastSquares.squares(residuals))")
      return residuals
    }
    guard let solution = search else {
      throw EngineFailure(
        Label(nb: "modellen avviser kalibreringens startverdier", en: "the model refuses the starts of the calibration")
      )
    }
    // Half a tolerance is taken as the standard error of a target.
    let covariance = (LeastSquares.covariance(solution.jacobian) ?? []).map { $0.map { 0.25 * $0 } }
    let errors = free.indices.map { covariance.isEmpty ? .infinity : covariance[$0][$0].squareRoot() }
    let rows = free.indices.map { index -> CalibrationReport.Row in
      let parameter = free[index]
      let value = rounded(parameter.outer(solution.x[index]))
      let sensitivities = targets.indices
        .map {
          CalibrationReport.Sensitivity(
            target: targets[$0].moment.id,
            change: solution.jacobian[$0][index] * Self.stretch(solution.residuals[$0]) * 0.1)
        }
        .sorted { abs($0.change) > abs($1.change) }
      return CalibrationReport.Row(
        parameter: parameter.slot.rawValue,
        value: range(parameter).map(value.clamped) ?? value,
        standardError: rounded(errors[index] * parameter.slope(solution.x[index])),
        shipped: lowering.parameters[parameter.slot], identifiedBy: Array(sensitivities.prefix(3)))
    }
    let simulated = try moments(solution.x, 0..<size.replicates) ?? []
    let fitted = zip(targets, simulated).map { $0.row(simulated: Estimate(value: $1)) }
    return CalibrationReport(
      rows: rows, covariance: covariance, targets: fitted, objective: LeastSquares.squares(solution.residuals),
      iterations: solution.iterations)
  }

  /// What is squared and summed of an error in tolerances: the error itself within the tolerance, beyond it what makes the sum
  /// grow with the error alone (Huber 1964), so that a target that the model's form cannot meet does not spoil the others.
  static func robust(_ error: Double) -> Double {
    abs(error) <= 1 ? error : (error < 0 ? -1 : 1) * (2 * abs(error) - 1).squareRoot()
  }

  /// How much more an error moves than what is squared of it.
  static func stretch(_ robust: Double) -> Double { max(1, abs(robust)) }

  /// The declared range.
  private func range(_ parameter: FreeParameter) -> ClosedRange<Double>? {
    lowering.catalogue.parameters.first { $0.slot == parameter.slot.rawValue }?.range
  }

  /// The declared range on the scale of the search.
  private func innerRange(_ parameter: FreeParameter) -> ClosedRange<Double> {
    range(parameter).map { parameter.inner($0.lowerBound)...parameter.inner($0.upperBound) } ?? -.infinity ... .infinity
  }

  /// The targets' simulated values, or `nil` when the model refuses the parameters.
  private func moments(_ x: [Double], _ replicates: Range<Int>) throws -> [Double]? {
    var changed = lowering
    for (parameter, inner) in zip(FreeParameter.all, x) { changed.parameters[parameter.slot] = parameter.outer(inner) }
    let scenario: LoweredScenario
    do { scenario = try changed.lower(baseline, population: population) } catch is DataError { return nil }
    let sums = try MomentRun(population: population, scenario: scenario, size: size, replicates: replicates)
      .sums(cancellation: cancellation)
    return targets.map { target in
      let shares = sums.compactMap { $0.value(target.moment, weight: Double(population.weight)) }
      return shares.isEmpty ? target.aim : shares.reduce(0, +) / Double(shares.count)
    }
  }

  /// Four significant digits: more would claim what no target supports.
  private func rounded(_ value: Double) -> Double {
    guard value.isFinite, value != 0 else { return value }
    let scale = pow(10, 3 - floor(log10(abs(value))))
    return (value * scale).rounded() / scale
  }
}

extension Target {
  func row(simulated: Estimate?) -> ValidationRow {
    ValidationRow(
      id: moment.id, statement: statement, use: use, reason: reason, target: low,
      targetHigh: high > low ? high : nil, unit: unit, simulated: simulated?.value, low: simulated?.low,
      high: simulated?.high, error: simulated.map { error($0.value) }, tolerance: tolerance,
      naiveError: naive.map { error($0) }, line: line, system: system, factUnit: factUnit)
  }
}
