import PolicyCore

// What can stand in the definition of a group or an outcome.

extension Candidates {
  func inGroup(_ words: [String]) -> [Candidate] {
    guard words.count > 2, words[2] == "=" else { return [] }
    return inCondition(words[3...], after: ["="], next: ["label"])
  }

  /// After `outcome NAME =`: what is added up, and of whom.
  func inOutcome(_ words: [String]) -> [Candidate] {
    guard words.count > 2, words[2] == "=" else { return [] }
    if words.count == 3 { return ["share", "count", "mean", "sum"].map { Candidate(text: $0) } }
    let isAmount = ["mean", "sum"].contains(words[3]) && !words.contains("among")
    switch words.last {
    case "months": return outcomes.filter { catalogue.outcome($0.text)?.isMonthly ?? false }
    case "so": return [Candidate(text: "far")]
    case "mean", "sum": return amounts
    case _ where isAmount: return [Candidate(text: "so far")] + keywords(["among"])
    default: return inCondition(words[4...], after: ["share", "count", "among"], next: ["among", "label"])
    }
  }

  /// What can be averaged and compared.
  private var amounts: [Candidate] {
    [Candidate(text: "months")]
      + outcomes.filter { candidate in
        if case .kroner(.year, _)? = catalogue.outcome(candidate.text)?.unit { true } else { false }
      }
  }

  /// A condition on persons in a year.
  ///
  /// - Parameters:
  ///   - after: The words that it begins after.
  ///   - next: The words that may follow it.
  private func inCondition(_ words: ArraySlice<String>, after: [String], next: [String]) -> [Candidate] {
    let isOutcome = after.contains("share")
    guard let last = words.last, !after.contains(last) else {
      return attributes + groups + (isOutcome ? outcomes : []) + keywords(["not"])
    }
    if isOutcome, ["and", "or", "not"].contains(last) { return attributes + groups + outcomes + keywords(["not"]) }
    return inTarget(["where"] + words, next: next)
  }
}
