import PolicyCore

extension Lowering {
  /// So many draws in a row that the model refuses are no accident.
  private static let attempts: UInt32 = 1000

  /// The scenarios of a replicate with its own draw of the parameters and coefficients, the same in all of them.
  ///
  /// A draw that the model refuses is drawn again as a whole. What a scenario assumes for itself is not drawn.
  ///
  /// - Throws: `EngineFailure` when no draw is accepted.
  func lower(
    _ plans: [ScenarioPlan], population: Population, draws: ParameterDraws, key: StreamKey
  ) throws -> [LoweredScenario] {
    var refusal: DataError?
    for attempt in 0..<Self.attempts {
      let stream = ParameterStream(key: key, attempt: attempt)
      let values = draws.values(stream)
      do {
        let drawn = try drawn(values, stream)
        return try plans.map { try drawn.lower($0, population: population) }
      } catch let error as DataError { refusal = error }
    }
    let reason = refusal.map { " (\($0.problem))" } ?? ""
    throw EngineFailure(
      Label(
        nb: "Ingen av \(Self.attempts) trekninger av parametrene er mulige i modellen\(reason)",
        en: "None of \(Self.attempts) draws of the parameters is possible in the model\(reason)"))
  }

  private func drawn(_ values: ParameterValues, _ stream: ParameterStream) throws -> Lowering {
    var drawn = self
    drawn.parameters = values
    drawn.stream = stream
    drawn.data.annex3 = data.annex3.drawn(stream, name: "annex3")
    drawn.seekers = try NAVHazard(
      seekerTable.drawn(stream, name: "table13"), group: .jobSeekers, model: seekers.model)
    drawn.reduced = try NAVHazard(
      reducedTable.drawn(stream, name: "table14"), group: .reducedCapacity, model: reduced.model)
    return drawn
  }
}
