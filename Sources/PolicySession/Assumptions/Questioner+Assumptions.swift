import PolicyCore

extension Questioner {
  /// Asks all questions and sorts the parameters by what they move.
  ///
  /// - Throws: `Cancelled`, `EngineFailure`.
  func assumptions(_ questions: AssumptionQuestions) throws -> AssumptionReport {
    guard !questions.parameters.isEmpty else { return AssumptionReport(rows: [], size: size) }
    let parts = questions.chains.count + 1
    let levels = Levels(try part(0, of: parts).answer(questions.levels))
    var probes: [String: [AssumptionReport.Probe]] = [:]
    for (index, chain) in questions.chains.enumerated() {
      let answer = Levels(try part(index + 1, of: parts).answer(questions.probe(chain)))
      for parameter in chain.parameters {
        let year = AssumptionQuestions.probeYear
        func effect(_ end: AssumptionQuestions.End) -> Double? {
          guard let reform = answer.value(AssumptionQuestions.probePrefix, parameter, end, year: year),
            let base = answer.value(AssumptionQuestions.baselinePrefix, parameter, end, year: year)
          else { return nil }
          return reform - base
        }
        guard let low = effect(.low), let high = effect(.high) else { continue }
        probes[parameter.name, default: []].append(
          AssumptionReport.Probe(
            lever: chain.lever.name, value: chain.lever.probe,
            effect: .init(outcome: AssumptionQuestions.outcome, year: year, atLow: low, atHigh: high)))
      }
    }
    let rows = questions.parameters.map { parameter in
      AssumptionReport.Row(
        parameter: parameter,
        levels: AssumptionQuestions.levelYears.compactMap { year in
          guard let low = levels.value(AssumptionQuestions.baselinePrefix, parameter, .low, year: year),
            let high = levels.value(AssumptionQuestions.baselinePrefix, parameter, .high, year: year)
          else { return nil }
          return .init(outcome: AssumptionQuestions.outcome, year: year, atLow: low, atHigh: high)
        }, probes: probes[parameter.name] ?? [])
    }
    let sorted = rows.enumerated().sorted { left, right in
      left.element.largest == right.element.largest
        ? left.offset < right.offset : left.element.largest > right.element.largest
    }
    return AssumptionReport(rows: sorted.map(\.element), size: size)
  }

  /// Levels of an answer by scenario and year.
  private struct Levels {
    private var values: [String: [Int: Double]] = [:]

    init(_ answer: ComparisonResult) {
      for row in answer.rows where row.base == nil && row.group.isEmpty {
        values[row.scenario, default: [:]][row.year] = row.estimate?.value
      }
    }

    func value(
      _ prefix: String, _ parameter: ParameterDeclaration, _ end: AssumptionQuestions.End, year: Int
    ) -> Double? {
      values[AssumptionQuestions.name(prefix, parameter, end)]?[year]
    }
  }
}
