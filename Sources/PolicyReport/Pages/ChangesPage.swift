import PolicyCore

/// In what two scenarios differ, as a table and as data.
public struct ChangesPage {
  private var changes: ScenarioChanges
  private var style: TextStyle

  public init(_ changes: ScenarioChanges, style: TextStyle) {
    self.changes = changes
    self.style = style
  }

  public var text: String {
    let title = style.say(
      nb: "Endringer i \(changes.scenario) fra \(changes.reference)",
      en: "Changes of \(changes.scenario) from \(changes.reference)")
    guard !changes.lines.isEmpty else {
      return style.title("  " + title) + "\n" + style.wrap(style.say(nb: "Ingen.", en: "None."))
    }
    let headers = [changes.reference, changes.scenario, style.say(nb: "sted", en: "place")]
    var grid = Grid(
      headers: headers,
      rows: changes.lines.map { line in
        let row = row(line, style)
        return Grid.Row(
          label: row.what, cells: [row.before, row.after, row.place].map { Grid.Cell("", $0.isEmpty ? "-" : $0) })
      })
    grid.gap = 3
    let text = [style.title("  " + title)] + grid.lines(columns: Array(headers.indices), style: style)
    return style.isMarkdown ? Markdown.parted(text.joined(separator: "\n")) : text.joined(separator: "\n")
  }

  /// A row a change, with the words of the language.
  public var csv: String {
    let rows = changes.lines.map { line in
      let row = row(line, TextStyle())
      return [changes.scenario, changes.reference, row.what, row.before, row.after, row.place]
    }
    return ([["scenario", "reference", "change", "before", "after", "place"]] + rows)
      .map { $0.map(ResultsCSV.quoted).joined(separator: ",") }.joined(separator: "\n") + "\n"
  }

  public var json: String {
    let lines = changes.lines.map { line in
      let row = row(line, TextStyle())
      return JSONValue.object([
        ("change", .string(row.what)), ("before", .optional(row.before.isEmpty ? nil : row.before)),
        ("after", .optional(row.after.isEmpty ? nil : row.after)),
        ("place", line.place.map(ResultsJSON.place) ?? .null),
      ])
    }
    return JSONValue.object([
      ("scenario", .string(changes.scenario)), ("reference", .string(changes.reference)), ("changes", .array(lines)),
    ]).text()
  }

  private func row(
    _ line: ScenarioChanges.Line, _ style: TextStyle
  ) -> (what: String, before: String, after: String, place: String) {
    let place = line.place.map { "\($0.file):\($0.line)" } ?? ""
    let page = ScenarioPage(style: style)
    switch line.change {
    case .lever(let name, let before, let after):
      return (name, page.schedule(before), page.schedule(after), place)
    case .targeted(let setting, let rule, let isAdded):
      let what = (rule.map { style.say(nb: "regel ", en: "rule ") + $0 + ": " } ?? "") + setting.slot
      let value = page.setting(setting)
      return (what, isAdded ? "" : value, isAdded ? value : "", place)
    case .assumption(let name, let before, let after):
      return ("assume " + name, SourceNumber.text(before), SourceNumber.text(after), place)
    }
  }
}
