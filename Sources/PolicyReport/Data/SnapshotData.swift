import PolicyCore

/// Snapshots in JSON: what is not as recorded.
enum SnapshotData {
  static func json(_ result: SnapshotResult) -> JSONValue {
    .object([
      ("id", .string(result.id)),
      ("place", ResultsJSON.place(result.place)),
      ("text", .string(result.text)),
      ("status", .string(result.status.rawValue)),
      ("numbers", .integer(result.found.rows.count)),
      ("differences", .array(result.differences.map(difference))),
      ("recordedRun", result.recordedRun.map(run) ?? .null),
      ("warning", .bool(result.isWarning)),
      ("remark", .optional(result.remark?.en)),
    ])
  }

  private static func difference(_ difference: SnapshotResult.Difference) -> JSONValue {
    let cell = difference.cell
    return .object([
      ("outcome", .string(cell.outcome)), ("scenario", .string(cell.scenario)),
      ("base", .optional(cell.base.isEmpty ? nil : cell.base)), ("group", .string(cell.group)),
      ("year", .integer(cell.year)), ("unit", .string(cell.unit)), ("recorded", number(difference.recorded)),
      ("found", number(difference.found)),
    ])
  }

  private static func number(_ number: Snapshot.Number?) -> JSONValue {
    guard let number else { return .null }
    return .object([
      ("value", .optional(number.value)), ("low", .optional(number.low)), ("high", .optional(number.high)),
    ])
  }

  private static func run(_ run: SnapshotRun) -> JSONValue {
    .object([
      ("persons", .integer(run.persons)), ("replicates", .integer(run.replicates)), ("seed", .unsigned(run.seed)),
      ("assumptions", .string(run.assumptions.rawValue)), ("uncertainty", .string(run.uncertainty.rawValue)),
      ("population", .optional(run.population)),
    ])
  }
}
