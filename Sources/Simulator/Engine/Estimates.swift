import PolicyCore

extension Estimate {
  /// The mean of replicates with its 95 % Monte Carlo interval (Student's t); one replicate has no interval.
  init(replicates values: [Double]) {
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
