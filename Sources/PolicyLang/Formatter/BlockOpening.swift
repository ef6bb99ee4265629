/// Which first words open a block that `end` closes; lines inside are indented.
enum BlockOpening: Hashable {
  /// Each line inside begins with the name of a property, and its value follows.
  ///
  /// - Parameter width: How much room the names have at least, so that neighbours of a kind line up: what its longest
  ///   usual name takes.
  case properties(width: Int)
  case statements

  /// What a statement opens, if anything.
  init?(_ tokens: [Token]) {
    guard case .name(let word)? = tokens.first?.kind else { return nil }
    // Before `=` any word is a name.
    if tokens.count > 1, tokens[1].kind == .symbol(.equals) { return nil }
    switch word {
    case "external": self = .properties(width: Self.usualWidth(of: tokens.dropFirst().first))
    case "lever", "measure": self = .properties(width: 0)
    case "scenario", "rule": self = .statements
    // A question that says in its first line what it shows is complete there.
    case "compare", "sweep", "attribute", "sensitivity":
      guard !tokens.hasAnswer else { return nil }
      self = .statements
    case "optimise":
      guard !tokens.hasGoal else { return nil }
      self = .statements
    default: return nil
    }
  }

  private static func usualWidth(of kind: Token?) -> Int {
    guard case .name(let word)? = kind?.kind else { return 0 }
    let longest = ["lever": "baseline", "parameter": "neutral", "outcome": "source"]
    return longest[word]?.count ?? 0
  }
}

extension [Token] {
  fileprivate var hasAnswer: Bool { contains { $0.kind == .name("show") || $0.kind == .name("plot") } }

  /// Whether `to maximise` or `to minimise` stands in it.
  fileprivate var hasGoal: Bool {
    zip(self, dropFirst()).contains { pair in
      pair.0.kind == .name("to") && (pair.1.kind == .name("maximise") || pair.1.kind == .name("minimise"))
    }
  }

  /// Whether this is the line that closes a block.
  var isEnd: Bool { first?.kind == .name("end") && dropFirst().first?.kind != .symbol(.equals) }
}
