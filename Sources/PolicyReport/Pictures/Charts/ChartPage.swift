import PolicyCore

/// A picture with its title, its panels and where its numbers come from.
struct ChartPage {
  var title: String
  var subtitle: String
  /// What stands under the last panel: the words of the horizontal axis.
  var axis: String
  var panels: [LinePanel]
  var result: ComparisonResult
  var names: Names
  var style: TextStyle

  /// Where the first panel begins.
  static let top = 120

  /// Under the last panel: the axis, its words and three lines about the run.
  private static let foot = 114

  var svg: String {
    let bottom = Int(panels.map { $0.top + $0.height }.max() ?? Double(Self.top))
    let height = bottom + Self.foot
    // Names of lines stand to the right of them.
    let longest = panels.filter { $0.lines.count > 1 }.flatMap { $0.lines.map(\.label.count) }.max() ?? 0
    let width = max(760, Int(LinePanel.right) + 40 + 7 * longest)
    let parts =
      [
        SVG.text(title, x: 24, y: 34, class: "title"), SVG.text(subtitle, x: 24, y: 58, class: "small"),
      ] + panels.flatMap(\.svg) + [SVG.text(axis, x: 346, y: bottom + 40, class: "middle")]
      + source.enumerated().map { SVG.text($1, x: 24, y: bottom + 74 + 17 * $0, class: "small") }
    return """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width) \(height)" role="img" \
      lang="\(style.language.rawValue)">
      <title>\(SVG.escaped(title))</title>
      <desc>\(SVG.escaped(([subtitle + "."] + source).joined(separator: " ")))</desc>
      <style>\(Self.css)</style>
      <rect width="\(width)" height="\(height)" fill="#ffffff"/>
      \(parts.joined(separator: "\n"))
      </svg>

      """
  }

  private var source: [String] {
    let run = RunText(result, style)
    let made =
      style.say(nb: "Modellberegning, ikke prognose: ", en: "A model's calculation, no forecast: ")
      + run.text(seconds: nil) + style.say(nb: ", frø ", en: ", seed ") + "\(result.size.seed)."
    let band = run.coverage(names).replacing("±", with: style.say(nb: "Bånd", en: "Band")) + "."
    return [made, band] + (result.size.assumptions.remark.map { [$0[style.language]] } ?? [])
  }

  private static let css: String = {
    let inks = SVG.inks.enumerated().map { index, ink in
      ".i\(index) { stroke: \(ink); } .b\(index) { fill: \(ink); }"
    }
    return """

      text { font-family: "Liberation Sans", Arial, Helvetica, sans-serif; font-size: 12px; fill: #1b1b1b; }
      .title { font-size: 19px; font-weight: bold; }
      .panel { font-size: 13px; font-weight: bold; }
      .small { fill: #444444; }
      .ends { text-anchor: end; }
      .middle { text-anchor: middle; }
      .grid { stroke: #dddddd; stroke-width: 1; fill: none; }
      .axis { stroke: #555555; stroke-width: 1; fill: none; }
      .line { stroke-width: 2; fill: none; }
      .reference { stroke-width: 1.2; fill: none; stroke-dasharray: 2 4; }
      .bar { stroke-width: 6; stroke-opacity: 0.25; }
      .band { fill-opacity: 0.18; }
      .d1 { stroke-dasharray: 8 3; }
      .d2 { stroke-dasharray: 3 3; }
      .d3 { stroke-dasharray: 9 3 2 3; }
      \(inks.joined(separator: "\n"))

      """
  }()
}
