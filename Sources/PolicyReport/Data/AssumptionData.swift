import PolicyCore

/// `assumptions` for other programs, as JSON and as CSV: numbers in the unit as written (45 for 45 %).
public enum AssumptionData {
  public static func document(_ report: AssumptionReport, provenance: Provenance) -> JSONValue {
    .object([
      ("schemaVersion", .integer(ResultsJSON.schemaVersion)),
      ("tool", .string(provenance.tool)),
      ("engine", .string(provenance.engine)),
      ("data", .string(provenance.data)),
      ("seed", .unsigned(provenance.seed)),
      ("persons", .integer(report.size.persons)),
      ("replicates", .integer(report.size.replicates)),
      ("assumptions", .string(report.size.assumptions.rawValue)),
      ("parameters", .array(report.rows.map { parameter($0, set: report.size.assumptions) })),
    ])
  }

  private static func parameter(_ row: AssumptionReport.Row, set: AssumptionSet) -> JSONValue {
    let parameter = row.parameter
    return .object([
      ("name", .string(parameter.name)),
      ("label", .object([("nb", .string(parameter.label.nb)), ("en", .string(parameter.label.en))])),
      ("grade", .string(parameter.grade.rawValue)),
      ("scale", .string(parameter.scale)),
      ("value", .number(parameter.value(in: set))),
      ("low", .number(parameter.low)),
      ("high", .number(parameter.high)),
      ("cautious", .number(parameter.value(in: .cautious))),
      ("optimistic", .number(parameter.value(in: .optimistic))),
      ("reason", .string(parameter.reason)),
      ("sources", .array(parameter.citations.map { .string($0.description) })),
      ("largest", .optional(Unit.points.written(row.largest))),
      ("levels", .array(row.levels.map { .object(numbers($0, unit: .share)) })),
      (
        "effects",
        .array(
          row.probes.map { probe in
            .object(
              [("lever", .string(probe.lever)), ("reform", .string("\(probe.value)"))]
                + numbers(probe.effect, unit: .points))
          })
      ),
    ])
  }

  private static func numbers(_ movement: AssumptionReport.Movement, unit: Unit) -> [(key: String, value: JSONValue)] {
    [
      ("outcome", .string(movement.outcome)),
      ("year", .integer(movement.year)),
      ("unit", .string(unit.symbol)),
      ("at_low", .optional(unit.written(movement.atLow))),
      ("at_high", .optional(unit.written(movement.atHigh))),
      ("change", .optional(Unit.points.written(movement.change))),
    ]
  }

  static let header = [
    "parameter", "grade", "value", "low", "high", "measure", "lever", "reform", "outcome", "year", "unit", "at_low",
    "at_high", "change",
  ]

  /// One row a number, as the JSON has them; `measure` is `level` or `effect`.
  public static func csv(_ report: AssumptionReport) -> String {
    var lines = [header.joined(separator: ",")]
    for row in report.rows {
      let parameter = row.parameter
      let head = [
        parameter.name, parameter.grade.rawValue, "\(parameter.value(in: report.size.assumptions))",
        "\(parameter.low)", "\(parameter.high)",
      ]
      let levels = row.levels.map { ["level", "", ""] + fields($0, unit: .share) }
      let effects = row.probes.map { ["effect", $0.lever, "\($0.value)"] + fields($0.effect, unit: .points) }
      lines += (levels + effects).map { (head + $0).map(ResultsCSV.quoted).joined(separator: ",") }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func fields(_ movement: AssumptionReport.Movement, unit: Unit) -> [String] {
    [movement.outcome, String(movement.year), unit.symbol]
      + [unit.written(movement.atLow), unit.written(movement.atHigh), Unit.points.written(movement.change)].map {
        $0.map { "\($0)" } ?? ""
      }
  }
}
