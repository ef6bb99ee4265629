import PolicyCore
import PolicyLang

// What can stand in a question about one life.

extension Candidates {
  /// In the line of a `trace`: whose life, then under which scenarios.
  func inTrace(_ words: [String]) -> [Candidate] {
    if words.count == 1 { return [Candidate(text: "person")] }
    let clauses = ["under", "over", "replicate"]
    let next = keywords(clauses.filter { !words.contains($0) })
    guard let position = words.lastIndex(where: clauses.contains) else { return inTracedPerson(words, next: next) }
    let rest = words[(position + 1)...]
    let isOpen = rest.isEmpty || rest.last == ","
    switch words[position] {
    case "under": return isOpen ? scenarios.filter { !rest.contains($0.text) } : next
    case "over": return isOpen ? [] : rest.count == 1 ? keywords(["years"]) : next
    default: return isOpen ? [] : next
    }
  }

  private func inTracedPerson(_ words: [String], next: [Candidate]) -> [Candidate] {
    let looks = Candidate(text: "whose lives part", detail: "the first person who does otherwise")
    if words.count == 2 { return keywords(["where"]) + [looks] + next }
    if words.contains("whose") { return words.last == "part" ? next : [] }
    guard let target = words.firstIndex(of: "where") else { return next }
    let condition = inTarget(words[target...], next: [])
    return condition.contains { $0.text == "and" } ? condition + [looks] + next : condition
  }
}
