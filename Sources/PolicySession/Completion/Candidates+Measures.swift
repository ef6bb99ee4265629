import PolicyCore

// What can stand in the block of a measure.

extension Candidates {
  func inMeasure(_ words: [String]) -> [Candidate] {
    guard let first = words.first else { return lines }
    switch first {
    case "who":
      if let target = words.lastIndex(of: "for") { return inTarget(words[(target + 1)...], next: []) }
      let isOpen = words.count == 1 || words.last == ","
      return isOpen ? groupsAtNAV.filter { !words.contains($0.text) } : keywords(["for"])
    case "benefit":
      return words.count == 1
        ? MeasureBenefit.allCases.map { Candidate(text: $0.rawValue, detail: $0.label[language]) } : []
    case "effect", "length", "cost": return inStatedNumber(words)
    case "places", "share":
      return words.last?.isNumeral == true
        ? words.contains("to") ? units(first == "places" ? ["persons"] : ["%"]) : keywords(["to"]) : []
    default: return []
    }
  }

  private var lines: [Candidate] {
    ["label", "who", "effect during", "effect after", "length", "cost", "places", "share", "benefit", "end"]
      .map { Candidate(text: $0) }
  }

  private var groupsAtNAV: [Candidate] {
    MeasureGroup.allCases.map { Candidate(text: $0.rawValue, detail: $0.label[language]) }
  }

  private func inStatedNumber(_ words: [String]) -> [Candidate] {
    let isEffect = words.first == "effect"
    let grades = MeasureNumber.allCases.first { isEffect ? $0.isEffect : $0.rawValue == words.first }?.grades ?? []
    guard words.contains("=") else {
      return isEffect && words.count == 1 ? ["during", "after"].map { Candidate(text: $0) } : [Candidate(text: "=")]
    }
    switch words.last {
    case "=": return []
    case "(": return words.contains("on") ? [Candidate(text: "job")] : ["se", "range"].map { Candidate(text: $0) }
    case "on": return [Candidate(text: "log_hazard")]
    case ",": return grades.map { Candidate(text: $0.rawValue) }
    case ")" where isEffect && !words.contains("on"): return keywords(["on"])
    case _ where words.last?.isNumeral == true && !isEffect: return units(words.first == "length" ? ["months"] : ["kr"])
    default: return []
    }
  }
}
