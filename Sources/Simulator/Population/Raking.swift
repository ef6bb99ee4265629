/// Iterative proportional fitting of weights to margins and conditional shares.
struct Raking {
  /// Target shares of categories among those whom the margin covers; their total weight is kept.
  struct Margin {
    /// The category of every weight; `shares.count` for one that the margin does not cover.
    var codes: ContiguousArray<UInt8>
    var shares: [Double]
  }

  /// How far a fit came.
  struct Fit: Equatable {
    var rounds: Int
    /// The largest distance of a share from its target met in the last round; infinite for a margin of nobody.
    var misfit: Double
    /// The margin that was off so far.
    var worst: Int?
    var isConverged: Bool
  }

  var margins: [Margin]
  /// The misfit at which a fit has converged; shares are printed to a tenth of a percentage point.
  var tolerance = 2e-5
  var maximalRounds = 100

  /// Multiplies the weights until every margin holds; a weight of zero stays zero.
  func fit(_ weights: inout ContiguousArray<Double>) -> Fit {
    var fit = Fit(rounds: 0, misfit: 0, worst: nil, isConverged: margins.isEmpty)
    while !fit.isConverged, fit.rounds < maximalRounds, fit.misfit.isFinite {
      fit.misfit = 0
      for (index, margin) in margins.enumerated() {
        let misfit = Self.adjust(&weights, to: margin)
        if misfit >= fit.misfit { (fit.misfit, fit.worst) = (misfit, index) }
      }
      fit.rounds += 1
      fit.isConverged = fit.misfit < tolerance
    }
    return fit
  }

  /// Makes one margin hold and returns how far it was off.
  private static func adjust(_ weights: inout ContiguousArray<Double>, to margin: Margin) -> Double {
    let outside = margin.shares.count
    var factors = [Double](repeating: 0, count: outside + 1)
    margin.codes.withUnsafeBufferPointer { codes in
      weights.withUnsafeMutableBufferPointer { weights in
        for index in weights.indices { factors[Int(codes[index])] += weights[index] }
      }
    }
    let total = factors[..<outside].reduce(0, +)
    guard total > 0 else { return .infinity }
    var misfit = 0.0
    for (category, share) in margin.shares.enumerated() {
      let sum = factors[category]
      misfit = max(misfit, abs(sum / total - share))
      factors[category] = sum > 0 ? share * total / sum : 0
    }
    factors[outside] = 1
    margin.codes.withUnsafeBufferPointer { codes in
      weights.withUnsafeMutableBufferPointer { weights in
        for index in weights.indices { weights[index] *= factors[Int(codes[index])] }
      }
    }
    return misfit
  }

  /// Whole numbers that follow the weights and sum to `total`: running sums are rounded, so that no stretch of
  /// neighbours is off by more than one.
  static func wholeNumbers(following weights: ContiguousArray<Double>, total: Int) -> ContiguousArray<Int> {
    let sum = weights.reduce(0, +)
    guard sum > 0 else { return ContiguousArray(repeating: 0, count: weights.count) }
    var running = 0.0
    var given = 0
    var numbers = ContiguousArray<Int>()
    numbers.reserveCapacity(weights.count)
    for weight in weights {
      running += weight
      let until = min(total, Int((running / sum * Double(total)).rounded()))
      numbers.append(until - given)
      given = until
    }
    return numbers
  }
}
