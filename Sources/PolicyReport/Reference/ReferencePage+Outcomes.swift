import PolicyCore

extension ReferencePage {
  var outcomes: [String] {
    var lines = ["# " + style.say(nb: "Utfall", en: "Outcomes"), "", outcomeIntroduction, ""]
    lines += Markdown.table(
      [style.say(nb: "utfall", en: "outcome"), style.say(nb: "navn", en: "label"), style.say(nb: "enhet", en: "unit")],
      catalogue.outcomes.map { outcome in
        [
          "[\(Markdown.code(outcome.name))](#\(Markdown.anchor(outcome.name)))",
          Markdown.escaped(outcome.label[style.language]), Markdown.escaped(outcome.unit.inWords(style.language)),
        ]
      })
    for outcome in catalogue.outcomes {
      lines += [""] + head(outcome.name, outcome.label, outcome.documentation)
      lines += list(documentation.facts(of: outcome))
    }
    return lines
  }

  private var outcomeIntroduction: String {
    style.say(
      nb: """
        Det som kan måles hos personer, med `show` i et spørsmål og i en forventning. Klokker er det år kan regnes fra; den
        første brukes når ingen er nevnt. Linjer er linjene i teksten til Dokument 3:4 (2019–2020).
        """,
      en: """
        What can be measured of persons, with `show` in a question and in an expectation. Clocks are what years can count
        from; the first is used when none is named. Lines are those of the text of Dokument 3:4 (2019–2020).
        """)
  }
}
