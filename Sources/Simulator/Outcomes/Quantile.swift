/// The quantile of amounts of equal weight, with linear interpolation between neighbours.
///
/// Hyndman and Fan 1996, "Sample quantiles in statistical packages", The American Statistician 50(4), definition 7.
///
/// - Parameters:
///   - amounts: in any order; `notYet` stands for more than any amount.
///   - share: between 0 and 1.
/// - Returns: `nil` for no amounts, and where the quantile is more than any.
func quantile(of amounts: [Int32], _ share: Double, notYet: Int32 = .max) -> Double? {
  guard !amounts.isEmpty else { return nil }
  let sorted = amounts.sorted()
  let position = Double(sorted.count - 1) * share
  let low = Int(position)
  let high = min(low + 1, sorted.count - 1)
  let part = position - Double(low)
  guard sorted[low] != notYet, part == 0 || sorted[high] != notYet else { return nil }
  return Double(sorted[low]) * (1 - part) + (part == 0 ? 0 : Double(sorted[high]) * part)
}
