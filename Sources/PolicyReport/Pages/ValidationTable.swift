import PolicyCore

/// Every target beside its simulated value, grouped by what it was used for.
public struct ValidationTable {
  var report: ValidationReport
  var rows: [ValidationRow] { report.rows }
  var style: TextStyle
  /// Whether facts that are not compared are listed one by one.
  var listsAll: Bool

  public init(_ report: ValidationReport, style: TextStyle, listsAll: Bool = false) {
    self.report = report
    self.style = style
    self.listsAll = listsAll
  }

  public var text: String {
    var lines: [String] = []
    for use in [ValidationRow.Use.fitted, .heldOut] {
      let shown = rows.filter { $0.use == use }
      guard !shown.isEmpty else { continue }
      lines.append(style.paint("  " + heading(use, shown), .bold))
      lines += grid(shown, use: use)
    }
    for use in [ValidationRow.Use.input, .unused] {
      let shown = rows.filter { $0.use == use }
      guard !shown.isEmpty else { continue }
      lines.append(style.paint("  " + heading(use, shown) + ": \(shown.count)", .bold))
      guard listsAll else { continue }
      lines += shown.map { row in
        style.wrap([row.id + line(row), row.reason].filter { !$0.isEmpty }.joined(separator: ": "), indent: 4)
      }
    }
    if !listsAll {
      lines.append(
        style.paint(
          style.wrap(
            style.say(
              nb: "Hva hvert tall er brukt til, og hvorfor ikke: `validate --all` eller `--json`.",
              en: "What each of them is used for, and why not: `validate --all` or `--json`."), indent: 4), .dim))
    }
    lines += bySystem + marginalEffects + gaps
    if rows.contains(where: \.isSuppressed) { lines.append(style.paint("  " + style.suppressed, .dim)) }
    return lines.joined(separator: "\n")
  }

  // MARK: - By system

  private var bySystem: [String] {
    let compared = rows.filter { $0.error != nil && ($0.use == .fitted || $0.use == .heldOut) }
    var systems: [String] = []
    for row in compared where !systems.contains(row.system) { systems.append(row.system) }
    guard systems.contains(where: { !$0.isEmpty }) else { return [] }
    let grid = Grid(
      headers: [
        style.say(nb: "tilpasset", en: "fitted"), style.say(nb: "innenfor", en: "within"),
        style.say(nb: "holdt utenfor", en: "held out"), style.say(nb: "innen 5 pp", en: "within 5 pp"),
        style.say(nb: "bedre enn naiv", en: "beats naive"),
      ],
      rows: (systems + [""]).map { system in
        let tally = ValidationTally(system.isEmpty ? compared : compared.filter { $0.system == system })
        let label = system.isEmpty ? style.say(nb: "i alt", en: "all") : system
        return Grid.Row(
          label: "  " + label,
          cells: [
            Grid.Cell("\(tally.fitted)"), Grid.Cell("\(tally.fittedWithinTolerance)"),
            Grid.Cell("\(tally.heldOut)"), Grid.Cell("\(tally.heldOutNear)"),
            Grid.Cell("\(tally.heldOutBeatingNaive)"),
          ], ink: system.isEmpty ? .bold : nil)
      }, gap: 2)
    return [style.paint("  " + style.say(nb: "Etter system", en: "By system"), .bold)]
      + grid.lines(columns: Array(0..<5), style: style)
      + (ValidationTally(compared).meanErrors.map { [means($0.model, $0.naive)] } ?? [])
  }

  private func means(_ model: Double, _ naive: Double) -> String {
    let number = NumberFormat(style.language)
    let (own, other) = (number.fixed(model * 100, decimals: 1), number.fixed(naive * 100, decimals: 1))
    return style.paint(
      style.wrap(
        style.say(
          nb: "Gjennomsnittlig feil for det som er holdt utenfor: \(own) pp; naive gjetninger: \(other) pp.",
          en: "Mean error of what is held out: \(own) pp; naive guesses: \(other) pp."), indent: 4), .dim)
  }

  // MARK: - Tabell 5 and the gap

  private var marginalEffects: [String] {
    guard !report.marginalEffects.isEmpty else { return [] }
    let number = NumberFormat(style.language)
    let grid = Grid(
      headers: [style.say(nb: "trykt", en: "printed"), style.say(nb: "simulert", en: "simulated")],
      rows: report.marginalEffects.map { effect in
        Grid.Row(
          label: "  \(effect.group) \(effect.measure) \(effect.sex)",
          cells: [
            Grid.Cell(number.fixed(effect.printed, decimals: 1), " pp"),
            Grid.Cell(number.fixed(effect.simulated, decimals: 1), " pp"),
          ])
      }, gap: 2)
    let title = style.say(
      nb: "Tabell 5: gjennomsnittlig derivert per måned", en: "Tabell 5: the average derivative a month")
    return [style.paint("  " + title, .bold)] + grid.lines(columns: [0, 1], style: style)
  }

