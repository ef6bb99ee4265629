import PolicyCore

/// `validate` as JSON for other programs: one object a fact, numbers in the unit as written (45 for 45 %).
public enum ValidationJSON {
  public static func document(_ rows: [ValidationRow], provenance: Provenance) -> JSONValue {
    .object([
      ("schemaVersion", .integer(ResultsJSON.schemaVersion)),
      ("tool", .string(provenance.tool)),
      ("engine", .string(provenance.engine)),
      ("data", .string(provenance.data)),
      ("seed", .unsigned(provenance.seed)),
      ("assumptions", .optional(provenance.assumptions?.rawValue)),
      ("facts", .array(rows.map(fact))),
    ])
  }

  private static func fact(_ row: ValidationRow) -> JSONValue {
    let unit = row.unit
    return .object([
      ("id", .string(row.id)),
      ("use", .string(row.use.rawValue)),
      ("reason", .string(row.reason)),
      ("line", .optional(row.line)),
      ("unit", .string(unit.symbol)),
      ("target", .optional(unit.written(row.target))),
      ("target_high", .optional(unit.written(row.targetHigh))),
      ("simulated", .optional(unit.written(row.simulated))),
      ("low", .optional(unit.written(row.low))),
      ("high", .optional(unit.written(row.high))),
      ("error", .optional(unit.written(row.error))),
      ("tolerance", .optional(unit.written(row.tolerance))),
      ("naive_error", .optional(unit.written(row.naiveError))),
    ])
  }
}
