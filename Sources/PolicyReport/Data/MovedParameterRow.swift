import PolicyCore

extension FlatRow {
  /// A parameter and the value that it was moved to.
  struct Moved: Hashable {
    var parameter: String
    var value: Double

    var json: [(key: String, value: JSONValue)] {
      [("parameter", .string(parameter)), ("parameterValue", .number(value))]
    }
  }

  /// The numbers of a sensitivity with each parameter that moves them at its ends.
  static func rows(_ sensitivity: Sensitivity, of question: AnsweredQuestion) -> [FlatRow] {
    let plan = sensitivity.plan
    return sensitivity.tornadoes.flatMap { tornado -> [FlatRow] in
      func row(_ parameter: MovedParameter, _ value: Double, _ estimate: Estimate) -> FlatRow {
        let unit = tornado.unit
        return FlatRow(
          question: question.text, outcome: tornado.measure.outcome, scenario: plan.scenario.name, settings: [],
          base: plan.reference?.name, group: [], year: tornado.measure.year, unit: unit.symbol,
          value: unit.written(estimate.value), low: unit.written(estimate.low), high: unit.written(estimate.high),
          interval: estimate.low == nil ? [] : question.result.intervals,
          replicates: question.result.size.replicates, isSuppressed: false, part: nil,
          moved: Moved(parameter: parameter.name, value: value))
      }
      return tornado.bars.flatMap { bar in
        [row(bar.parameter, bar.parameter.low, bar.atLow), row(bar.parameter, bar.parameter.high, bar.atHigh)]
      }
    }
  }
}
