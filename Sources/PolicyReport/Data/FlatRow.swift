import PolicyCore

/// One number of a result with everything that identifies it, for JSON and CSV alike.
struct FlatRow {
  var question: String
  var outcome: String
  var scenario: String
  /// The levers that the question moved, and where to; empty for a scenario as it stands.
  var settings: [LeverPoint.Setting]
  var base: String?
  /// Category keys in the order of the question's attributes.
  var group: [(attribute: String, category: String)]
  var year: Int
  var unit: String
  var value: Double?
  var low: Double?
  var high: Double?
  var interval: [IntervalKind]
  var replicates: Int
  var isSuppressed: Bool
  /// Which part of a divided difference it is; `nil` for all other numbers.
  var part: PartOfDifference?
  /// The parameter that was moved; `nil` for numbers at the parameters' own values.
  var moved: Moved?

  static func rows(_ question: AnsweredQuestion) -> [FlatRow] {
    let result = question.result
    let points = Dictionary(question.form.points.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    let rows = result.rows.map { row in
      let point = points[row.scenario]
      return FlatRow(
        question: question.text, outcome: row.outcome, scenario: point?.scenario.name ?? row.scenario,
        settings: point?.settings ?? [], base: row.base,
        group: order(row.group, by: result.plan.by), year: row.year, unit: row.unit.symbol,
        value: row.unit.written(row.estimate?.value), low: row.unit.written(row.estimate?.low),
        high: row.unit.written(row.estimate?.high), interval: row.estimate?.low == nil ? [] : result.intervals,
        replicates: result.size.replicates, isSuppressed: row.isSuppressed)
    }
    switch question.form {
    case .attribute(let attribution): return rows + self.rows(attribution, of: question)
    case .sensitivity(let sensitivity): return rows + self.rows(sensitivity, of: question)
    case .comparison, .sweep, .solve, .optimise, .trace: return rows
    }
  }

  /// A group's categories in the order of the question's attributes.
  static func order(_ group: [String: String], by attributes: [String]) -> [(attribute: String, category: String)] {
    let order = attributes.filter { group[$0] != nil } + group.keys.filter { !attributes.contains($0) }.sorted()
    return order.map { ($0, group[$0] ?? "") }
  }

  var json: JSONValue {
    let members: [(key: String, value: JSONValue)] = [
      ("question", .string(question)),
      ("outcome", .string(outcome)),
      ("scenario", .string(scenario)),
      ("base", .optional(base)),
      ("group", .object(group.map { ($0.attribute, .string($0.category)) })),
      ("year", .integer(year)),
      ("unit", .string(unit)),
      ("value", .optional(value)),
      ("low", .optional(low)),
      ("high", .optional(high)),
      ("interval", .array(interval.map { .string($0.rawValue) })),
      ("replicates", .integer(replicates)),
    ]
    let levers: [(key: String, value: JSONValue)] =
      settings.isEmpty ? [] : [("settings", .array(settings.map(\.json)))]
    return .object(
      members + levers + (part?.json ?? []) + (moved?.json ?? []) + (isSuppressed ? [("suppressed", .bool(true))] : []))
  }
}

extension LeverPoint.Setting {
  /// The number in the unit as it is written in source; weights are told by the first of them.
  var written: Double? { lever.scale.unit.written(number) }

  var json: JSONValue {
    .object([
      ("lever", .string(lever.name)), ("value", .optional(written)), ("unit", .string(lever.scale.unit.symbol)),
    ])
  }
}
