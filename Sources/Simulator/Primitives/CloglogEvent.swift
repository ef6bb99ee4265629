/// Decides `u < 1 − exp(−h)`, the event of a complementary log-log hazard, nearly always without an exponential.
///
/// The Taylor polynomials of third and fourth degree bracket the probability for every `h ≥ 0`; only a draw between them
/// asks for more.
@inline(__always)
func isCloglogEvent(_ u: Double, hazard h: Double) -> Bool {
  let square = h * h
  let upper = h - square * (0.5 - h * (1.0 / 6))
  if u >= upper { return false }
  if u < upper - square * square * (1.0 / 24) { return true }
  return u < 1 - exp(-h)
}
