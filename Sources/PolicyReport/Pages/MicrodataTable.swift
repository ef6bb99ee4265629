import PolicyCore

/// What is in a table of own persons: its size, how it was read, and the shares of its categories.
public struct MicrodataTable {
  var summary: MicrodataSummary
  var style: TextStyle

  public init(_ summary: MicrodataSummary, style: TextStyle) {
    self.summary = summary
    self.style = style
  }

  public var text: String {
    var lines = [style.paint("  \(summary.source.file)", .bold)]
    lines += facts.map { style.wrap($0) } + summary.remarks.map { style.wrap($0[style.language]) }
    var rows: [Grid.Row] = []
    var attribute: String?
    for row in summary.rows {
      if row.attribute != attribute { rows.append(Grid.Row(label: row.attribute, cells: [], ink: .bold)) }
      attribute = row.attribute
      rows.append(Grid.Row(label: "  " + row.category, cells: [cell(row.participants), cell(row.others)]))
    }
    let headers = [style.say(nb: "deltakere", en: "participants"), style.say(nb: "andre", en: "others")]
    lines += Grid(headers: headers, rows: rows).lines(columns: [0, 1], style: style)
    let shares = summary.rows.flatMap { [$0.participants, $0.others] } + [summary.participants]
    if shares.contains(.hidden) { lines.append(style.paint(style.wrap(style.suppressed), .dim)) }
    return lines.joined(separator: "\n")
  }

  private var facts: [String] {
    let number = NumberFormat(style.language)
    let rows = number.integer(summary.source.rows)
    let whole = number.fixed(summary.standsFor, decimals: 0)
    let shown = cell(summary.participants)
    let participants = shown.number + shown.suffix
    return [
      style.say(
        nb: "\(rows) rader, som står for \(whole) personer; \(participants) er deltakere",
        en: "\(rows) rows, which stand for \(whole) persons; \(participants) are participants"),
      style.say(
        nb: "fingeravtrykk \(summary.source.fingerprint) (FNV-1a, 64 bit)",
        en: "fingerprint \(summary.source.fingerprint) (FNV-1a, 64 bits)"),
    ]
  }

  private func cell(_ share: MicrodataSummary.Share) -> Grid.Cell {
    switch share {
    case .share(let share): Grid.Cell(NumberFormat(style.language).fixed(share * 100, decimals: 1), " %")
    case .hidden: Grid.Cell(":")
    case .none: Grid.Cell("-")
    }
  }
}
