import PolicyCore

extension ReferencePage {
  var levers: [String] {
    var lines = ["# " + style.say(nb: "Virkemidler", en: "Levers"), "", leverIntroduction, ""]
    lines += overview
    for system in SystemName.systems(of: catalogue.levers.map(\.name)) {
      lines += ["", "## " + SystemName.title(system)[style.language]]
      for lever in catalogue.levers where SystemName.system(of: lever.name) == system { lines += [""] + section(lever) }
    }
    return lines
  }

  private var leverIntroduction: String {
    style.say(
      nb: """
        Det et scenario kan sette. Virkningen av et virkemiddel går gjennom en kjede av [parametre](parameters.md) og er
        ikke bedre kjent enn det svakeste leddet. Linjer er linjene i teksten til Dokument 3:4 (2019–2020).
        """,
      en: """
        What a scenario can set. The effect of a lever runs through a chain of [parameters](parameters.md) and is known
        no better than the weakest link. Lines are those of the text of Dokument 3:4 (2019–2020).
        """)
  }

  private var overview: [String] {
    let headers = [
      style.say(nb: "virkemiddel", en: "lever"), style.say(nb: "navn", en: "label"),
      style.say(nb: "i dag", en: "baseline"),
      style.say(nb: "tillatt", en: "allowed"), style.say(nb: "svakeste ledd", en: "weakest link"),
    ]
    let systems = SystemName.systems(of: catalogue.levers.map(\.name))
    let sorted = systems.flatMap { system in catalogue.levers.filter { SystemName.system(of: $0.name) == system } }
    return Markdown.table(
      headers,
      sorted.map { lever in
        [
          "[\(Markdown.code(lever.name))](#\(Markdown.anchor(lever.name)))",
          Markdown.escaped(lever.label[style.language]),
          "\(lever.baseline)", Markdown.escaped("\(lever.domain)"),
          documentation.links(of: lever).map(\.grade).max()?.ofLink[style.language] ?? "",
        ]
      })
  }

  private func section(_ lever: LeverDeclaration) -> [String] {
    var facts = documentation.facts(of: lever)
    // Under the baseline, which is the first.
    facts.insert((style.say(nb: "I scenarioet `baseline`", en: "In the scenario `baseline`"), dated(lever)), at: 1)
    var lines = head(lever.name, lever.label, lever.documentation) + list(facts)
    let links = documentation.links(of: lever)
    if let weakest = links.map(\.grade).max() {
      lines += ["", documentation.chainTitle(weakest: weakest) + ".", ""] + chain(links)
    }
    return lines
  }

  /// What the scenario `baseline` sets, by period; nothing where it leaves the lever alone.
  private func dated(_ lever: LeverDeclaration) -> String {
    let settings = baseline.settings.filter { $0.slot == lever.slot }
    guard !settings.isEmpty else { return "" }
    let periods = settings.map { "\($0.value)" + period($0) }
    let always = settings.contains { $0.from == nil && $0.until == nil }
    return (periods + (always ? [] : [style.say(nb: "ellers", en: "otherwise") + " \(lever.baseline)"]))
      .joined(separator: "; ")
  }

  private func period(_ setting: LeverSetting) -> String {
    switch (setting.from, setting.until) {
    case (nil, nil): ""
    case (let from?, nil): style.say(nb: " fra \(from)", en: " from \(from)")
    case (nil, let until?): style.say(nb: " til og med \(until)", en: " until \(until)")
    case (let from?, let until?) where from.month == 1 && until == from + 11:
      style.say(nb: " i \(from.year)", en: " in \(from.year)")
    case (let from?, let until?): style.say(nb: " fra \(from) til og med \(until)", en: " from \(from) until \(until)")
    }
  }

  private func chain(_ links: [ParameterDeclaration]) -> [String] {
    let headers = [
      "parameter", style.say(nb: "navn", en: "label"), style.say(nb: "verdi", en: "value"),
      style.say(nb: "spenn", en: "range"), style.say(nb: "grunnlag", en: "evidence"),
    ]
    return Markdown.table(
      headers,
      links.map { link in
        [
          Markdown.code(link.name), Markdown.escaped(link.label[style.language]), documentation.number(link.value),
          documentation.range(link), link.grade.ofLink[style.language],
        ]
      })
  }
}
