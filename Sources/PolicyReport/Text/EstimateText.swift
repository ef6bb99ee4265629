import PolicyCore

/// A number with its interval as a cell of a table.
struct EstimateText {
  /// Of what is shown: a difference of shares is in points.
  var unit: Unit
  var style: TextStyle

  init(_ unit: Unit, _ style: TextStyle) {
    self.unit = unit
    self.style = style
  }

  /// `65.7 %`, or `65.7 % ±0.2`.
  func level(_ estimate: Estimate, symbol: String, showsInterval: Bool) -> Grid.Cell {
    let shown = NumberFormat(style.language).fixed(estimate.value * unit.displayFactor, decimals: unit.decimals)
    return Grid.Cell(shown, showsInterval ? symbol + plusMinus(estimate) : symbol)
  }

  /// `+1.2 ±0.3`, or `-` for what is zero in every run.
  func difference(_ estimate: Estimate) -> Grid.Cell {
    if estimate.isExactlyZero { return Grid.Cell("-") }
    let number = NumberFormat(style.language)
    let shown = number.fixed(estimate.value * unit.displayFactor, decimals: unit.decimals, showsPlus: true)
    return Grid.Cell(shown, plusMinus(estimate))
  }

  private func plusMinus(_ estimate: Estimate) -> String {
    guard let low = estimate.low, let high = estimate.high else { return "" }
    return " " + plusMinus((high - low) / 2)
  }

  /// `±0.3`.
  func plusMinus(_ half: Double) -> String {
    "±" + NumberFormat(style.language).fixed(half * unit.displayFactor, decimals: unit.decimals)
  }
}
