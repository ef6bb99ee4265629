import PolicyCore
import PolicyLang

// What can stand in questions that move a lever.

extension Candidates {
  /// In the line of a `sweep`: levers with their ranges, then clauses.
  func inSweep(_ words: [String]) -> [Candidate] {
    let clauses = ["over", "in", "since", "by", "among", "against", "show", "plot"]
    if words.contains(where: clauses.contains) { return inSweepClauses(words) }
    // After a comma comes a second lever, which needs no `of`.
    let start = words.lastIndex(of: ",").map { $0 + 1 } ?? 1
    let isFirst = start == 1
    let range = words[min(start, words.count)...]
    guard let lever = range.first else { return levers }
    guard !isFirst || range.contains("of") else { return keywords(["of"]) }
    if isFirst, range.last == "of" { return scenarios }
    guard range.contains("from") else { return keywords(["from"]) }
    if let values = inRange(range, of: lever) { return values }
    guard let step = range.lastIndex(of: "step") else { return keywords(["step"]) }
    let after = range[(step + 1)...]
    if after.isEmpty { return [] }
    if after.count == 1 { return units(of: lever, isDifference: true) }
    return keywords(clauses.filter { $0 != "in" }) + (isFirst ? [Candidate(text: ",", detail: "a second lever")] : [])
  }

  /// In the line of an `attribute`.
  func inAttribution(_ words: [String]) -> [Candidate] {
    words.count == 1 ? scenarios : inAttributionClauses(Array(words.dropFirst())).filter { $0.text != "end" }
  }

  /// The clauses of an `attribute`: those of a sweep without pictures.
  func inAttributionClauses(_ words: [String]) -> [Candidate] {
    inSweepClauses(words).filter { $0.text != "plot" }
  }

  /// In the line of a `sensitivity`.
  func inSensitivity(_ words: [String]) -> [Candidate] {
    words.count == 1 ? scenarios : inSensitivityClauses(Array(words.dropFirst())).filter { $0.text != "end" }
  }

  /// The clauses of a `sensitivity`: those of an `attribute` without groups, and what is moved.
  func inSensitivityClauses(_ words: [String]) -> [Candidate] {
    if words.last == "to" { return SensitivityScope.allCases.map { Candidate(text: $0.rawValue) } }
    let clauses = inAttributionClauses(words).filter { $0.text != "by" }
    let isBetween = clauses.contains { $0.text == "show" } && !words.contains("to")
    return clauses + (isBetween ? keywords(["to"]) : [])
  }

  /// In the line of a `solve`: the lever with its range, then the goal.
  func inSolve(_ words: [String]) -> [Candidate] {
    if let goal = words.firstIndex(of: "that") { return inExpectation(["expect"] + words[(goal + 1)...]) }
    guard words.count > 1 else { return levers }
    guard words.contains("of") else { return keywords(["of"]) }
    if words.last == "of" { return scenarios }
    guard words.contains("from") else { return keywords(["from"]) }
    if let values = inRange(words[1...], of: words[1]) { return values }
    return words.last == "so" ? [Candidate(text: "that")] : keywords(["so"])
  }

  /// In the line of an `optimise`: the scenario, levers with their ranges, then goal and conditions.
  func inSearch(_ words: [String]) -> [Candidate] {
    guard words.count > 1 else { return scenarios }
    guard let over = words.firstIndex(of: "over") else { return keywords(["over"]) }
    if let clause = words.lastIndex(where: Self.searchWords.contains) {
      return inSearchClauses(Array(words[clause...]))
    }
    let start = words.lastIndex(of: ",").map { $0 + 1 } ?? over + 1
    let range = words[min(start, words.count)...]
    guard let lever = range.first else { return levers }
    guard range.contains("from") else { return keywords(["from"]) }
    if range.last == "to", range.dropLast().contains("to") { return aims }
    if let values = inRange(range, of: lever) { return values }
    let next = [Candidate(text: "to")] + keywords(["among", "since"])
    guard let step = range.lastIndex(of: "step") else { return keywords(["step"]) + next }
    let after = range[(step + 1)...]
    return after.isEmpty ? [] : after.count == 1 ? units(of: lever, isDifference: true) : next
  }

