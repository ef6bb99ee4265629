import PolicyCore

/// One life as a table: what happens month by month, under one scenario or two side by side, then year by year.
struct TraceTable {
  private let trace: LifeTrace
  private let result: ComparisonResult
  private let seconds: Double?
  private let names: Names
  private let style: TextStyle

  init(_ trace: LifeTrace, _ result: ComparisonResult, seconds: Double?, catalogue: Catalogue, style: TextStyle) {
    self.trace = trace
    self.result = result
    self.seconds = seconds
    self.style = style
    names = Names(catalogue: catalogue, language: style.language)
  }

  private var number: NumberFormat { NumberFormat(style.language) }

  var text: String {
    let words = TraceWords(trace, names: names, style: style)
    let notes = [words.size] + RunText(result, style).notes
    return
      ([heading, style.wrap(words.person)] + events + words.parting.map { style.wrap($0) } + years
      + notes.map { style.paint(style.wrap($0), .dim) }).joined(separator: "\n")
  }

  private var heading: String {
    let run = style.say(nb: "kjøring", en: "run") + " \(trace.plan.replicate)"
    let time = seconds.map { ", \(number.fixed($0, decimals: 1)) s" } ?? ""
    return style.heading(
      style.say(nb: "  Person \(trace.person)", en: "  Person \(trace.person)"),
      "\(run), \(number.integer(result.size.persons)) " + style.say(nb: "personer", en: "persons") + time)
  }

  // MARK: Events

  private var events: [String] {
    let months = Set(trace.lives.flatMap { $0.events.map(\.month) }).sorted()
    let rows = months.map { month -> TextColumns.Row in
      let cells = trace.lives.map { life in
        let words = TraceWords(trace, names: names, style: style)
        let events = life.events.filter { $0.month == month }
        return words.merged(events).joined(separator: "; ")
      }
      let isSame = cells.count > 1 && cells[0] == cells[1]
      return TextColumns.Row(
        label: "\(month)", cells: isSame ? [cells[0], "="] : cells, isMarked: month == trace.parting?.month)
    }
    return TextColumns(headers: trace.lives.map(\.scenario), rows: rows).lines(style)
  }

  // MARK: Years

  private var years: [String] {
    let all = Set(trace.lives.flatMap { $0.years.map(\.year) }).sorted()
    guard !all.isEmpty else { return [] }
    func rows(_ title: String, _ value: (LifeYear) -> Double) -> [Grid.Row] {
      [Grid.Row(label: title, cells: [], ink: .bold)]
        + trace.lives.map { life in
          Grid.Row(
            label: "  " + life.scenario,
            cells: all.map { year in
              Grid.Cell(
                (life.years.first { $0.year == year }.map { number.fixed(value($0), decimals: 0) } ?? "")
                  .indented(to: "\(year)".count))
            })
        }
    }
    let thousands = style.say(nb: "1000 kr(2018)", en: "1000 kr(2018)")
    var grid = Grid(
      headers: all.map { "\($0)" },
      rows: rows(style.say(nb: "Lønn, ", en: "Pay, ") + thousands) { $0.labourIncome / 1000 }
        + rows(style.say(nb: "Måneder med sosialhjelp", en: "Months with social assistance")) {
          Double($0.assistanceMonths)
        } + rows(style.say(nb: "Ytelser, ", en: "Benefits, ") + thousands) { $0.benefits / 1000 }
        + rows(style.say(nb: "Netto offentlige utgifter, ", en: "Net public cost, ") + thousands) {
          $0.publicCost / 1000
        })
    grid.gap = 3
    return grid.lines(columns: grid.columnsThatFit(style.width), style: style)
  }
}

/// Columns of words, each broken at blanks where it is too narrow.
struct TextColumns {
  struct Row {
    var label: String
    var cells: [String]
    /// Whether it stands out, by a sign before it.
    var isMarked = false
  }

  var headers: [String]
  var rows: [Row]

  private static let mark = ">"

  func lines(_ style: TextStyle) -> [String] {
    if style.isMarkdown {
      let head = ["| | " + headers.map(Markdown.escaped).joined(separator: " | ") + " |"]
      return head + ["|---|" + headers.map { _ in "---|" }.joined()]
        + rows.map { row in
          let label = row.isMarked ? "**\(row.label)**" : row.label
          return "| \(label) | " + row.cells.map(Markdown.escaped).joined(separator: " | ") + " |"
        }
    }
    let labelWidth = rows.map(\.label.count).max() ?? 0
    let gap = 3
    let room = (style.width - 2 - labelWidth) / max(headers.count, 1) - gap
    let longest = ([headers] + rows.map(\.cells)).joined().map(\.count).max() ?? 0
    let width = min(max(room, 12), max(longest, 12))
    func line(_ label: String, _ cells: [String], isMarked: Bool = false) -> String {
      var text = (isMarked ? Self.mark + " " : "  ") + label.padded(to: labelWidth)
      for cell in cells { text += String(repeating: " ", count: gap) + cell.padded(to: width) }
      return text.trimmedEnd
    }
    var lines = [style.paint(line("", headers), .bold)]
    for row in rows {
      let cells = row.cells.map { Self.broken($0, to: width) }
      for index in 0..<max(1, cells.map(\.count).max() ?? 1) {
        let text = line(
          index == 0 ? row.label : "", cells.map { index < $0.count ? $0[index] : "" },
          isMarked: row.isMarked && index == 0)
        lines.append(row.isMarked ? style.paint(text, .yellow) : text)
      }
    }
    return lines
  }

  /// Words in lines; those after the first are indented.
  private static func broken(_ text: String, to width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if line.isEmpty {
        line = String(word)
      } else if line.count + 1 + word.count <= width {
        line += " " + word
      } else {
        lines.append(line)
        line = "  " + word
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }
}
