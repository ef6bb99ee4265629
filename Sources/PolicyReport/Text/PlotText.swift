import PolicyCore

/// A picture in signs, for a terminal: a row for each number, `●` with its interval.
struct PlotText {
  struct Line {
    var label: String
    var rows: [(label: String, estimate: Estimate?)]
  }

  var title: String
  var unit: Unit
  var lines: [Line]
  var style: TextStyle

  private var factor: Double { unit.displayFactor }

  var text: String {
    let labels = lines.flatMap { $0.rows.map(\.label) }
    let margin = (labels.map(\.count).max() ?? 0) + 4
    let estimates = lines.flatMap { $0.rows.compactMap(\.estimate) }
    let values = estimates.flatMap { [$0.value, $0.low ?? $0.value, $0.high ?? $0.value] }.map { $0 * factor }
    let scale = ChartScale(holding: values, start: 0, end: Double(min(style.width, 90) - margin - 2))
    var text = [style.title("  " + title)] + fence
    for line in lines {
      if lines.count > 1 { text.append("  " + line.label) }
      for (label, estimate) in line.rows {
        text.append(("  " + label.padded(to: margin - 2) + row(estimate, scale)).trimmedEnd)
      }
    }
    return (text + [axis(scale, margin)] + fence).joined(separator: "\n")
  }

  /// Signs that stand under each other are code in Markdown.
  private var fence: [String] { style.isMarkdown ? ["```"] : [] }

  private func row(_ estimate: Estimate?, _ scale: ChartScale) -> String {
    guard let estimate else { return ".." }
    var signs = [Character](repeating: " ", count: Int(scale.end) + 1)
    func column(_ value: Double) -> Int { min(max(Int(scale.position(value * factor).rounded()), 0), signs.count - 1) }
    if let low = estimate.low, let high = estimate.high {
      for index in column(low)...max(column(low), column(high)) { signs[index] = "─" }
    }
    signs[column(estimate.value)] = "●"
    return String(signs)
  }

  private func axis(_ scale: ChartScale, _ margin: Int) -> String {
    let number = NumberFormat(style.language)
    var text = ""
    for tick in scale.ticks {
      let column = margin + Int(scale.position(tick).rounded())
      let shown = number.short(tick)
      guard column - shown.count / 2 > text.count || text.isEmpty else { continue }
      text = text.padded(to: column - shown.count / 2) + shown
    }
    return text
  }
}
