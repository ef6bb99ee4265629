import PolicyCore

/// Every target beside its simulated value, grouped by what it was used for.
public struct ValidationTable {
  var rows: [ValidationRow]
  var style: TextStyle

  public init(_ rows: [ValidationRow], style: TextStyle) {
    self.rows = rows
    self.style = style
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
      lines.append(style.paint("  " + heading(use, shown), .bold))
      lines += shown.map { row in
        style.wrap([row.id + line(row), row.reason].filter { !$0.isEmpty }.joined(separator: ": "), indent: 4)
      }
    }
    if rows.contains(where: \.isSuppressed) { lines.append(style.paint("  " + style.suppressed, .dim)) }
    return lines.joined(separator: "\n")
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
