import PolicyCore

/// What is known of a name: the page behind `doc NAME` and `:doc NAME`, made from the declaration alone.
public struct DocumentationPage {
  var catalogue: Catalogue
  var style: TextStyle

  public init(_ catalogue: Catalogue, style: TextStyle) {
    self.catalogue = catalogue
    self.style = style
  }

  /// The page of a declared name; `nil` when nothing has that name.
  public func text(of name: String) -> String? {
    if let lever = catalogue.lever(name) { return page(lever) }
    if let outcome = catalogue.outcome(name) { return page(outcome) }
    if let attribute = catalogue.attribute(name) { return page(attribute) }
    if let group = catalogue.group(name) { return page(group) }
    if let parameter = catalogue.parameter(name) { return page(parameter) }
    if let measure = catalogue.measure(name) { return page(measure) }
    return nil
  }

  /// One line a declaration, for `:help` and `doc` without a name.
  public var index: String {
    var lines = [heading(nb: "Virkemidler", en: "Levers")]
    lines += entries(
      catalogue.levers.map { ($0.name, "\($0.label[style.language]), \($0.domain)") })
    lines.append(heading(nb: "Utfall", en: "Outcomes"))
    lines += entries(catalogue.outcomes.map { ($0.name, $0.label[style.language]) })
    lines.append(heading(nb: "Egenskaper, til `by`", en: "Attributes, for `by`"))
    lines += entries(catalogue.attributes.filter { !$0.isLived }.map { ($0.name, $0.label[style.language]) })
    lines.append(
      heading(nb: "Det livet endrer, til regler og utfall", en: "What a life changes, for rules and outcomes"))
    lines += entries(catalogue.attributes.filter(\.isLived).map { ($0.name, $0.label[style.language]) })
    if !catalogue.measures.isEmpty {
      lines.append(heading(nb: "Egne tiltak", en: "Measures of your own"))
      lines += entries(catalogue.measures.map { ($0.name, $0.label[style.language]) })
    }
    if !catalogue.groups.isEmpty {
      lines.append(heading(nb: "Grupper, til `of`", en: "Groups, for `of`"))
      lines += entries(catalogue.groups.map { ($0.name, $0.label[style.language]) })
    }
    return lines.joined(separator: "\n")
  }

  // MARK: - Pages

  private func page(_ lever: LeverDeclaration) -> String {
    var lines = head(lever.name, kind: style.say(nb: "virkemiddel", en: "lever"), lever.label, lever.documentation)
    lines += listed(facts(of: lever))
    let links = links(of: lever)
    if let weakest = links.map(\.grade).max() {
      lines.append("  " + style.paint(chainTitle(weakest: weakest), .bold))
      for link in links { lines += chainLink(link) }
    }
    lines.append(heading(nb: "I et scenario", en: "In a scenario"))
    lines.append("    \(lever.name) = \(lever.baseline)")
    return lines.joined(separator: "\n")
  }

  private func page(_ outcome: OutcomeDeclaration) -> String {
    var lines = head(outcome.name, kind: style.say(nb: "utfall", en: "outcome"), outcome.label, outcome.documentation)
    lines += listed(facts(of: outcome))
    return lines.joined(separator: "\n")
  }

  private func page(_ attribute: AttributeDeclaration) -> String {
    let kind = style.say(nb: "egenskap", en: "attribute")
    var lines = head(attribute.name, kind: kind, attribute.label, attribute.documentation)
    lines.append(
      attribute.isOrdered
        ? heading(nb: "Kategorier, i rekkefølge", en: "Categories, in order")
        : heading(nb: "Kategorier", en: "Categories"))
    lines += entries(attribute.scale.map { ($0.key, $0.label[style.language]) })
    if attribute.outside > 0 {
      lines.append(heading(nb: "Utenfor rekkefølgen", en: "Outside the order"))
      lines += entries(attribute.categories.suffix(attribute.outside).map { ($0.key, $0.label[style.language]) })
    }
    return lines.joined(separator: "\n")
  }

  private func page(_ group: GroupDeclaration) -> String {
    let kind = style.say(nb: "gruppe", en: "group")
    var lines = head(group.name, kind: kind, group.label, group.documentation)
    lines += listed([(style.say(nb: "Hvem", en: "Who"), "\(group.condition)")])
    return lines.joined(separator: "\n")
  }

  private func page(_ measure: MeasureDeclaration) -> String {
    let kind = style.say(nb: "eget tiltak", en: "measure of your own")
    var lines = head(measure.name, kind: kind, measure.label, measure.documentation)
    lines += listed(facts(of: measure))
    for parameter in measure.parameters { lines += chainLink(parameter) }
    lines.append(heading(nb: "I et scenario", en: "In a scenario"))
    lines.append("    \(measure.lever.name) = \(measure.lever.probe)")
    return lines.joined(separator: "\n")
  }

  private func page(_ parameter: ParameterDeclaration) -> String {
    let kind = style.say(nb: "parameter", en: "parameter")
    var lines = head(parameter.name, kind: kind, parameter.label, parameter.documentation)
    lines += listed(facts(of: parameter))
    return lines.joined(separator: "\n")
  }

  // MARK: - Parts

  private func head(_ name: String, kind: String, _ label: Label, _ documentation: String) -> [String] {
    let lines = [style.paint(name, .bold) + "  (\(kind): \(label[style.language]))"]
    return lines + style.paragraphs(documentation)
  }

  private func heading(nb: String, en: String) -> String { "  " + style.paint(style.say(nb: nb, en: en), .bold) }

  private func listed(_ facts: [(term: String, text: String)]) -> [String] {
    let shown = facts.filter { !$0.text.isEmpty }
    let width = shown.map(\.term.count).max() ?? 0
    return shown.map { hanging("  " + $0.term.padded(to: width) + "   ", $0.text) }
  }

  private func entries(_ entries: [(String, String)]) -> [String] {
    let width = entries.map(\.0.count).max() ?? 0
    return entries.map { hanging("    " + $0.0.padded(to: width) + "  ", $0.1) }
  }

  /// A paragraph whose first line follows a term and whose others stand under it.
  private func hanging(_ term: String, _ text: String) -> String {
    let wrapped = style.wrap(text, indent: term.count)
    return term + wrapped.dropFirst(term.count)
  }

  private func chainLink(_ link: ParameterDeclaration) -> [String] {
    let rest = [link.label[style.language], link.reason, sources(link.citations)].filter { !$0.isEmpty }
    return [
      "    \(link.name) = \(number(link.value)) (\(range(link))), \(link.grade.ofLink[style.language])",
      style.wrap(rest.joined(separator: "; "), indent: 6),
    ]
  }

  func range(_ parameter: ParameterDeclaration) -> String {
    number(parameter.low) + style.say(nb: " til ", en: " to ") + number(parameter.high)
  }

  func number(_ value: Double) -> String { NumberFormat(style.language).significant(value) }
}
