import PolicyCore
import PolicyLang

/// What can stand at a place of the program.
struct Candidates {
  struct Candidate: Hashable {
    var text: String
    var detail = ""
  }

  var environment: Environment
  var moduleNames: [String]
  /// Of labels.
  var language: OutputLanguage

  func list(_ typed: TypedText) -> [Candidate] {
    if let dot = typed.beginning.firstIndex(of: "."),
      environment.scenarios[String(typed.beginning[..<dot])] != nil
    {
      return levers(of: String(typed.beginning[..<dot]))
    }
    let words = typed.words
    switch (typed.block, words.first) {
    case (.some, "end"): return []
    case ("scenario", _): return inScenario(words)
    case ("lever", nil), ("external", nil): return properties
    case ("lever", "at_most"), ("external", "at_most"): return words.count == 1 ? levers : []
    case ("external", "moves"): return words.count == 1 ? MovedEvent.allCases.map { Candidate(text: $0.rawValue) } : []
    case ("lever", _), ("external", _): return units(after: words)
    case ("measure", _): return inMeasure(words)
    case ("compare", _): return inComparison(words)
    case ("sweep", _): return inSweepClauses(words)
    case ("optimise", _): return inSearchClauses(words)
    case ("attribute", _): return inAttributionClauses(words)
    case ("sensitivity", _): return inSensitivityClauses(words)
    case (_, nil): return statements
    case (_, "use"): return words.count == 1 ? moduleNames.map { Candidate(text: $0) } : []
    case (_, "scenario"): return afterScenario(words)
    case (_, "compare"): return inComparison(words)
    case (_, "expect"): return inExpectation(words)
    case (_, "sweep"): return inSweep(words)
    case (_, "solve"): return inSolve(words)
    case (_, "optimise"): return inSearch(words)
    case (_, "explain"): return words.count == 1 ? declared : []
    case (_, "assumptions"): return words.count == 1 ? catalogue.assumptionNames.map { Candidate(text: $0) } : []
    case (_, "show"): return inChanges(words)
    case (_, "export"): return words.count == 1 ? [Candidate(text: "answer")] + scenarios : keywords(["to"])
    case (_, "attribute"): return inAttribution(words)
    case (_, "sensitivity"): return inSensitivity(words)
    case (_, "trace"): return inTrace(words)
    case (_, "lever"): return words.count == 2 ? keywords(["sets"]) : words.last == "sets" ? levers : []
    case (_, "group"): return inGroup(words)
    case (_, "outcome"): return inOutcome(words)
    default: return units(after: words) + (Self.operators.contains(words.last ?? "") ? values : [])
    }
  }

  private static let operators: Set<String> = ["=", "+", "-", "*", "/", "("]

  private var statements: [Candidate] {
    let opening = Language.keywords.filter { $0.role == .statement && $0.isAvailable && $0.word != "end" }
    return opening.map { Candidate(text: $0.word, detail: $0.documentation) } + scenarios + values
  }

  private func afterScenario(_ words: [String]) -> [Candidate] {
    switch words.count {
    case 2: keywords(["from"])
    case 3 where words[2] == "from": scenarios
    default: []
    }
  }

  private func inScenario(_ words: [String]) -> [Candidate] {
    guard let first = words.first else { return levers + keywords(["assume", "rule", "end"]) }
    if let target = words.lastIndex(of: "for") {
      return inTarget(words[(target + 1)...], next: first == "rule" ? [] : ["from", "until", "in", "instead"])
    }
    if first == "rule" { return words.count == 2 ? keywords(["for"]) : [] }
    if words.count == 1 { return first == "assume" ? parameters : [Candidate(text: "=")] }
    guard let lever = catalogue.lever(first), let last = words.last else {
      return first == "assume" && words.count == 2 ? [Candidate(text: "=")] : []
    }
    switch last {
    case "=": return [Candidate(text: "\(lever.baseline)", detail: "the baseline")] + values
    case "from", "until", "in": return []
    case ":" where words.dropLast().last == "level": return LanguageLevel.allCases.map { Candidate(text: $0.rawValue) }
    case _ where last.isNumeral && !isDate(words): return unit(of: lever)
    case _ where LanguageLevel(rawValue: last) != nil:
      return LanguageSkill.allCases.map { Candidate(text: $0.rawValue) }
    default: return keywords(["for", "from", "until", "in"].filter { !words.contains($0) })
    }
  }

  /// After `for`: whom a setting or a rule reaches.
  ///
  /// - Parameter next: The words that may follow a condition.
  func inTarget(_ words: ArraySlice<String>, next: [String]) -> [Candidate] {
    guard let last = words.last else { return [Candidate(text: "persons")] }
    let attribute = catalogue.attribute(words.dropLast().last ?? "")
    switch last {
    case "persons": return keywords(["where"])
    case "where", "and", "or", "not": return attributes + groups + keywords(["not"])
    case "is": return (attribute.map(categories) ?? []) + keywords(["not"])
    case _ where next.contains(last): return []
    case _ where catalogue.attribute(last) != nil: return keywords(["is", "in"])
    default: return keywords(["and", "or"] + next.filter { !words.contains($0) })
    }
  }

  private func categories(of attribute: AttributeDeclaration) -> [Candidate] {
    attribute.categories.map { Candidate(text: PersonCondition.written($0.key), detail: $0.label[language]) }
  }

