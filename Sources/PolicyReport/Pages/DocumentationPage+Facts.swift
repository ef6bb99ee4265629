import PolicyCore

// What a page says of a declaration in a line each: a term and what it is, empty where the declaration says nothing.

extension DocumentationPage {
  func facts(of lever: LeverDeclaration) -> [(term: String, text: String)] {
    [
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
        style.say(nb: "Gjelder", en: "Holds"),
        lever.isCollective
          ? style.say(
            nb: "alle personer likt; ingen regel kan sette den for noen",
            en: "for all persons alike; no rule can set it for some")
          : ""
      ),
      (
        style.say(nb: "Flytter", en: "Moves"),
        lever.movesSettlement ? style.say(nb: "bosettingsmåneden", en: "the month of settlement") : ""
      ),
      (style.say(nb: "Virker", en: "Acts"), lever.acts[style.language]),
      (style.say(nb: "Setter", en: "Sets"), lever.slot == lever.name ? "" : lever.slot),
      (style.say(nb: "Kilde", en: "Source"), sources(lever.citations)),
    ]
  }

  func facts(of measure: MeasureDeclaration) -> [(term: String, text: String)] {
    [
      (
        style.say(nb: "For", en: "For"),
        measure.groups.map { $0.label[style.language] }.joined(separator: style.say(nb: " og ", en: " and "))
          + (measure.persons.map { style.say(nb: " der ", en: " where ") + "\($0)" } ?? "")
      ),
      (style.say(nb: "Virkemiddel", en: "Lever"), "\(measure.lever.name), \(measure.lever.domain)"),
      (style.say(nb: "Deltakerne får", en: "Participants get"), measure.benefit.label[style.language]),
    ]
  }

  func facts(of outcome: OutcomeDeclaration) -> [(term: String, text: String)] {
    [
      (style.say(nb: "Måler", en: "Measures"), outcome.formula.map { "\($0)" } ?? ""),
      (style.say(nb: "Enhet", en: "Unit"), outcome.unit.inWords(style.language)),
      (
        style.say(nb: "Klokker", en: "Clocks"),
        outcome.clocks.map { "\($0.rawValue) (\($0.years[style.language]))" }.joined(separator: ", ")
      ),
      (
        style.say(nb: "Måneder", en: "Months"),
        outcome.isMonthly ? style.say(nb: "kan telles: ", en: "can be counted: ") + "`months \(outcome.name)`" : ""
      ),
      (style.say(nb: "Kilde", en: "Source"), sources(outcome.citations)),
    ]
  }

  func facts(of parameter: ParameterDeclaration) -> [(term: String, text: String)] {
    let users = catalogue.levers.filter { $0.mechanism.contains(parameter.name) }.map(\.name)
    return [
      (style.say(nb: "Verdi", en: "Value"), number(parameter.value)),
      (style.say(nb: "Spenn", en: "Range"), range(parameter)),
      (style.say(nb: "Forsiktig", en: "Cautious"), parameter.cautious.map(number) ?? ""),
      (style.say(nb: "Optimistisk", en: "Optimistic"), parameter.optimistic.map(number) ?? ""),
      (style.say(nb: "Standardfeil", en: "Standard error"), parameter.standardError.map(number) ?? ""),
      (style.say(nb: "Uten virkning ved", en: "No effect at"), parameter.neutral.map(number) ?? ""),
      (style.say(nb: "Skala", en: "Scale"), parameter.scale),
      (style.say(nb: "Grunnlag", en: "Evidence"), parameter.grade.ofLink[style.language]),
      (style.say(nb: "Begrunnelse", en: "Reason"), parameter.reason),
      (style.say(nb: "Kilde", en: "Source"), sources(parameter.citations)),
      (style.say(nb: "Bærer", en: "Carries"), users.joined(separator: ", ")),
    ]
  }

  /// The parameters that a lever's effect runs through.
  func links(of lever: LeverDeclaration) -> [ParameterDeclaration] {
    lever.mechanism.compactMap { name in catalogue.parameters.first { $0.name == name || $0.slot == name } }
  }

  func chainTitle(weakest grade: EvidenceGrade) -> String {
    style.say(
      nb: "Kjeden til utfallet, gradert etter det svakeste leddet: \(grade.ofLink.nb)",
      en: "The chain to the outcome, graded by its weakest link: \(grade.ofLink.en)")
  }

  /// A lever that another one is bounded by.
  func limit(_ name: String) -> String {
    let baseline = catalogue.lever(name).map { " (\(style.say(nb: "i dag", en: "baseline")) \($0.baseline))" }
    return name + (baseline ?? "")
  }

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
