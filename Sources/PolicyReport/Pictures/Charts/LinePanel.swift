import PolicyCore

/// A frame with axes, lines and the bands of their intervals.
struct LinePanel {
  struct Line {
    var label: String
    /// One for each value of the horizontal axis.
    var values: [Estimate?]
    /// A level line that it is read against.
    var reference: Double?
  }

  var lines: [Line]
  /// The values of the horizontal axis, in order, with the words of those that are named.
  var positions: [Double]
  var marks: [(position: Double, text: String)]
  /// Of the vertical axis; numbers are in its written scale.
  var unit: Unit
  var showsPlus = false
  var title: String
  var top: Double
  var height: Double
  var language: OutputLanguage
  /// The ends of the horizontal axis, where they are others than the first and the last position.
  var ends: (low: Double, high: Double)?
  /// What is written beside the points of the first line, by position.
  var notes: [String] = []

  static let left = 72.0
  static let right = 620.0

  private var horizontal: ChartScale {
    ChartScale(
      low: ends?.low ?? positions.min() ?? 0, high: ends?.high ?? positions.max() ?? 1, start: Self.left,
      end: Self.right)
  }

  private var vertical: ChartScale {
    let estimates = lines.flatMap { $0.values.compactMap { $0 } }
    var values = estimates.flatMap { [$0.value, $0.low ?? $0.value, $0.high ?? $0.value] }
    values += lines.compactMap(\.reference)
    return ChartScale(holding: values.map { $0 * unit.displayFactor }, start: top + height, end: top)
  }

  var svg: [String] {
    let (x, y) = (horizontal, vertical)
    return [SVG.text(title, x: 24, y: Int(top) - 14, class: "panel")] + axes(x, y)
      + lines.indices.flatMap { band(lines[$0], $0, x, y) } + lines.indices.flatMap { line(lines[$0], $0, x, y) }
      + labels(y) + noted(x, y)
  }

  /// The words beside the points, left out where they would lie on others.
  private func noted(_ x: ChartScale, _ y: ChartScale) -> [String] {
    var last = (x: -Double.infinity, y: -Double.infinity)
    return zip(zip(positions, notes), lines.first?.values ?? []).compactMap { place, estimate in
      guard let estimate else { return nil }
      let (position, words) = (x.position(place.0), y.position(estimate.value * unit.displayFactor))
      guard position - last.x > 60 || abs(words - last.y) > 16 else { return nil }
      last = (position, words)
      return SVG.text(place.1, x: Int(position.rounded()) + 8, y: Int(words.rounded()) + 16, class: "small")
    }
  }

  // MARK: - Axes

  private func axes(_ x: ChartScale, _ y: ChartScale) -> [String] {
    let number = NumberFormat(language)
    var parts: [String] = []
    for tick in y.ticks {
      let height = y.position(tick)
      parts.append(Self.segment(Self.left, height, Self.right, height, "grid"))
      parts.append(
        SVG.text(
          number.short(tick, showsPlus: showsPlus), x: Int(Self.left) - 8, y: Int(height.rounded()) + 4, class: "ends"))
    }
    let bottom = top + height
    if showsPlus, y.low < 0, y.high > 0 {
      parts.append(Self.segment(Self.left, y.position(0), Self.right, y.position(0), "axis"))
    }
    parts.append(Self.segment(Self.left, bottom, Self.right, bottom, "axis"))
    for mark in marks {
      let place = x.position(mark.position)
      parts.append(Self.segment(place, bottom, place, bottom + 5, "axis"))
      parts.append(SVG.text(mark.text, x: Int(place.rounded()), y: Int(bottom) + 19, class: "middle"))
    }
    return parts
  }

  private static func segment(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ style: String) -> String {
    "<path d=\"M\(SVG.coordinate(x1)) \(SVG.coordinate(y1)) L\(SVG.coordinate(x2)) \(SVG.coordinate(y2))\" class=\"\(style)\"/>"
  }

  // MARK: - Lines

