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
    lines += entries(catalogue.attributes.map { ($0.name, $0.label[style.language]) })
    if !catalogue.groups.isEmpty {
      lines.append(heading(nb: "Grupper, til `of`", en: "Groups, for `of`"))
      lines += entries(catalogue.groups.map { ($0.name, $0.label[style.language]) })
    }
    return lines.joined(separator: "\n")
  }

  // MARK: - Pages

  private func page(_ lever: LeverDeclaration) -> String {
    var lines = head(lever.name, kind: style.say(nb: "virkemiddel", en: "lever"), lever.label, lever.documentation)
    lines += facts([
      (style.say(nb: "I dag", en: "Baseline"), "\(lever.baseline)"),
      (style.say(nb: "Tillatt", en: "Allowed"), "\(lever.domain)"),
      (style.say(nb: "Høyst", en: "At most"), lever.atMost.map(limit) ?? ""),
      (
        style.say(nb: "Minst", en: "At least"),
        catalogue.levers.filter { $0.atMost == lever.name && $0.slot == $0.name }
          .map { limit($0.name) }.joined(separator: ", ")
      ),
      (style.say(nb: "Leses", en: "Read"), lever.readAt.inWords[style.language]),
      (style.say(nb: "Datert endring", en: "Dated change"), lever.reach.inWords[style.language]),
      (
        style.say(nb: "Flytter", en: "Moves"),
        lever.movesSettlement ? style.say(nb: "bosettingsmåneden", en: "the month of settlement") : ""
      ),
      (style.say(nb: "Virker", en: "Acts"), lever.acts[style.language]),
      (style.say(nb: "Setter", en: "Sets"), lever.slot == lever.name ? "" : lever.slot),
      (style.say(nb: "Kilde", en: "Source"), sources(lever.citations)),
    ])
    let links = lever.mechanism.compactMap { name in
      catalogue.parameters.first { $0.name == name || $0.slot == name }
    }
    if let weakest = links.map(\.grade).max() {
      lines.append(
        heading(
          nb: "Kjeden til utfallet, gradert etter det svakeste leddet: \(weakest.ofLink[style.language])",
          en: "The chain to the outcome, graded by its weakest link: \(weakest.ofLink[style.language])"))
      for link in links { lines += chainLink(link) }
    }
    lines.append(heading(nb: "I et scenario", en: "In a scenario"))
    lines.append("    \(lever.name) = \(lever.baseline)")
    return lines.joined(separator: "\n")
  }

  /// A lever that another one is bounded by.
  private func limit(_ name: String) -> String {
    let baseline = catalogue.lever(name).map { " (\(style.say(nb: "i dag", en: "baseline")) \($0.baseline))" }
    return name + (baseline ?? "")
  }

  private func page(_ outcome: OutcomeDeclaration) -> String {
    var lines = head(outcome.name, kind: style.say(nb: "utfall", en: "outcome"), outcome.label, outcome.documentation)
    lines += facts([
      (style.say(nb: "Enhet", en: "Unit"), outcome.unit.inWords(style.language)),
      (
        style.say(nb: "Klokker", en: "Clocks"),
        outcome.clocks.map { "\($0.rawValue) (\($0.years[style.language]))" }.joined(separator: ", ")
      ),
      (style.say(nb: "Kilde", en: "Source"), sources(outcome.citations)),
    ])
    return lines.joined(separator: "\n")
  }

  private func page(_ attribute: AttributeDeclaration) -> String {
    let kind = style.say(nb: "egenskap", en: "attribute")
    var lines = head(attribute.name, kind: kind, attribute.label, attribute.documentation)
    lines.append(
      attribute.isOrdered
        ? heading(nb: "Kategorier, i rekkefølge", en: "Categories, in order")
        : heading(nb: "Kategorier", en: "Categories"))
    lines += entries(attribute.categories.map { ($0.key, $0.label[style.language]) })
    return lines.joined(separator: "\n")
  }

  private func page(_ group: GroupDeclaration) -> String {
    let kind = style.say(nb: "gruppe", en: "group")
    var lines = head(group.name, kind: kind, group.label, group.documentation)
    lines += facts([(style.say(nb: "Hvem", en: "Who"), "\(group.attribute) is \(group.category)")])
    return lines.joined(separator: "\n")
  }

  private func page(_ parameter: ParameterDeclaration) -> String {
    let kind = style.say(nb: "parameter", en: "parameter")
    var lines = head(parameter.name, kind: kind, parameter.label, parameter.documentation)
    let users = catalogue.levers.filter { $0.mechanism.contains(parameter.name) }.map(\.name)
    lines += facts([
      (style.say(nb: "Verdi", en: "Value"), number(parameter.value)),
      (
        style.say(nb: "Spenn", en: "Range"),
        range(parameter)
      ),
      (style.say(nb: "Forsiktig", en: "Cautious"), parameter.cautious.map(number) ?? ""),
      (style.say(nb: "Optimistisk", en: "Optimistic"), parameter.optimistic.map(number) ?? ""),
      (style.say(nb: "Standardfeil", en: "Standard error"), parameter.standardError.map(number) ?? ""),
      (style.say(nb: "Uten virkning ved", en: "No effect at"), parameter.neutral.map(number) ?? ""),
      (style.say(nb: "Skala", en: "Scale"), parameter.scale),
      (style.say(nb: "Grunnlag", en: "Evidence"), parameter.grade.ofLink[style.language]),
      (style.say(nb: "Begrunnelse", en: "Reason"), parameter.reason),
      (style.say(nb: "Kilde", en: "Source"), sources(parameter.citations)),
      (style.say(nb: "Bærer", en: "Carries"), users.joined(separator: ", ")),
    ])
    return lines.joined(separator: "\n")
  }

  // MARK: - Parts

  private func head(_ name: String, kind: String, _ label: Label, _ documentation: String) -> [String] {
    let lines = [style.paint(name, .bold) + "  (\(kind): \(label[style.language]))"]
    return lines + style.paragraphs(documentation)
  }

  private func heading(nb: String, en: String) -> String { "  " + style.paint(style.say(nb: nb, en: en), .bold) }

  private func facts(_ facts: [(String, String)]) -> [String] {
    let shown = facts.filter { !$0.1.isEmpty }
    let width = shown.map(\.0.count).max() ?? 0
    return shown.map { hanging("  " + $0.0.padded(to: width) + "   ", $0.1) }
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

  private func range(_ parameter: ParameterDeclaration) -> String {
    number(parameter.low) + style.say(nb: " til ", en: " to ") + number(parameter.high)
  }

  private func number(_ value: Double) -> String { NumberFormat(style.language).significant(value) }

  /// Sources in the order given, the lines of one document together.
  func sources(_ citations: [Citation]) -> String {
    var documents: [String] = []
    for citation in citations where !documents.contains(citation.document) { documents.append(citation.document) }
    return documents.map { document in
      let lines = citations.filter { $0.document == document }.compactMap(\.line)
      let title = Citation(document: document).description
      guard !lines.isEmpty else { return title }
      let word = style.say(nb: lines.count == 1 ? "linje" : "linjer", en: lines.count == 1 ? "line" : "lines")
      return "\(title), \(word) \(lines.map(String.init).joined(separator: ", "))"
    }.joined(separator: "; ")
  }
}
