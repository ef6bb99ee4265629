import PolicyCore

/// Where every state stands and every transition runs in the picture, laid out by hand.
///
/// The states between out of work and employed stand in one column, so that what leads into them and out of them is
/// level; what leads from one to another of them bends around.
enum StateLayout {
  struct Point: Hashable {
    var x: Int
    var y: Int
  }

  /// What a state is in the picture: the colour of its box, and of all lines that lead to it.
  enum Ink: String, CaseIterable {
    case outOfWork, path, work, health
  }

  struct Box {
    /// The name in the diagram of states.
    var state: String
    var ink: Ink
    var x: Int
    var y: Int
    var width: Int
    var height: Int
    /// Broken by hand so that each line fits the box.
    var lines: (nb: [String], en: [String])

    var right: Int { x + width }
    var bottom: Int { y + height }
    var label: Label { Label(nb: Self.unbroken(lines.nb), en: Self.unbroken(lines.en)) }

    private static func unbroken(_ lines: [String]) -> String {
      lines.joined(separator: " ").replacing("- ", with: "")
    }
  }

  /// The line of a transition, from the edge of one box to the edge of another.
  struct Route {
    var from: String
    var to: String
    var points: [Point]

    /// Where the number stands: at the beginning, as far from the box as fits.
    var number: Point {
      let (start, next) = (points[0], points[1])
      let isLevel = start.y == next.y
      let distance = isLevel ? 18 : 14
      return Point(
        x: start.x + distance * (next.x - start.x).signum(), y: start.y + distance * (next.y - start.y).signum())
    }
  }

  static let width = 1100
  /// Where the boxes end and the legend begins.
  static let height = 856

  static let boxes = [
    Box(
      state: "awaiting settlement", ink: .outOfWork, x: 24, y: 206, width: 132, height: 64,
      lines: (["venter på", "bosetting"], ["awaiting", "settlement"])),
    Box(
      state: "introduction programme", ink: .path, x: 250, y: 84, width: 140, height: 72,
      lines: (["introduksjons-", "program"], ["introduction", "programme"])),
    Box(
      state: "out of work", ink: .outOfWork, x: 250, y: 196, width: 140, height: 636,
      lines: (["uten arbeid"], ["out of work"])),
    Box(
      state: "education", ink: .path, x: 536, y: 196, width: 180, height: 56, lines: (["utdanning"], ["education"])),
    Box(
      state: "Jobbsjansen", ink: .path, x: 536, y: 292, width: 180, height: 56,
      lines: (["Jobbsjansen"], ["Jobbsjansen"])),
    Box(
      state: "job seeker at NAV", ink: .path, x: 536, y: 388, width: 180, height: 74,
      lines: (["arbeidssøker", "hos NAV"], ["job seeker", "at NAV"])),
    Box(
      state: "qualification programme", ink: .path, x: 536, y: 502, width: 180, height: 56,
      lines: (["kvalifiserings-", "program (KVP)"], ["qualification", "programme (KVP)"])),
    Box(
      state: "reduced capacity at NAV", ink: .health, x: 536, y: 598, width: 180, height: 86,
      lines: (["nedsatt arbeidsevne", "hos NAV"], ["reduced capacity", "at NAV"])),
    Box(
      state: "disability benefit", ink: .health, x: 536, y: 724, width: 180, height: 48,
      lines: (["uføretrygd"], ["disability benefit"])),
    Box(
      state: "employed", ink: .work, x: 930, y: 76, width: 146, height: 756, lines: (["sysselsatt"], ["employed"])),
  ]

  static let routes = [
    level("awaiting settlement", "out of work", y: 238),
    level("out of work", "education", y: 215),
    level("education", "out of work", y: 233),
    level("out of work", "Jobbsjansen", y: 311),
    level("Jobbsjansen", "out of work", y: 329),
    level("out of work", "job seeker at NAV", y: 426),
    level("job seeker at NAV", "out of work", y: 446),
    level("out of work", "qualification programme", y: 521),
    level("qualification programme", "out of work", y: 539),
    level("out of work", "reduced capacity at NAV", y: 632),
    level("reduced capacity at NAV", "out of work", y: 652),
    level("out of work", "disability benefit", y: 748),
    level("out of work", "employed", y: 796),
    level("employed", "out of work", y: 816),
    level("introduction programme", "employed", y: 93),
    level("Jobbsjansen", "employed", y: 311),
    level("job seeker at NAV", "employed", y: 405),
    level("employed", "job seeker at NAV", y: 425),
    level("qualification programme", "employed", y: 530),
    level("reduced capacity at NAV", "employed", y: 653),
    level("employed", "reduced capacity at NAV", y: 671),
    upright("out of work", "introduction programme", x: 290),
    upright("introduction programme", "out of work", x: 350),
    upright("Jobbsjansen", "education", x: 626),
    upright("Jobbsjansen", "job seeker at NAV", x: 626),
    upright("qualification programme", "reduced capacity at NAV", x: 626),
    upright("reduced capacity at NAV", "disability benefit", x: 626),
    Route(
      from: "introduction programme", to: "education",
      points: [Point(x: 390, y: 129), Point(x: 626, y: 129), Point(x: 626, y: 196)]),
    Route(
      from: "introduction programme", to: "job seeker at NAV",
      points: [Point(x: 390, y: 147), Point(x: 463, y: 147), Point(x: 463, y: 405), Point(x: 536, y: 405)]),
    lossOfCapacity("introduction programme", x: 390, y: 111),
    lossOfCapacity("education", x: 716, y: 215),
    lossOfCapacity("Jobbsjansen", x: 716, y: 329),
    lossOfCapacity("job seeker at NAV", x: 716, y: 445),
    Route(
      from: "reduced capacity at NAV", to: "education",
      points: [Point(x: 716, y: 633), Point(x: 782, y: 633), Point(x: 782, y: 234), Point(x: 716, y: 234)]),
  ]

  static func box(_ state: String) -> Box? { boxes.first { $0.state == state } }

  /// A level line between boxes that stand beside each other.
  private static func level(_ from: String, _ to: String, y: Int) -> Route {
    guard let start = box(from), let end = box(to) else { return Route(from: from, to: to, points: []) }
    let isForward = start.x < end.x
    return Route(
      from: from, to: to,
      points: [
        Point(x: isForward ? start.right : start.x, y: y), Point(x: isForward ? end.x : end.right, y: y),
      ])
  }

  /// An upright line between boxes that stand above each other.
  private static func upright(_ from: String, _ to: String, x: Int) -> Route {
    guard let start = box(from), let end = box(to) else { return Route(from: from, to: to, points: []) }
    let isDownward = start.y < end.y
    return Route(
      from: from, to: to,
      points: [
        Point(x: x, y: isDownward ? start.bottom : start.y), Point(x: x, y: isDownward ? end.y : end.bottom),
      ])
  }

  /// To reduced capacity from the states above it: these lines join.
  private static func lossOfCapacity(_ from: String, x: Int, y: Int) -> Route {
    Route(
      from: from, to: "reduced capacity at NAV",
      points: [Point(x: x, y: y), Point(x: 752, y: y), Point(x: 752, y: 613), Point(x: 716, y: 613)])
  }
}