  private func inComparison(_ words: [String]) -> [Candidate] {
    let clauses = ["compare", "against", "over", "in", "since", "by", "among", "show", "plot", "to"]
    guard let position = words.lastIndex(where: clauses.contains) else { return keywords(["show", "plot", "end"]) }
    let rest = words[(position + 1)...]
    let isOpen = rest.isEmpty || rest.last == ","
    let isPlot = words.lastIndex(of: "plot").map { !words[$0...].contains("to") } ?? false
    let next = keywords(
      (isPlot ? ["to"] : [])
        + ["over", "since", "by", "among", "against", "show", "plot"].filter { !words.contains($0) })
    switch words[position] {
    case "to": return next
    case "compare", "against": return isOpen ? scenarios.filter { !rest.contains($0.text) } : next
    case "over": return isOpen ? [] : rest.count == 1 ? keywords(["years"]) : next
    case "in": return isOpen ? [Candidate(text: "calendar")] : next
    case "since": return isOpen ? clocks : next
    case "by": return isOpen ? groupingAttributes.filter { !rest.contains($0.text) } : next
    case "among": return isOpen ? askedGroups + cohortWords : next
    default: return isOpen ? outcomes.filter { !rest.contains($0.text) } : next
    }
  }

  func inExpectation(_ words: [String]) -> [Candidate] {
    if words.dropFirst().first == "compare" { return inSnapshot(Array(words.dropFirst())) }
    if let colon = words.firstIndex(of: ":") {
      let outcome = words.count > 1 ? catalogue.outcome(words[1]) : nil
      let isSum = words[..<colon].contains("over") && outcome?.totalOfYears == .sum
      return inTerm(words[(colon + 1)...], unit: isSum ? outcome?.unit.ofSum : outcome?.unit)
    }
    let clauses = ["expect", "of", "in", "over", "since", "among"]
    guard let position = words.lastIndex(where: clauses.contains) else { return [] }
    let rest = words[(position + 1)...]
    let isOpen = rest.isEmpty || rest.last == ","
    let isTimed = words.contains("in") || words.contains("over")
    let next = keywords(
      ["of", "in", "over", "since", "among"].filter { word in
        !words.contains(word) && !(isTimed && (word == "in" || word == "over"))
      })
    switch words[position] {
    case "expect": return isOpen ? outcomes + keywords(["compare"]) : next
    case "of": return isOpen ? askedGroups : next
    case "over":
      if isOpen { return keywords(["calendar"]) }
      return rest.count == 1 && rest.last != "calendar" ? keywords(["years"]) : rest.count > 1 ? next : []
    case "in": return isOpen ? ["year", "calendar"].map { Candidate(text: $0) } : rest.count > 1 ? next : []
    case "since": return isOpen ? clocks : next
    default: return isOpen ? askedGroups + cohortWords : next
    }
  }

  /// A comparison whose answer is on record.
  private func inSnapshot(_ words: [String]) -> [Candidate] {
    guard let matches = words.firstIndex(of: "matches") else {
      let next = inComparison(words).filter { $0.text != "end" }
      // Where another clause can begin, and something is shown.
      let isBetween = next.contains { $0.text == "over" || $0.text == "by" || $0.text == "among" }
      return next + (words.contains("show") && (isBetween || next.isEmpty) ? keywords(["matches"]) : [])
    }
    let rest = words[(matches + 1)...]
    if rest.isEmpty { return [Candidate(text: "snapshot")] }
    return rest.count == 1 ? keywords(["within"]) : []
  }

  /// After the colon of an expectation: a scenario or a difference of two, then a bound.
  ///
  /// - Parameter unit: Of the outcome's levels.
  func inTerm(_ words: ArraySlice<String>, unit: Unit?) -> [Candidate] {
    guard let last = words.last, last != "-" else { return scenarios }
    let hasUnit = words.dropLast().contains(where: \.isNumeral)
    switch last {
    case "at": return ["least", "most"].map { Candidate(text: $0) }
    case "more", "less": return [Candidate(text: "than")]
    case _ where last.isNumeral: return units(ofBounds: words, unit: unit)
    case "per": return ["month", "year"].map { Candidate(text: $0) }
    case _ where hasUnit && words.contains("between") && !words.contains("and"): return keywords(["and"])
    case _ where hasUnit && words.contains("within") && !words.contains("of"): return keywords(["of"])
    case _ where environment.scenarios[last] != nil: return keywords(["at", "between", "within", "more", "less"])
    default: return []
    }
  }

  /// The unit of a bound: a difference's after `A - B` and for the distance of `within`, else the level's.
  private func units(ofBounds words: ArraySlice<String>, unit: Unit?) -> [Candidate] {
    guard let unit else { return units(["pp", "%"]) }
    let isDifference = words.dropFirst().first == "-" || words.contains("within") && !words.contains("of")
    let wanted = isDifference ? unit.ofDifference : unit
    let documentation = Language.keywords.first { $0.role == .unit && wanted.symbol.contains($0.word) }?.documentation
    return [Candidate(text: wanted.symbol, detail: documentation ?? "")]
  }

  private func units(after words: [String]) -> [Candidate] {
    guard words.last?.isNumeral == true, !isDate(words) else { return [] }
    return units(Language.keywords.filter(\.isAvailable).map(\.word))
  }

  private func unit(of lever: LeverDeclaration) -> [Candidate] {
    switch lever.domain {
    case .quantity(let unit, _, _): [Candidate(text: unit.symbol, detail: "\(lever.domain)")]
    case .weights: []
    case .levelTarget: units(["%"])
    }
  }

  /// Whether the number at the end is a date's: `from 2020-01` reads as a number, a sign and a number here.
  private func isDate(_ words: [String]) -> Bool {
    ["from", "until", "in", "-"].contains(words.dropLast().last ?? "")
  }
}