  /// The stretches of a line between which there is no number.
  private func stretches(_ line: Line) -> [[(position: Double, estimate: Estimate)]] {
    var stretches: [[(position: Double, estimate: Estimate)]] = [[]]
    for (position, estimate) in zip(positions, line.values) {
      if let estimate {
        stretches[stretches.count - 1].append((position, estimate))
      } else {
        stretches.append([])
      }
    }
    return stretches.filter { !$0.isEmpty }
  }

  private func band(_ line: Line, _ index: Int, _ x: ChartScale, _ y: ChartScale) -> [String] {
    stretches(line).compactMap { stretch in
      let bounds = stretch.compactMap { point -> (x: Double, low: Double, high: Double)? in
        guard let low = point.estimate.low, let high = point.estimate.high else { return nil }
        return (
          x.position(point.position), y.position(low * unit.displayFactor), y.position(high * unit.displayFactor)
        )
      }
      guard bounds.count == stretch.count else { return nil }
      // One point has no breadth: its interval is a bar.
      guard bounds.count > 1 else {
        return Self.segment(bounds[0].x, bounds[0].low, bounds[0].x, bounds[0].high, "bar i\(index % SVG.inks.count)")
      }
      let edge = bounds.map { ($0.x, $0.high) } + bounds.reversed().map { ($0.x, $0.low) }
      return "<path d=\"\(Self.path(edge)) Z\" class=\"band b\(index % SVG.inks.count)\"/>"
    }
  }

  private func line(_ line: Line, _ index: Int, _ x: ChartScale, _ y: ChartScale) -> [String] {
    let ink = "i\(index % SVG.inks.count)"
    var parts: [String] = []
    if let reference = line.reference {
      let height = y.position(reference * unit.displayFactor)
      parts.append(Self.segment(Self.left, height, Self.right, height, "reference \(ink)"))
    }
    for stretch in stretches(line) {
      let points = stretch.map { (x.position($0.position), y.position($0.estimate.value * unit.displayFactor)) }
      parts.append("<path d=\"\(Self.path(points))\" class=\"line \(ink) d\(index % 4)\"/>")
      parts += points.map { point in
        "<circle cx=\"\(SVG.coordinate(point.0))\" cy=\"\(SVG.coordinate(point.1))\" r=\"2.5\" class=\"dot b\(index % SVG.inks.count)\"/>"
      }
    }
    return parts
  }

  private static func path(_ points: [(Double, Double)]) -> String {
    points.enumerated().map { index, point in
      "\(index == 0 ? "M" : "L")\(SVG.coordinate(point.0)) \(SVG.coordinate(point.1))"
    }.joined(separator: " ")
  }

  /// The names of the lines at their right ends, moved apart where they would lie on each other.
  private func labels(_ y: ChartScale) -> [String] {
    guard lines.count > 1 else { return [] }
    let ends = lines.enumerated().compactMap { index, line -> (y: Double, text: String, index: Int)? in
      guard let last = line.values.last(where: { $0 != nil }) ?? nil else { return nil }
      return (y.position(last.value * unit.displayFactor) + 4, line.label, index)
    }.sorted { ($0.y, $0.index) < ($1.y, $1.index) }
    var lowest = -Double.infinity
    return ends.flatMap { end -> [String] in
      let height = max(end.y, lowest + 15)
      lowest = height
      // The name is dark, so that it can be read; a piece of the line says whose it is.
      let style = "line i\(end.index % SVG.inks.count) d\(end.index % 4)"
      return [
        Self.segment(Self.right + 8, height - 4, Self.right + 26, height - 4, style),
        SVG.text(end.text, x: Int(Self.right) + 32, y: Int(height.rounded()), class: "name"),
      ]
    }
  }
}

extension SVG {
  /// The Government Analysis Function's palette in its order: each stands out from white and from its neighbours.
  static let inks = ["#12436D", "#28A197", "#801650", "#F46A25", "#3D3D3D", "#A285D1"]

  /// Two decimals, so that pictures are the same on every machine.
  static func coordinate(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let sign = hundredths < 0 ? "-" : ""
    let (whole, rest) = abs(hundredths).quotientAndRemainder(dividingBy: 100)
    return rest == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }
}
