import PolicyCore

/// What governs each numbered transition, in columns under the picture, those from one state together.
struct StateLegend {
  private static let columns = 3
  private static let lineHeight = 19

  private struct Group {
    var state: String
    var entries: [(number: Int, transition: StateTransition)]
    /// With the heading.
    var lineCount: Int { entries.count + 1 }
  }

  private var groups: [Group] = []
  private var style: TextStyle

  init(_ transitions: [StateTransition], style: TextStyle) {
    self.style = style
    for (index, transition) in transitions.enumerated() {
      if groups.last?.state != transition.from { groups.append(Group(state: transition.from, entries: [])) }
      groups[groups.count - 1].entries.append((index + 1, transition))
    }
  }

  /// The groups in columns of about the same length.
  private var columns: [[Group]] {
    let total = groups.reduce(0) { $0 + $1.lineCount }
    var columns = [[Group]](repeating: [], count: Self.columns)
    var passed = 0
    for group in groups {
      let middle = passed + group.lineCount / 2
      columns[min(Self.columns - 1, middle * Self.columns / max(1, total))].append(group)
      passed += group.lineCount
    }
    return columns
  }

  private func height(_ column: [Group]) -> Int { column.reduce(0) { $0 + $1.lineCount * Self.lineHeight + 10 } }

  private var columnHeight: Int { columns.map(height).max() ?? 0 }

  var height: Int { columnHeight + 24 + notes.count * 17 + 14 }

  var lines: [String] {
    let top = StateLayout.height + 20
    let rule = "M24 \(StateLayout.height) L\(StateLayout.width - 24) \(StateLayout.height)"
    var lines = ["<path d=\"\(rule)\" class=\"rule\"/>"]
    for (index, column) in columns.enumerated() {
      let x = 24 + index * (StateLayout.width - 48) / Self.columns
      var y = top + 8
      for group in column {
        lines.append(SVG.text(name(group.state).capitalisedFirst, x: x, y: y, class: "heading"))
        y += Self.lineHeight
        for (number, transition) in group.entries {
          let ink = StateLayout.box(transition.to)?.ink ?? .outOfWork
          lines.append(SVG.number(number, at: StateLayout.Point(x: x + 9, y: y - 4), ink: ink))
          let entry = "→ \(name(transition.to)): \(transition.by[style.language])"
          lines.append(SVG.text(entry, x: x + 26, y: y, class: "small"))
          y += Self.lineHeight
        }
        y += 10
      }
    }
    for (index, note) in notes.enumerated() {
      lines.append(SVG.text(note, x: 24, y: top + columnHeight + 14 + index * 17, class: "small"))
    }
    return lines
  }

  private func name(_ state: String) -> String { StateLayout.box(state)?.label[style.language] ?? state }

  private var notes: [String] {
    style.language == .nb
      ? [
        "Tabeller og vedlegg er de i Dokument 3:4 (2019–2020). Innlåst: sjeldnere så lenge programmet varer.",
        "Fra enhver tilstand kan en person også dø, utvandre eller fylle 67 år; det er ikke tegnet.",
      ]
      : [
        "Tabell and Vedlegg are tables and annexes of Dokument 3:4 (2019–2020). Locked in: less often as long as the "
          + "programme lasts.",
        "From any state a person can also die, emigrate or reach 67 years of age; this is not drawn.",
      ]
  }
}
