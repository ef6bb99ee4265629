import PolicyCore

/// What is assumed and what it decides: a ranking, and under it each parameter in prose with its reason and source.
public struct AssumptionPage {
  var report: AssumptionReport
  var style: TextStyle

  public init(_ report: AssumptionReport, style: TextStyle) {
    self.report = report
    self.style = style
    self.style.width = min(style.width, 80)
  }

  public var text: String {
    let ranking = grid.lines(columns: grid.columnsThatFit(style.width), style: style)
    return ([title] + ranking + legend.map { style.paint(style.wrap($0), .dim) } + report.rows.flatMap(block))
      .joined(separator: "\n")
  }

  private var number: NumberFormat { NumberFormat(style.language) }

  // MARK: - Ranking

  private var title: String {
    let left = "  " + style.say(nb: "Antakelser, etter hva de avgjør", en: "Assumptions, by what they decide")
    var right = number.integer(report.size.persons) + style.say(nb: " personer × ", en: " persons × ")
    right += "\(number.integer(report.size.replicates)) "
    right +=
      report.size.replicates == 1
      ? style.say(nb: "kjøring", en: "run") : style.say(nb: "parvise kjøringer", en: "paired runs")
    return style.paint(left, .bold) + "".padded(to: max(2, style.width - left.count - right.count)) + right
  }

  private var years: [Int] { report.rows.first?.levels.map(\.year) ?? [] }

  private var grid: Grid {
    let effect = style.say(nb: "virkning", en: "effect")
    let headers = years.map { style.say(nb: "år \($0)", en: "year \($0)") } + [effect]
    let rows = report.rows.map { row -> Grid.Row in
      let strongest = row.probes.map(\.effect).max { abs($0.change) < abs($1.change) }
      let cells = row.levels.map(cell) + [strongest.map(cell) ?? Grid.Cell(".")]
      return Grid.Row(label: row.parameter.name, cells: cells, ink: row.largest == 0 ? .dim : nil)
    }
    return Grid(headers: headers, rows: rows, gap: 3)
  }

  private func cell(_ movement: AssumptionReport.Movement) -> Grid.Cell {
    guard movement.change != 0 else { return Grid.Cell("-") }
    return Grid.Cell(number.fixed(movement.change * 100, decimals: 2, showsPlus: true))
  }

  private var legend: [String] {
    let idle = report.rows.filter { $0.largest == 0 }.map(\.parameter.name)
    let levels = years.map { style.say(nb: "år \($0)", en: "year \($0)") }
      .joined(separator: style.say(nb: " og ", en: " and "))
    let year = report.rows.flatMap(\.probes).first?.effect.year
    let effect = year.map {
      style.say(
        nb: ", og i virkningen av en prøvereform i år \($0) (for det virkemiddelet der den endres mest)",
        en: ", and in the effect of a trial reform in year \($0) (for the lever whose effect changes most)")
    }
    return [
      report.size.assumptions.remark?[style.language],
      style.say(
        nb:
          "Endring i andelen sysselsatte, i prosentpoeng, når parameteren går fra laveste til høyeste verdi i spennet "
          + "og de andre står fast: \(levels) etter bosetting\(effect ?? "").",
        en:
          "Change of the share employed, in percentage points, when the parameter goes from the low to the high end of "
          + "its range and the others are held: \(levels) since settlement\(effect ?? "")."),
      report.rows.contains { $0.probes.isEmpty }
        ? style.say(nb: ". ikke i noe virkemiddels kjede.", en: ". in the chain of no lever.") : nil,
      idle.isEmpty
        ? nil
        : style.say(
          nb: "- nøyaktig null. Ingenting her avhenger av \(idle.joined(separator: ", ")).",
          en: "- exactly zero. Nothing here depends on \(idle.joined(separator: ", "))."),
    ].compactMap { $0 }
  }

  // MARK: - Each parameter