  private static let searchWords: Set<String> = ["maximise", "minimise", "subject", "since", "among", "plot"]

  private var aims: [Candidate] { keywords(OptimisationPlan.Aim.allCases.map(\.rawValue)) }

  /// The clauses of an `optimise`, in its line or in its block.
  func inSearchClauses(_ words: [String]) -> [Candidate] {
    let next =
      [Candidate(text: "to", detail: "maximise or minimise")] + keywords(["subject", "since", "among", "plot"])
    if words == ["to"] { return aims }
    guard let position = words.lastIndex(where: Self.searchWords.contains) else {
      return next + keywords(["over", "end"])
    }
    let rest = Array(words[(position + 1)...])
    switch words[position] {
    case "maximise", "minimise":
      return rest.last == "to"
        ? aims : inExpectation(["expect"] + rest) + keywords(rest.contains(":") ? ["subject"] : [])
    case "subject":
      guard rest.first == "to" else { return [Candidate(text: "to")] }
      let start = rest.lastIndex(of: ",").map { $0 + 1 } ?? 1
      return inExpectation(["expect"] + rest[start...])
    case "since": return rest.isEmpty ? clocks : next
    case "plot": return rest.isEmpty ? [Candidate(text: "to")] + next : []
    default: return rest.isEmpty || rest.last == "," ? askedGroups + cohortWords : next
    }
  }

  /// Between `from` and the end of the last value; `nil` after it.
  private func inRange(_ words: ArraySlice<String>, of lever: String) -> [Candidate]? {
    guard let to = words.lastIndex(of: "to") else {
      return words.last == "from" ? [] : keywords(["to"]) + units(of: lever)
    }
    let after = words[(to + 1)...]
    if after.isEmpty { return [] }
    // Weights are read as a number, a sign and a number here.
    let isWeights = after.contains("/")
    if after.count == 1, after.last?.isNumeral == true, !isWeights { return units(of: lever) }
    return nil
  }

  /// The clauses of a `sweep`, in its line or in its block.
  func inSweepClauses(_ words: [String]) -> [Candidate] {
    let clauses = ["against", "over", "in", "since", "by", "among", "show", "plot", "to"]
    guard let position = words.lastIndex(where: clauses.contains) else {
      return keywords(["show", "plot", "over", "by", "among", "against", "end"])
    }
    let rest = words[(position + 1)...]
    let isOpen = rest.isEmpty || rest.last == ","
    let isPlot = words[..<position].last { ["show", "plot"].contains($0) } == "plot" || words[position] == "plot"
    let next = keywords(
      (isPlot ? ["in", "by", "to"] : ["over", "since", "by", "among", "against", "show", "plot"])
        .filter { $0 == "show" || $0 == "plot" || !words.contains($0) })
    switch words[position] {
    case "against": return isOpen ? scenarios : next
    case "over": return isOpen ? [] : rest.count == 1 ? keywords(["years"]) : next
    case "in": return isOpen ? ["year", "calendar"].map { Candidate(text: $0) } : rest.count > 1 ? next : []
    case "since": return isOpen ? clocks : next
    case "by": return isOpen ? groupingAttributes.filter { !rest.contains($0.text) } : next
    case "among": return isOpen ? askedGroups + cohortWords : next
    case "to": return []
    default: return isOpen ? outcomes.filter { !rest.contains($0.text) } : next + keywords(["in"])
    }
  }

  private func units(of lever: String, isDifference: Bool = false) -> [Candidate] {
    guard let lever = catalogue.lever(lever) else { return [] }
    let unit: Unit =
      switch lever.domain {
      case .quantity(let unit, _, _): unit
      case .levelTarget: .share
      case .weights: .number
      }
    let shown = isDifference ? unit.ofDifference : unit
    return shown == .number ? [] : [Candidate(text: shown.symbol, detail: "\(lever.domain)")]
  }
}
