// The C library's elementary functions, under one import for all systems.
#if canImport(Glibc)
  @_exported import Glibc
#elseif canImport(Musl)
  @_exported import Musl
#elseif canImport(Darwin)
  @_exported import Darwin
#endif

/// The logistic function.
func logistic(_ x: Double) -> Double { 1 / (1 + exp(-x)) }

/// The log odds of a share.
func logit(_ share: Double) -> Double { log(share / (1 - share)) }

extension Double {
  /// The nearest value within a range.
  func clamped(to range: ClosedRange<Double>) -> Double { min(max(self, range.lowerBound), range.upperBound) }
}

/// The quantile of the standard normal distribution (Acklam's rational approximation, relative error below 1.2e-9).
func normalQuantile(_ p: Double) -> Double {
  let low = 0.02425
  func tail(_ q: Double) -> Double {
    let numerator =
      ((((-7.784894002430293e-03 * q - 3.223964580411365e-01) * q - 2.400758277161838) * q
        - 2.549732539343734) * q + 4.374664141464968) * q + 2.938163982698783
    let denominator =
      (((7.784695709041462e-03 * q + 3.224671290700398e-01) * q + 2.445134137142996) * q
        + 3.754408661907416) * q + 1
    return numerator / denominator
  }
  if p < low { return tail(sqrt(-2 * log(p))) }
  if p > 1 - low { return -tail(sqrt(-2 * log(1 - p))) }
  let q = p - 0.5
  let r = q * q
  let numerator =
    (((((-3.969683028665376e+01 * r + 2.209460984245205e+02) * r - 2.759285104469687e+02) * r
      + 1.383577518672690e+02) * r - 3.066479806614716e+01) * r + 2.506628277459239) * q
  let denominator =
    ((((-5.447609879822406e+01 * r + 1.615858368580409e+02) * r - 1.556989798598866e+02) * r
      + 6.680131188771972e+01) * r - 1.328068155288572e+01) * r + 1
  return numerator / denominator
}
