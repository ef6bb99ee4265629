import PolicyCore

/// What became of a snapshot, with the numbers that are not the recorded ones.
public struct SnapshotText {
  private let result: SnapshotResult
  private let style: TextStyle

  public init(_ result: SnapshotResult, style: TextStyle) {
    self.result = result
    self.style = style
  }

  private static let mostLines = 20

  public var text: String {
    let place = "\(result.place.file):\(result.place.line)"
    let head = style.paint(word, ink) + " expect " + style.say(nb: "i", en: "at") + " \(place)"
    let statement = result.text.hasPrefix("expect ") ? String(result.text.dropFirst(7)) : result.text
    if result.status == .matched || result.status == .recorded { return "\(head)  \(statement)" }
    return ([head, "  " + statement] + ([said].filter { !$0.isEmpty }.map { style.wrap($0) }) + differences)
      .joined(separator: "\n")
  }

  /// The status with its reason, in one phrase.
  public var said: String {
    let (changed, all) = (result.differences.count, result.found.rows.count)
    switch result.status {
    case .matched: return style.say(nb: "\(all) tall er som før", en: "\(all) numbers are as recorded")
    case .recorded: return style.say(nb: "\(all) tall skrevet", en: "\(all) numbers recorded")
    case .differs:
      return style.say(
        nb: "\(changed) av \(all) tall er ikke som før.", en: "\(changed) of \(all) numbers are not as recorded.")
    case .missing, .notCompared:
      if let remark = result.remark { return remark[style.language] }
      guard let recorded = result.recordedRun else { return "" }
      return style.say(
        nb: "Ikke sammenlignet: på plass er \(words(recorded)), og dette er \(words(result.found.run)).",
        en: "Not compared: on record is \(words(recorded)), and this is \(words(result.found.run)).")
    }
  }

  private func words(_ run: SnapshotRun) -> String {
    let number = NumberFormat(style.language)
    let (persons, replicates) = (number.integer(run.persons), number.integer(run.replicates))
    let size = style.say(
      nb: "\(persons) personer × \(replicates) kjøringer, frø \(run.seed)",
      en: "\(persons) persons × \(replicates) runs, seed \(run.seed)")
    return size + (run.assumptions == .central ? "" : ", \(run.assumptions.rawValue)")
      + (run.uncertainty == .monteCarlo ? "" : ", \(run.uncertainty.rawValue)")
      + (run.population.map { style.say(nb: ", egne data \($0)", en: ", own microdata \($0)") } ?? "")
  }

  // MARK: Differences

  private var differences: [String] {
    guard !result.differences.isEmpty else { return [] }
    let shown = result.differences.prefix(Self.mostLines)
    let rows = shown.map { difference in
      Grid.Row(
        label: label(difference.cell),
        cells: [
          cell(difference.recorded), cell(difference.found),
          Grid.Cell(change(difference), " " + changeUnit(difference.cell)),
        ])
    }
    var grid = Grid(
      headers: [
        style.say(nb: "før", en: "recorded"), style.say(nb: "nå", en: "now"), style.say(nb: "endring", en: "change"),
      ], rows: rows)
    grid.gap = 3
    let left = result.differences.count - shown.count
    let rest =
      left == 0 ? [] : [style.say(nb: "  … og \(left) til: se --json", en: "  … and \(left) more: see --json")]
    return grid.lines(columns: Array(grid.headers.indices), style: style) + rest
  }

  private func label(_ cell: Snapshot.Cell) -> String {
    let scenario = cell.base.isEmpty ? cell.scenario : "\(cell.scenario) - \(cell.base)"
    let year = cell.year > 1900 ? "\(cell.year)" : style.say(nb: "år \(cell.year)", en: "year \(cell.year)")
    return ([cell.outcome, scenario] + (cell.group.isEmpty ? [] : [cell.group]) + [year])
      .joined(separator: ", ")
  }

  private func cell(_ number: Snapshot.Number?) -> Grid.Cell {
    guard let number else { return Grid.Cell("", style.say(nb: "finnes ikke", en: "not there")) }
    let format = NumberFormat(style.language)
    guard let value = number.value else { return Grid.Cell("..") }
    guard let low = number.low, let high = number.high else { return Grid.Cell(format.fixed(value, decimals: 3)) }
    return Grid.Cell(
      format.fixed(value, decimals: 3), " (\(format.fixed(low, decimals: 3)) – \(format.fixed(high, decimals: 3)))")
  }

  private func change(_ difference: SnapshotResult.Difference) -> String {
    guard let before = difference.recorded?.value, let now = difference.found?.value else { return "" }
    return NumberFormat(style.language).fixed(now - before, decimals: 3, showsPlus: true)
  }

  private func changeUnit(_ cell: Snapshot.Cell) -> String { cell.unit == "%" ? "pp" : cell.unit }

  private var ink: TextStyle.Ink {
    switch result.status {
    case .matched, .recorded: .green
    default: result.isWarning ? .yellow : .red
    }
  }

  private var word: String {
    switch (result.status, style.language) {
    case (.matched, .nb): "ok"
    case (.matched, .en): "passed"
    case (.recorded, .nb): "skrevet"
    case (.recorded, .en): "recorded"
    case (.differs, .nb): "ENDRET"
    case (.differs, .en): "DIFFERS"
    case (.missing, .nb): "MANGLER"
    case (.missing, .en): "MISSING"
    case (.notCompared, .nb): "UAVGJORT"
    case (.notCompared, .en): "UNDECIDED"
    }
  }
}
