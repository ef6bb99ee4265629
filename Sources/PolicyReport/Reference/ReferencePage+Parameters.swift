import PolicyCore

extension ReferencePage {
  var parameters: [String] {
    var lines = ["# " + style.say(nb: "Parametre", en: "Parameters"), "", parameterIntroduction, ""]
    lines += grades
    for system in SystemName.systems(of: catalogue.parameters.map(\.name)) {
      lines += ["", "## " + SystemName.title(system)[style.language], ""]
      lines += table(catalogue.parameters.filter { SystemName.system(of: $0.name) == system })
    }
    return lines
  }

  private var parameterIntroduction: String {
    style.say(
      nb: """
        De navngitte tallene i modellen. Der et tall ikke er kjent, er spennet det som er rimelig; forsiktige verdier er de
        der reformer hjelper mindre, optimistiske der de hjelper mer. «Nøytral» er verdien uten virkning. SE er
        standardfeilen: rapportens, eller tilpasningens for verdier som er tilpasset. Linjer er linjene i teksten til
        Dokument 3:4 (2019–2020).
        """,
      en: """
        The named numbers of the model. Where a number is not known, its range is what is plausible; cautious values are
        those at which reforms help less, optimistic ones those at which they help more. Neutral is the value without
        effect. SE is the standard error: the report's, or for fitted values that of the fit. Lines are those of the text
        of Dokument 3:4 (2019–2020).
        """)
  }

  /// How many parameters are known how well.
  private var grades: [String] {
    let counts = EvidenceGrade.allCases.map { grade in (grade, catalogue.parameters.count { $0.grade == grade }) }
    return Markdown.table(
      [style.say(nb: "grunnlag", en: "evidence"), style.say(nb: "parametre", en: "parameters")],
      counts.filter { $0.1 > 0 }.map { [$0.0.ofLink[style.language], "\($0.1)"] })
  }

  private func table(_ parameters: [ParameterDeclaration]) -> [String] {
    let headers = [
      "parameter", style.say(nb: "navn", en: "label"), style.say(nb: "skala", en: "scale"),
      style.say(nb: "verdi", en: "value"), style.say(nb: "spenn eller SE", en: "range or SE"),
      style.say(nb: "forsiktig / optimistisk", en: "cautious / optimistic"), style.say(nb: "nøytral", en: "neutral"),
      style.say(nb: "grunnlag", en: "evidence"), style.say(nb: "begrunnelse", en: "reason"),
      style.say(nb: "kilde", en: "source"),
    ]
    return Markdown.table(headers, parameters.map(row))
  }

  private func row(_ parameter: ParameterDeclaration) -> [String] {
    let isFitted = parameter.grade == .fitted
    let mark = isFitted ? style.say(nb: " (tilpasset)", en: " (fitted)") : ""
    return [
      Markdown.code(parameter.name), Markdown.escaped(parameter.label[style.language]),
      Markdown.escaped(parameter.scale),
      documentation.number(parameter.value) + mark, spread(parameter), pair(parameter),
      parameter.neutral.map(documentation.number) ?? "", parameter.grade.ofLink[style.language],
      Markdown.escaped(parameter.reason), Markdown.escaped(documentation.sources(parameter.citations)),
    ]
  }

  /// The declared range, or the standard error it follows from; a fitted value has both.
  private func spread(_ parameter: ParameterDeclaration) -> String {
    guard let error = parameter.standardError else { return documentation.range(parameter) }
    let told = "SE " + documentation.number(error)
    return parameter.grade == .fitted ? documentation.range(parameter) + "; " + told : told
  }

  /// The cautious and the optimistic value, where a set of assumptions has one of its own.
  private func pair(_ parameter: ParameterDeclaration) -> String {
    guard parameter.cautious != nil || parameter.optimistic != nil else { return "" }
    return [AssumptionSet.cautious, .optimistic].map { documentation.number(parameter.value(in: $0)) }
      .joined(separator: " / ")
  }
}
