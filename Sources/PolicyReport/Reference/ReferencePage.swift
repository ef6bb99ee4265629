import PolicyCore

/// All declarations of one kind as a page of Markdown, made from the declarations alone.
public struct ReferencePage {
  public enum Topic: String, CaseIterable, Sendable { case levers, parameters, outcomes }

  var catalogue: Catalogue
  /// The scenario `baseline`, which dates some levers.
  var baseline: ScenarioPlan
  var style: TextStyle

  public init(_ catalogue: Catalogue, baseline: ScenarioPlan, language: OutputLanguage) {
    self.catalogue = catalogue
    self.baseline = baseline
    style = TextStyle(language: language)
  }

  public func text(_ topic: Topic) -> String {
    let lines =
      switch topic {
      case .levers: levers
      case .parameters: parameters
      case .outcomes: outcomes
      }
    return lines.joined(separator: "\n") + "\n"
  }

  /// What pages say of a declaration elsewhere too.
  var documentation: DocumentationPage { DocumentationPage(catalogue, style: style) }

  /// A heading of the declared name, its labels in both languages, and its text.
  func head(_ name: String, _ label: Label, _ text: String) -> [String] {
    let lines = ["### \(name)", "", "**\(Markdown.escaped(label.en))** · nb: \(Markdown.escaped(label.nb))", ""]
    return text.isEmpty ? lines : lines + [Markdown.escaped(text), ""]
  }

  func list(_ facts: [(term: String, text: String)]) -> [String] {
    facts.filter { !$0.text.isEmpty }.map { "- **\($0.term)**: \(Markdown.escaped($0.text))" }
  }
}
