import PolicyCore

/// What `calibrate` found: each fitted parameter with what identifies it, and the targets that it was fitted to.
public struct CalibrationTable {
  var report: CalibrationReport
  var style: TextStyle

  public init(_ report: CalibrationReport, style: TextStyle) {
    self.report = report
    self.style = style
  }

  public var text: String {
    let headers = [
      style.say(nb: "verdi", en: "value"), style.say(nb: "standardfeil", en: "standard error"),
      style.say(nb: "i bruk", en: "in use"),
    ]
    let grid = Grid(headers: headers, rows: report.rows.map(row), gap: 3)
    let tables = grid.lines(columns: Array(headers.indices), style: style)
    return
      (tables + identification + [summary, ValidationTable(ValidationReport(rows: report.targets), style: style).text])
      .joined(separator: "\n")
  }

  /// The fitted parameters as `data/fitted.csv` holds them.
  public var csv: String {
    (["name,value,se"] + report.rows.map { "\($0.parameter),\($0.value),\($0.standardError)" }).joined(separator: "\n")
      + "\n"
  }

  /// Their covariances as `data/fitted_covariance.csv` holds them: each pair once, on the scale on which a parameter is
  /// unbounded (identity, log or log odds).
  public var covarianceCSV: String {
    var lines = ["name_a,name_b,covariance"]
    for (a, row) in report.covariance.enumerated() {
      for (b, value) in row.enumerated() where b >= a && value.isFinite {
        lines.append("\(report.rows[a].parameter),\(report.rows[b].parameter),\(value)")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func row(_ row: CalibrationReport.Row) -> Grid.Row {
    let number = NumberFormat(style.language)
    let cells = [row.value, row.standardError, row.shipped].map {
      Grid.Cell($0.map { number.fixed($0, decimals: 4) } ?? "..")
    }
    return Grid.Row(label: row.parameter, cells: cells)
  }

  private var identification: [String] {
    let number = NumberFormat(style.language)
    let lines = report.rows.map { row in
      let targets = row.identifiedBy.map { "\($0.target) \(number.fixed($0.change, decimals: 1, showsPlus: true))" }
      return style.wrap("\(row.parameter): " + targets.joined(separator: ", "), indent: 4)
    }
    return [
      style.paint(
        "  "
          + style.say(
            nb: "Hva som bestemmer dem (endring i toleranser for 0,1)",
            en: "What identifies them (change in tolerances for 0.1)"), .bold)
    ] + lines
  }

  private var summary: String {
    let squares = NumberFormat(style.language).fixed(report.objective, decimals: 1)
    return "  "
      + style.say(
        nb: "\(report.targets.count) mål, \(report.rows.count) parametre, \(report.degreesOfFreedom) frihetsgrader; "
          + "Hubers sum \(squares) i toleranser etter \(report.iterations) steg",
        en: "\(report.targets.count) targets, \(report.rows.count) parameters, \(report.degreesOfFreedom) degrees of "
          + "freedom; Huber’s sum \(squares) in tolerances after \(report.iterations) steps")
  }
}
