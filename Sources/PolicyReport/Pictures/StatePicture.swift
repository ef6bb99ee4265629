import PolicyCore

/// The states of a person and the transitions between them, as one SVG picture with its legend.
public struct StatePicture {
  var transitions: [StateTransition]
  var style: TextStyle

  /// - Parameter transitions: All transitions, those from one state together; they are numbered in this order.
  public init(_ transitions: [StateTransition], language: OutputLanguage) {
    self.transitions = transitions
    style = TextStyle(language: language)
  }

  public var svg: String {
    let legend = StateLegend(transitions, style: style)
    let height = StateLayout.height + legend.height
    let straight = numbered.filter { $0.route.points.count == 2 }
    let bent = numbered.filter { $0.route.points.count > 2 }
    // What bends crosses what is straight, and has a white edge there.
    let lines =
      straight.map(line) + bent.map { path($0.route, "class=\"edge\"") } + bent.map(line)
      + StateLayout.boxes.flatMap(box) + numbered.map { SVG.number($0.number, at: $0.route.number, ink: $0.ink) }
    return """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(StateLayout.width)" height="\(height)" \
      viewBox="0 0 \(StateLayout.width) \(height)" role="img">
      <title>\(SVG.escaped(title))</title>
      <style>\(SVG.css)</style>
      <defs>
      \(StateLayout.Ink.allCases.map(SVG.arrowhead).joined(separator: "\n"))
      </defs>
      <rect width="\(StateLayout.width)" height="\(height)" fill="#ffffff"/>
      \(SVG.text(title, x: 24, y: 34, class: "title"))
      \(SVG.text(howToRead, x: 24, y: 56, class: "small"))
      \((lines + key + legend.lines).joined(separator: "\n"))
      </svg>

      """
  }

  /// The transitions that are drawn, each with its number in the legend.
  var numbered: [(number: Int, route: StateLayout.Route, ink: StateLayout.Ink)] {
    transitions.enumerated().compactMap { index, transition in
      let route = StateLayout.routes.first { $0.from == transition.from && $0.to == transition.to }
      guard let route, let ink = StateLayout.box(transition.to)?.ink else { return nil }
      return (index + 1, route, ink)
    }
  }

  private var title: String {
    style.say(
      nb: "Tilstandene i modellen og overgangene mellom dem",
      en: "The states of the model and the transitions between them")
  }

  private var howToRead: String {
    style.say(
      nb: "En person er i én tilstand i hver måned. Tallet der en pil begynner, står i lista under.",
      en: "A person is in one state in each month. The number at the beginning of an arrow stands in the list below.")
  }

  private func line(_ number: Int, _ route: StateLayout.Route, _ ink: StateLayout.Ink) -> String {
    path(route, "class=\"line \(ink.rawValue)\" marker-end=\"url(#to-\(ink.rawValue))\"")
  }

  /// A line with rounded corners.
  private func path(_ route: StateLayout.Route, _ attributes: String) -> String {
    let points = route.points
    var data = "M\(points[0].x) \(points[0].y)"
    for index in points.indices.dropFirst() {
      let corner = points[index]
      guard index + 1 < points.count else {
        data += " L\(corner.x) \(corner.y)"
        break
      }
      let (before, after) = (
        SVG.step(from: corner, to: points[index - 1]), SVG.step(from: corner, to: points[index + 1])
      )
      data += " L\(before.x) \(before.y) Q\(corner.x) \(corner.y) \(after.x) \(after.y)"
    }
    return "<path d=\"\(data)\" \(attributes)/>"
  }

  private func box(_ box: StateLayout.Box) -> [String] {
    let words = style.language == .nb ? box.lines.nb : box.lines.en
    let top = box.y + box.height / 2 - (words.count - 1) * 9 + 5
    let frame =
      "<rect x=\"\(box.x)\" y=\"\(box.y)\" width=\"\(box.width)\" height=\"\(box.height)\" rx=\"8\" "
      + "class=\"box \(box.ink.rawValue)\"/>"
    return [frame]
      + words.enumerated().map { index, line in
        SVG.text(
          index == 0 ? line.capitalisedFirst : line, x: box.x + box.width / 2, y: top + index * 18, class: "label")
      }
  }

  /// What the colours mean, in the free corner under the first state.
  private var key: [String] {
    let meanings: [(StateLayout.Ink, [String])] = [
      (.work, [style.say(nb: "til arbeid", en: "to work")]),
      (
        .path,
        style.language == .nb
          ? ["til program, NAV", "eller utdanning"] : ["to a programme, NAV", "or education"]
      ),
      (
        .health,
        style.language == .nb
          ? ["til nedsatt arbeidsevne", "eller uføretrygd"] : ["to reduced capacity", "or disability benefit"]
      ),
      (
        .outOfWork,
        style.language == .nb ? ["til ingen av disse:", "uten arbeid"] : ["to none of these:", "out of work"]
      ),
    ]
    var lines: [String] = []
    var y = 672
    for (ink, words) in meanings {
      lines.append(
        "<path d=\"M24 \(y - 4) L56 \(y - 4)\" class=\"line \(ink.rawValue)\" "
          + "marker-end=\"url(#to-\(ink.rawValue))\"/>")
      for word in words {
        lines.append(SVG.text(word, x: 66, y: y, class: "small"))
        y += 16
      }
      y += 10
    }
    return lines
  }
}
