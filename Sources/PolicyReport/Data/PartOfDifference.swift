import PolicyCore

/// What a number of a divided difference is, for JSON and CSV alike.
struct PartOfDifference: Hashable {
  enum Effect: String, Hashable {
    case share, alone, last
    case interactionAlone = "interaction_alone"
    case interactionLast = "interaction_last"
  }

  /// The part; `nil` for the interaction of all.
  var part: String?
  var effect: Effect
  /// The half-width that comes of sampling orders, in the unit as written.
  var samplingError: Double?

  var json: [(key: String, value: JSONValue)] {
    [("part", .optional(part)), ("effect", .string(effect.rawValue))]
      + (samplingError.map { [("samplingError", .number($0))] } ?? [])
  }
}

extension FlatRow {
  /// The divided differences of an attribution: the shares, gains alone and gains last of each part, and what is left.
  static func rows(_ attribution: Attribution, of question: AnsweredQuestion) -> [FlatRow] {
    let plan = attribution.plan
    let intervals = question.result.intervals
    return attribution.divisions.flatMap { division -> [FlatRow] in
      let whole = question.result.rows.first { row in
        row.base != nil && row.outcome == division.measure.outcome && row.year == division.measure.year
          && row.group == division.group
      }
      guard let unit = whole?.unit else { return [] }
      func row(_ part: ReformPart?, _ effect: PartOfDifference.Effect, _ estimate: Estimate, _ error: Double? = nil)
        -> FlatRow
      {
        FlatRow(
          question: question.text, outcome: division.measure.outcome, scenario: plan.scenario.name, settings: [],
          base: plan.reference.name, group: order(division.group, by: plan.by), year: division.measure.year,
          unit: unit.symbol, value: unit.written(estimate.value), low: unit.written(estimate.low),
          high: unit.written(estimate.high), interval: estimate.low == nil ? [] : intervals,
          replicates: question.result.size.replicates, isSuppressed: false,
          part: PartOfDifference(part: part?.description, effect: effect, samplingError: unit.written(error)))
      }
      return zip(plan.parts, division.shares).flatMap { part, share in
        [
          row(part, .share, share.share, share.samplingError), row(part, .alone, share.alone),
          row(part, .last, share.last),
        ]
      } + [
        row(nil, .interactionAlone, division.interactionAlone), row(nil, .interactionLast, division.interactionLast),
      ]
    }
  }
}
