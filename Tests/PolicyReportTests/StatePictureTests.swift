import PolicyCore
import Simulator
import Testing

@testable import PolicyReport

@Suite struct StatePictureTests {
  private let routes = StateLayout.routes

  @Test func everyStateHasAPlace() {
    #expect(StateLayout.boxes.map(\.state).sorted() == StateDiagram.states.sorted())
  }

  @Test func everyTransitionIsDrawnOnce() {
    let drawn = routes.map { "\($0.from) → \($0.to)" }.sorted()
    #expect(drawn == StateDiagram.transitions.map { "\($0.from) → \($0.to)" }.sorted())
    #expect(StatePicture(StateDiagram.transitions, language: .en).numbered.count == StateDiagram.transitions.count)
  }

  @Test func linesRunFromBoxToBox() throws {
    for route in routes {
      let (from, to) = (try #require(StateLayout.box(route.from)), try #require(StateLayout.box(route.to)))
      let (start, end) = (try #require(route.points.first), try #require(route.points.last))
      #expect(Self.isOnEdge(start, of: from) && Self.isOnEdge(end, of: to), "\(route)")
      for (point, next) in zip(route.points, route.points.dropFirst()) {
        #expect((point.x == next.x) != (point.y == next.y), "\(route)")
      }
    }
  }

  @Test func nothingLiesOnANumber() {
    for route in routes {
      let number = route.number
      for other in routes where other.from != route.from || other.to != route.to {
        #expect(Self.distance(number, other.number) > 2 * Double(SVG.radius), "\(route) and \(other)")
        for (point, next) in zip(other.points, other.points.dropFirst()) {
          let nearest = StateLayout.Point(
            x: min(max(number.x, min(point.x, next.x)), max(point.x, next.x)),
            y: min(max(number.y, min(point.y, next.y)), max(point.y, next.y)))
          #expect(Self.distance(number, nearest) > Double(SVG.radius), "\(other) crosses the number of \(route)")
        }
      }
      for box in StateLayout.boxes {
        let isBeside =
          number.x + SVG.radius <= box.x || number.x - SVG.radius >= box.right || number.y + SVG.radius <= box.y
          || number.y - SVG.radius >= box.bottom
        #expect(isBeside, "the number of \(route) lies on \(box.state)")
      }
    }
  }

  /// Bold letters of 14 pixels are 8 wide on average, those of the legend 6.
  @Test func textFits() {
    for box in StateLayout.boxes {
      for line in box.lines.nb + box.lines.en { #expect(line.count * 8 <= box.width - 12, "\(line)") }
    }
    let column = (StateLayout.width - 48) / 3 - 26
    for transition in StateDiagram.transitions {
      for language in OutputLanguage.allCases {
        let state = StateLayout.box(transition.to)?.label[language] ?? ""
        #expect("→ \(state): \(transition.by[language])".count * 6 <= column, "\(transition)")
      }
    }
  }

  @Test(arguments: OutputLanguage.allCases) func thePictureIsXMLWithItsLegend(language: OutputLanguage) {
    let svg = StatePicture(StateDiagram.transitions, language: language).svg
    let reader = XMLReader()
    #expect(reader.read(svg))
    // Each number stands in the picture and in the legend.
    #expect(reader.count("circle") == 2 * StateDiagram.transitions.count)
    #expect(!svg.contains("url(http") && !svg.contains("@import"))
    let words = language == .nb ? ["Uten arbeid", "ventetid før start"] : ["Out of work", "start delay"]
    for word in words { #expect(reader.text.contains(word)) }
    #expect(!reader.text.contains("introduksjons- program"))
  }

  private static func isOnEdge(_ point: StateLayout.Point, of box: StateLayout.Box) -> Bool {
    let isOnSide = [box.x, box.right].contains(point.x) && (box.y...box.bottom).contains(point.y)
    return isOnSide || [box.y, box.bottom].contains(point.y) && (box.x...box.right).contains(point.x)
  }

  private static func distance(_ point: StateLayout.Point, _ other: StateLayout.Point) -> Double {
    let (x, y) = (Double(point.x - other.x), Double(point.y - other.y))
    return (x * x + y * y).squareRoot()
  }
}
