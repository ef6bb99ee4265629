import PolicyCore

/// `validate` as JSON for other programs: one object a fact, numbers in the unit as written (45 for 45 %).
public enum ValidationJSON {
  public static func document(_ report: ValidationReport, provenance: Provenance) -> JSONValue {
    let head: [(key: String, value: JSONValue)] = [
      ("schemaVersion", .integer(ResultsJSON.schemaVersion)),
      ("tool", .string(provenance.tool)),
      ("engine", .string(provenance.engine)),
      ("data", .string(provenance.data)),
      ("seed", .unsigned(provenance.seed)),
      ("assumptions", .optional(provenance.assumptions?.rawValue)),
    ]
    return .object(
      head + provenance.population + [
        ("facts", .array(report.rows.map(fact))),
        ("marginal_effects", .array(report.marginalEffects.map(effect))),
        ("measure_gaps", .array(report.gaps.map(gap))),
      ])
  }

  private static func fact(_ row: ValidationRow) -> JSONValue {
    let unit = row.unit
    let members: [(key: String, value: JSONValue)] = [
      ("id", .string(row.id)),
      ("use", .string(row.use.rawValue)),
      ("reason", .string(row.reason)),
      ("line", .optional(row.line)),
      ("system", .string(row.system)),
      ("unit", .string(row.factUnit.isEmpty ? unit.symbol : row.factUnit)),
      ("target", .optional(unit.written(row.target))),
      ("target_high", .optional(unit.written(row.targetHigh))),
      ("simulated", .optional(unit.written(row.simulated))),
      ("low", .optional(unit.written(row.low))),
      ("high", .optional(unit.written(row.high))),
      ("error", .optional(unit.written(row.error))),
      ("tolerance", .optional(unit.written(row.tolerance))),
      ("naive_error", .optional(unit.written(row.naiveError))),
    ]
    return .object(members + (row.isSuppressed ? [("suppressed", .bool(true))] : []))
  }

  private static func effect(_ effect: MarginalEffect) -> JSONValue {
    .object([
      ("group", .string(effect.group)),
      ("measure", .string(effect.measure)),
      ("sex", .string(effect.sex)),
      ("printed", .optional(effect.printed)),
      ("simulated", .optional(effect.simulated)),
      ("line", .integer(effect.line)),
    ])
  }

  /// In percentage points.
  private static func gap(_ gap: MeasureGap) -> JSONValue {
    .object([
      ("group", .string(gap.group)),
      ("difference", .optional(gap.difference * 100)),
      ("coefficients", .optional(gap.coefficients * 100)),
      ("immortal_time", .optional(gap.immortalTime * 100)),
      ("selection", .optional(gap.selection * 100)),
      ("during_only", .optional(gap.duringOnly * 100)),
      ("after_only", .optional(gap.afterOnly * 100)),
    ])
  }
}
