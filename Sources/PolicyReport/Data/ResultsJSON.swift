import PolicyCore

/// Results as JSON for other programs: numbers in the unit as written in the language (`%`, `pp`), never durations,
/// so that equal runs give equal files.
public enum ResultsJSON {
  public static let schemaVersion = 1

  public static func document(_ files: [FileResult], provenance: Provenance) -> JSONValue {
    let head: [(key: String, value: JSONValue)] = [
      ("schemaVersion", .integer(schemaVersion)),
      ("tool", .string(provenance.tool)),
      ("engine", .string(provenance.engine)),
      ("language", .integer(provenance.language)),
      ("data", .string(provenance.data)),
      ("seed", .unsigned(provenance.seed)),
      ("persons", .optional(provenance.persons)),
      ("assumptions", .optional(provenance.assumptions?.rawValue)),
      ("uncertainty", .optional(provenance.uncertainty?.rawValue)),
    ]
    return .object(head + provenance.population + [("files", .array(files.map(file)))])
  }

  static func file(_ file: FileResult) -> JSONValue {
    let members: [(key: String, value: JSONValue)] = [
      ("path", .string(file.path)),
      ("diagnostics", .array(file.diagnostics.map(diagnostic))),
      ("failure", .optional(file.failure?.en)),
      ("expectations", .array(file.expectations.map(expectation))),
      ("results", .array(file.questions.flatMap(FlatRow.rows).map(\.json))),
      ("solutions", .array(file.questions.compactMap(SolutionRow.init).map(\.json))),
      ("searches", .array(file.questions.compactMap(SearchRow.init).map(\.json))),
      ("notes", .array(file.questions.flatMap { $0.result.notes }.map { .string($0.en) })),
      ("evidence", .array(file.questions.flatMap(evidence))),
    ]
    let definitions = definitions(file.questions.map(\.result.plan))
    let snapshots = file.snapshots.map(SnapshotData.json)
    let traces = file.questions.compactMap(TraceRow.init).map(\.json)
    return .object(
      members + (snapshots.isEmpty ? [] : [("snapshots", .array(snapshots))])
        + (traces.isEmpty ? [] : [("traces", .array(traces))])
        + (definitions.isEmpty ? [] : [("definitions", .array(definitions))]))
  }

  /// What the outcomes and groups of the questions mean that no library declares, each once.
  private static func definitions(_ plans: [ComparisonPlan]) -> [JSONValue] {
    let outcomes = plans.flatMap { plan in
      plan.outcomes.compactMap { name in plan.formulas[name].map { ["outcome", name, "\($0)"] } }
    }
    let groups = plans.flatMap(\.filters).filter { $0.condition.category == nil }.map { filter in
      ["group", filter.label.en, "\(filter.condition)"]
    }
    return (outcomes + groups).unique.map { words in
      .object([("kind", .string(words[0])), ("name", .string(words[1])), ("means", .string(words[2]))])
    }
  }

  public static func diagnostic(_ diagnostic: Diagnostic) -> JSONValue {
    .object([
      ("id", .string(diagnostic.id)),
      ("severity", .string(diagnostic.severity.rawValue)),
      ("title", .string(diagnostic.title)),
      ("place", place(diagnostic.primary.file.place(at: diagnostic.primary.span.start))),
      ("end", place(diagnostic.primary.file.place(at: diagnostic.primary.span.end))),
      ("label", .string(diagnostic.primary.text)),
      ("help", .array(diagnostic.helps.map { .string($0.text) })),
    ])
  }

  static func place(_ place: Place) -> JSONValue {
    .object([("file", .string(place.file)), ("line", .integer(place.line)), ("column", .integer(place.column))])
  }

  static func expectation(_ result: ExpectationResult) -> JSONValue {
    let unit = result.unit
    let members: [(key: String, value: JSONValue)] = [
      ("id", .string(result.id)),
      ("place", place(result.place)),
      ("text", .string(result.text)),
      ("status", .string(result.status.rawValue)),
      ("unit", .string(unit.symbol)),
      ("value", .optional(unit.written(result.estimate?.value))),
      ("interval", pair(unit.written(result.estimate?.low), unit.written(result.estimate?.high))),
      (
        "bounds",
        .object([("lower", .optional(unit.written(result.lower))), ("upper", .optional(unit.written(result.upper)))])
      ),
      ("replicates", .integer(result.replicates)),
      ("replicatesNeeded", .optional(result.replicatesNeeded)),
      ("warning", .bool(result.isWarning)),
      ("remark", .optional(result.remark?.en)),
    ]
    return .object(members + (result.isSuppressed ? [("suppressed", .bool(true))] : []))
  }

  private static func pair(_ low: Double?, _ high: Double?) -> JSONValue {
    guard let low, let high else { return .null }
    return .object([("low", .number(low)), ("high", .number(high))])
  }

  private static func evidence(_ question: AnsweredQuestion) -> [JSONValue] {
    question.result.plan.scenarios.flatMap { scenario in
      (question.result.evidence[scenario.name] ?? []).map { share in
        .object([
          ("question", .string(question.text)),
          ("scenario", .string(scenario.name)),
          ("grade", .string(share.grade.rawValue)),
          ("share", .number(share.share)),
          ("parameters", .array(share.parameters.map { .string($0) })),
        ])
      }
    }
  }
}
