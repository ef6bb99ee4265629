extension Estimate {
  /// The mean of replicates with the interval that their uncertainty asks for.
  public init(replicates values: [Double], uncertainty: RunUncertainty) {
    switch uncertainty {
    case .monteCarlo: self.init(replicates: values)
    case .parameters: self.init(draws: values)
    }
  }

  /// The mean of replicates that each have parameters of their own, with the 95 % interval in which one more draw would
  /// lie (Student's t).
  ///
  /// The interval of their mean would shrink to nothing with their number, as if more computing made the parameters
  /// better known.
  public init(draws values: [Double]) {
    self.init(replicates: values)
    guard let low, let high else { return }
    let widening = Double(values.count + 1).squareRoot()
    self.low = value - (value - low) * widening
    self.high = value + (high - value) * widening
  }

  /// The mean of replicates with its 95 % Monte Carlo interval (Student's t); one replicate has no interval.
  public init(replicates values: [Double]) {
    let n = Double(values.count)
    let mean = values.reduce(0, +) / n
    guard values.count > 1 else {
      self.init(value: mean)
      return
    }
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (n - 1)
    let half = studentQuantile(degreesOfFreedom: values.count - 1) * (variance / n).squareRoot()
    self.init(value: mean, low: mean - half, high: mean + half)
  }
}