  private func block(_ row: AssumptionReport.Row) -> [String] {
    let parameter = row.parameter
    let value = number.significant(parameter.value(in: report.size.assumptions))
    let head =
      "  " + style.paint(parameter.name, .bold) + " = \(value), \(parameter.grade.ofLink[style.language]): "
      + parameter.label[style.language]
    let sources = DocumentationPage(Catalogue(), style: style).sources(parameter.citations)
    let sentences =
      [levelSentence(row)] + row.probes.map(probeSentence)
      + [
        setSentence(parameter),
        parameter.reason.isEmpty ? nil : style.say(nb: "Begrunnelse: ", en: "Reason: ") + parameter.reason + ".",
        sources.isEmpty ? nil : style.say(nb: "Kilde: ", en: "Source: ") + sources + ".",
      ].compactMap { $0 }
    // Bold letters have no width of their own, so that the head may be broken only when it is plain.
    let heading = style.usesColour ? head : style.wrap(head)
    return ["", heading] + sentences.map { style.wrap($0, indent: 4) }
  }

  private func levelSentence(_ row: AssumptionReport.Row) -> String {
    let low = number.significant(row.parameter.low)
    let high = number.significant(row.parameter.high)
    let start = style.say(nb: "Fra \(low) til \(high) ", en: "From \(low) to \(high) the share employed ")
    let moved = row.levels.filter { $0.change != 0 }
    guard !moved.isEmpty else {
      return start + style.say(nb: "endres ikke andelen sysselsatte.", en: "does not change.")
    }
    let parts = moved.map { level in
      let ends = ends(level)
      return style.say(
        nb: "fra \(ends.0) til \(ends.1) % i år \(level.year)",
        en: "from \(ends.0) to \(ends.1) % in year \(level.year)")
    }
    let still = row.levels.filter { $0.change == 0 }.map { level in
      style.say(nb: "; i år \(level.year) er den uendret", en: "; in year \(level.year) it stays")
    }
    return start + style.say(nb: "endres andelen sysselsatte ", en: "changes ")
      + parts.joined(separator: style.say(nb: " og ", en: " and ")) + still.joined() + "."
  }

  private func probeSentence(_ probe: AssumptionReport.Probe) -> String {
    let reform = "\(probe.lever) = \(probe.value)"
    let ends = ends(probe.effect, showsPlus: true)
    guard probe.effect.change != 0 else {
      return style.say(
        nb: "Virkningen av \(reform) i år \(probe.effect.year) er den samme: \(ends.0) prosentpoeng.",
        en: "The effect of \(reform) in year \(probe.effect.year) stays the same: \(ends.0) pp.")
    }
    guard ends.0 != ends.1 else {
      return style.say(
        nb: "Virkningen av \(reform) i år \(probe.effect.year) endres knapt: \(ends.0) prosentpoeng.",
        en: "The effect of \(reform) in year \(probe.effect.year) hardly changes: \(ends.0) pp.")
    }
    return style.say(
      nb: "Virkningen av \(reform) i år \(probe.effect.year) går fra \(ends.0) til \(ends.1) prosentpoeng.",
      en: "The effect of \(reform) in year \(probe.effect.year) goes from \(ends.0) to \(ends.1) pp.")
  }

  private func setSentence(_ parameter: ParameterDeclaration) -> String? {
    guard parameter.cautious != nil || parameter.optimistic != nil else { return nil }
    let cautious = number.significant(parameter.value(in: .cautious))
    let optimistic = number.significant(parameter.value(in: .optimistic))
    return style.say(
      nb: "Forsiktig verdi \(cautious), optimistisk \(optimistic).",
      en: "Cautious value \(cautious), optimistic \(optimistic).")
  }

  /// Both ends in percent or points, with as many decimals as tell them apart.
  private func ends(_ movement: AssumptionReport.Movement, showsPlus: Bool = false) -> (String, String) {
    let decimals = abs(movement.change) < 0.001 && movement.change != 0 ? 2 : 1
    func text(_ value: Double) -> String { number.fixed(value * 100, decimals: decimals, showsPlus: showsPlus) }
    return (text(movement.atLow), text(movement.atHigh))
  }
}
