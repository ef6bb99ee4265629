/// The pieces that pictures are made of.
enum SVG {
  /// Of a number's circle.
  static let radius = 8

  static func text(_ text: String, x: Int, y: Int, class style: String) -> String {
    "<text x=\"\(x)\" y=\"\(y)\" class=\"\(style)\">\(escaped(text))</text>"
  }

  static func number(_ number: Int, at point: StateLayout.Point, ink: StateLayout.Ink) -> String {
    "<circle cx=\"\(point.x)\" cy=\"\(point.y)\" r=\"\(radius)\" class=\"number \(ink.rawValue)\"/>"
      + text("\(number)", x: point.x, y: point.y + 4, class: "digits")
  }

  /// Drawn once for each colour: a marker does not take the colour of its line everywhere.
  static func arrowhead(_ ink: StateLayout.Ink) -> String {
    "<marker id=\"to-\(ink.rawValue)\" viewBox=\"0 0 10 10\" refX=\"9\" refY=\"5\" markerWidth=\"9\" markerHeight=\"9\" "
      + "markerUnits=\"userSpaceOnUse\" orient=\"auto\">"
      + "<path d=\"M0 0.5 L10 5 L0 9.5 z\" class=\"head \(ink.rawValue)\"/></marker>"
  }

  /// The point where a rounded corner begins.
  static func step(from corner: StateLayout.Point, to other: StateLayout.Point) -> StateLayout.Point {
    StateLayout.Point(
      x: corner.x + 9 * (other.x - corner.x).signum(), y: corner.y + 9 * (other.y - corner.y).signum())
  }

  static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }

  static let css = """

    text { font-family: Helvetica, Arial, sans-serif; fill: #1b1f24; }
    .title { font-size: 19px; font-weight: bold; }
    .label { font-size: 14px; font-weight: bold; text-anchor: middle; }
    .heading { font-size: 13px; font-weight: bold; }
    .small { font-size: 12.5px; fill: #3a424c; }
    .digits { font-size: 10px; text-anchor: middle; }
    .line { fill: none; stroke-width: 1.7; }
    .edge { fill: none; stroke: #ffffff; stroke-width: 6; }
    .rule { fill: none; stroke: #d5d9de; stroke-width: 1; }
    .box { stroke-width: 1.4; }
    .number { fill: #ffffff; stroke-width: 1.1; }
    .line.outOfWork, .box.outOfWork, .number.outOfWork { stroke: #6b7480; }
    .line.path, .box.path, .number.path { stroke: #2563a8; }
    .line.work, .box.work, .number.work { stroke: #1b7f4d; }
    .line.health, .box.health, .number.health { stroke: #b45309; }
    .head.outOfWork { fill: #6b7480; }
    .head.path { fill: #2563a8; }
    .head.work { fill: #1b7f4d; }
    .head.health { fill: #b45309; }
    .box.outOfWork { fill: #eff1f3; }
    .box.path { fill: #e6eff9; }
    .box.work { fill: #e3f3ea; }
    .box.health { fill: #fbeedd; }

    """
}
