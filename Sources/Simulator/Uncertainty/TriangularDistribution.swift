/// The triangular distribution over a declared range with the value as its mode: all that a range and a value say.
struct TriangularDistribution: Hashable, Sendable {
  let low: Double
  let mode: Double
  let high: Double

  /// The value below which a share `u` of the distribution lies.
  func quantile(_ u: Double) -> Double {
    let width = high - low
    guard width > 0 else { return mode }
    let below = (mode - low) / width
    return u < below
      ? low + (u * width * (mode - low)).squareRoot() : high - ((1 - u) * width * (high - mode)).squareRoot()
  }
}