  private var gaps: [String] {
    guard !report.gaps.isEmpty else { return [] }
    let number = NumberFormat(style.language)
    func points(_ value: Double) -> Grid.Cell {
      Grid.Cell(number.fixed(value * 100, decimals: 1, showsPlus: true), " pp")
    }
    let grid = Grid(
      headers: [
        style.say(nb: "forskjell", en: "difference"), style.say(nb: "koeffisienter", en: "coefficients"),
        style.say(nb: "udødelig tid", en: "immortal time"), style.say(nb: "seleksjon", en: "selection"),
        style.say(nb: "bare under", en: "during only"), style.say(nb: "bare etter", en: "after only"),
      ],
      rows: report.gaps.map { gap in
        Grid.Row(
          label: "  " + gap.group,
          cells: [
            points(gap.difference), points(gap.coefficients), points(gap.immortalTime), points(gap.selection),
            points(gap.duringOnly), points(gap.afterOnly),
          ])
      }, gap: 2)
    let title = style.say(
      nb: "Til arbeid med tiltak minus uten: hva forskjellen består av",
      en: "To work with measures less without: what the gap is made of")
    return [style.paint("  " + title, .bold)] + grid.lines(columns: Array(0..<6), style: style)
  }

  private func heading(_ use: ValidationRow.Use, _ rows: [ValidationRow]) -> String {
    let within = rows.count { $0.isWithinTolerance == true }
    let compared = rows.count { $0.isWithinTolerance != nil }
    let tally = style.say(
      nb: ": \(within) av \(compared) innenfor toleransen", en: ": \(within) of \(compared) within tolerance")
    switch use {
    case .fitted: return style.say(nb: "Tilpasset", en: "Fitted") + tally
    case .heldOut: return style.say(nb: "Holdt utenfor", en: "Held out") + tally
    case .input: return style.say(nb: "Gått rett inn i modellen", en: "Put into the model as they are")
    case .unused: return style.say(nb: "Ikke brukt", en: "Not used")
    }
  }

  private func grid(_ rows: [ValidationRow], use: ValidationRow.Use) -> [String] {
    var headers = [
      style.say(nb: "rapporten", en: "report"), style.say(nb: "simulert", en: "simulated"),
      style.say(nb: "feil", en: "error"),
      style.say(nb: "toleranse", en: "tolerance"),
    ]
    if use == .heldOut { headers.append(style.say(nb: "naiv feil", en: "naive error")) }
    headers.append(style.say(nb: "linje", en: "line"))
    let grid = Grid(headers: headers, rows: rows.map { row($0, use: use) }, gap: 2)
    let lines = grid.lines(columns: Array(headers.indices), style: style)
    guard rows.contains(where: { $0.isWithinTolerance == false }) else { return lines }
    return lines + [style.paint("  ! " + style.say(nb: "utenfor toleransen", en: "outside the tolerance"), .dim)]
  }

  private func row(_ row: ValidationRow, use: ValidationRow.Use) -> Grid.Row {
    let target = number(row.target, row.unit)
    let range = row.targetHigh.map { "–" + number($0, row.unit) } ?? ""
    let interval = row.low.flatMap { low in row.high.map { " ±" + number(($0 - low) / 2, row.unit) } } ?? ""
    let symbol = row.unit.symbol.isEmpty || row.unit == .persons ? "" : " " + row.unit.symbol
    let errorUnit = row.unit == .share ? " pp" : symbol
    var cells = [
      Grid.Cell(target, range + symbol),
      row.simulated.map { Grid.Cell(number($0, row.unit), symbol + interval) }
        ?? Grid.Cell(row.isSuppressed ? ":" : ".."),
      row.error.map { Grid.Cell(number($0, row.unit, showsPlus: true), errorUnit) } ?? Grid.Cell(".."),
      Grid.Cell(number(row.tolerance, row.unit), errorUnit),
    ]
    if use == .heldOut {
      cells.append(row.naiveError.map { Grid.Cell(number($0, row.unit, showsPlus: true), errorUnit) } ?? Grid.Cell("."))
    }
    cells.append(Grid.Cell(row.line.map(String.init) ?? ""))
    let isOutside = row.isWithinTolerance == false
    return Grid.Row(label: (isOutside ? "! " : "  ") + row.id, cells: cells, ink: isOutside ? .yellow : nil)
  }

  private func line(_ row: ValidationRow) -> String {
    row.line.map { style.say(nb: " (linje \($0))", en: " (line \($0))") } ?? ""
  }

  private func number(_ value: Double, _ unit: Unit, showsPlus: Bool = false) -> String {
    let shown = value * unit.displayFactor
    let decimals = abs(shown) >= 1_000 || unit == .persons ? 0 : unit.displayFactor == 1 ? 2 : 1
    return NumberFormat(style.language).fixed(shown, decimals: decimals, showsPlus: showsPlus)
  }
}
