import PolicyCore
import PolicyLang

// The names and words that candidates are taken from: declarations, and the language's own table.

extension Candidates {
  /// Everything that has a page.
  var declared: [Candidate] { scenarios + levers + outcomes + attributes + groups + parameters }

  /// After `show` at the beginning of a line: `changes of A against B`.
  func inChanges(_ words: [String]) -> [Candidate] {
    switch words.count {
    case 1: [Candidate(text: "changes")]
    case 2: keywords(["of"])
    case 3: scenarios
    case 4: keywords(["against"])
    case 5: scenarios
    default: []
    }
  }

  var catalogue: Catalogue { environment.catalogue }

  var levers: [Candidate] {
    catalogue.levers.map { Candidate(text: $0.name, detail: "\($0.label[language]), \($0.domain)") }
  }

  func levers(of scenario: String) -> [Candidate] {
    levers.map { Candidate(text: "\(scenario).\($0.text)", detail: $0.detail) }
  }

  var scenarios: [Candidate] {
    environment.scenarioNames.map { name in
      let lines = environment.scenarios[name]?.documentation.split(separator: "\n") ?? []
      return Candidate(text: name, detail: lines.first.map(String.init) ?? "")
    }
  }

  /// Numbers with a name, and functions.
  var values: [Candidate] {
    environment.values.sorted { $0.key < $1.key }.map { Candidate(text: $0.key, detail: "\($0.value.quantity)") }
      + environment.functions.sorted { $0.key < $1.key }.map { Candidate(text: $0.key, detail: $0.value.signature) }
      + BuiltInFunction.allCases.map { Candidate(text: $0.rawValue, detail: $0.documentation) }
  }

  var outcomes: [Candidate] { catalogue.outcomes.map { Candidate(text: $0.name, detail: $0.label[language]) } }
  var attributes: [Candidate] { candidates(of: catalogue.attributes) }
  /// Those that can divide the persons of a question.
  var groupingAttributes: [Candidate] { candidates(of: catalogue.attributes.filter { !$0.isLived }) }

  private func candidates(of attributes: [AttributeDeclaration]) -> [Candidate] {
    attributes.map { Candidate(text: $0.name, detail: $0.label[language]) }
  }

  var groups: [Candidate] { candidates(of: catalogue.groups) }
  /// Those that can pick the persons of a question.
  var askedGroups: [Candidate] {
    candidates(of: catalogue.groups.filter { catalogue.livedAttribute(of: $0.condition) == nil })
  }

  private func candidates(of groups: [GroupDeclaration]) -> [Candidate] {
    groups.map { Candidate(text: $0.name, detail: $0.label[language]) }
  }

  var parameters: [Candidate] {
    catalogue.parameters.map { Candidate(text: $0.name, detail: "\($0.label[language]), \($0.grade.rawValue)") }
  }

  var clocks: [Candidate] { Clock.allCases.map { Candidate(text: $0.rawValue) } }

  var cohortWords: [Candidate] { ["settled", "arrived", "exited"].map { Candidate(text: $0, detail: "in years") } }

  /// What begins a line of a declaration.
  var properties: [Candidate] {
    [
      "label", "domain", "baseline", "read", "reach", "through", "at_most", "moves", "collective", "acts", "source",
      "end",
    ]
    .map { Candidate(text: $0) }
  }

  func keywords(_ words: [String]) -> [Candidate] {
    words.map { word in
      let known = Language.keywords.filter { $0.word == word }
      let inside = known.first { $0.role != .statement } ?? known.first
      return Candidate(text: word, detail: inside?.documentation ?? "")
    }
  }

  func units(_ words: [String]) -> [Candidate] {
    Language.keywords.filter { $0.role == .unit && words.contains($0.word) }
      .map { Candidate(text: $0.word, detail: $0.documentation) }
  }
}
