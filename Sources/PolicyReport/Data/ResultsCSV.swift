import PolicyCore

/// Results as comma-separated values after RFC 4180, with a decimal point and ASCII signs in every language.
public enum ResultsCSV {
  static let header = [
    "file", "question", "outcome", "scenario", "base", "group", "year", "unit", "value", "low", "high", "interval",
    "replicates", "lever", "setting", "lever_unit", "lever_2", "setting_2", "lever_unit_2", "part",
    "effect", "sampling_error", "parameter", "parameter_value",
  ]

  public static func text(_ files: [FileResult]) -> String {
    var lines = [header.joined(separator: ",")]
    for file in files {
      for row in file.questions.flatMap(FlatRow.rows) {
        lines.append(fields(row, file: file.path).map(quoted).joined(separator: ","))
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// One row a `solve`; `nil` when nothing was solved.
  public static func solutions(_ files: [FileResult]) -> String? {
    let rows = files.flatMap { file in file.questions.compactMap(SolutionRow.init).map { $0.fields(file: file.path) } }
    guard !rows.isEmpty else { return nil }
    return ([SolutionRow.header] + rows).map { $0.map(quoted).joined(separator: ",") }.joined(separator: "\n") + "\n"
  }

  /// One row a setting that an `optimise` tried; `nil` when nothing was searched.
  public static func searches(_ files: [FileResult]) -> String? {
    let searches = files.flatMap { file in file.questions.compactMap(SearchRow.init).map { ($0, file.path) } }
    guard !searches.isEmpty else { return nil }
    let rows = searches.flatMap { search, path in search.fields(file: path) }
    return ([SearchRow.header] + rows).map { $0.map(quoted).joined(separator: ",") }.joined(separator: "\n") + "\n"
  }

  /// The lives of `trace`, a row an event and an amount; `nil` when nobody was traced.
  public static func traces(_ files: [FileResult]) -> String? {
    let traces = files.flatMap { file in
      file.questions.compactMap(TraceRow.init).map { $0.rows(file: file.path) }
    }
    guard !traces.isEmpty else { return nil }
    return ([TraceRow.header] + traces.joined()).map { $0.map(quoted).joined(separator: ",") }
      .joined(separator: "\n") + "\n"
  }

  private static func fields(_ row: FlatRow, file: String) -> [String] {
    let number: [String] = [
      file, row.question, row.outcome, row.scenario, row.base ?? "",
      row.group.map { "\($0.attribute)=\($0.category)" }.joined(separator: ";"), String(row.year), row.unit,
      self.number(row.value, row), self.number(row.low, row), self.number(row.high, row),
      row.interval.map(\.rawValue).joined(separator: ";"),
      String(row.replicates),
    ]
    let moved = (0..<2).flatMap { index in index < row.settings.count ? fields(row.settings[index]) : ["", "", ""] }
    let error = row.part?.samplingError.map { "\($0)" }
    let parameter = [row.moved?.parameter ?? "", row.moved.map { "\($0.value)" } ?? ""]
    return number + moved + [row.part?.part ?? "", row.part?.effect.rawValue ?? "", error ?? ""] + parameter
  }

  static func fields(_ setting: LeverPoint.Setting) -> [String] {
    [setting.lever.name, setting.written.map { "\($0)" } ?? "", setting.lever.scale.unit.symbol]
  }

  private static func number(_ value: Double?, _ row: FlatRow) -> String {
    value.map { "\($0)" } ?? (row.isSuppressed ? ":" : "")
  }

  static func quoted(_ field: String) -> String {
    guard field.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return field }
    return "\"" + field.replacing("\"", with: "\"\"") + "\""
  }
}
