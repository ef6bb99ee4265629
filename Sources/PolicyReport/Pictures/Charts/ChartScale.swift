/// An axis: which values it shows, and where they lie in the picture.
struct ChartScale {
  var low: Double
  var high: Double
  /// Where the lowest and the highest value lie.
  var start: Double
  var end: Double

  /// An axis from one round number to another that holds all values.
  init(holding values: [Double], start: Double, end: Double) {
    let low = values.min() ?? 0
    let high = values.max() ?? 1
    let margin = high > low ? 0 : max(abs(high) * 0.1, 1)
    let step = Self.step(from: low - margin, to: high + margin)
    self.init(
      low: ((low - margin) / step).rounded(.down) * step, high: ((high + margin) / step).rounded(.up) * step,
      start: start, end: end)
  }

  init(low: Double, high: Double, start: Double, end: Double) {
    self.low = low
    self.high = high
    self.start = start
    self.end = end
  }

  func position(_ value: Double) -> Double {
    high > low ? start + (value - low) / (high - low) * (end - start) : (start + end) / 2
  }

  /// Round values on the axis, some five of them.
  var ticks: [Double] {
    let step = Self.step(from: low, to: high)
    let count = Int(((high - low) / step).rounded())
    return (0...max(0, min(count, 20))).map { low + Double($0) * step }
  }

  /// The distance between ticks: 1, 2 or 5 times a power of ten.
  private static func step(from low: Double, to high: Double) -> Double {
    let rough = (high - low) / 5
    guard rough > 0, rough.isFinite else { return 1 }
    var power = 1.0
    while power > rough { power /= 10 }
    while power * 10 <= rough { power *= 10 }
    return [1, 2, 5, 10].map { $0 * power }.first { $0 >= rough } ?? power
  }
}
