import PolicyCore

/// The measures of one's own that a scenario gives places, lowered once per scenario.
struct OwnMeasures: Sendable {
  /// A measure with its numbers: declared, assumed by the scenario, or drawn.
  struct Numbers: Sendable {
    let declaration: MeasureDeclaration
    let ordinal: Int
    let measure: Measure
    let during: Double
    let after: Double
    let months: Double
    let cost: Double

    var slot: String { declaration.lever.slot }
  }

  let open: [Numbers]
  /// The levers and parameters of all measures that the scenario knows; those of the model are the others.
  private let slots: Set<String>

  /// - Parameter stream: the draws of the numbers; `nil` takes them as declared.
  /// - Throws: `EngineFailure` for more than the model has room for.
  init(_ plan: ScenarioPlan, stream: ParameterStream?) throws {
    slots = Set(plan.measures.flatMap { [$0.lever.slot] + $0.parameters.map(\.slot) })
    let given = plan.measures.filter { measure in plan.settings.contains { $0.slot == measure.lever.slot } }
    guard given.count <= Measure.own.count else {
      throw EngineFailure(
        Label(
          nb: "scenarioet har flere enn \(Measure.own.count) egne tiltak",
          en: "the scenario has more than \(Measure.own.count) measures of its own"))
    }
    open = given.enumerated().map { ordinal, declaration in
      func value(_ number: MeasureNumber) -> Double {
        let parameter = declaration[number]
        let drawn = stream.map { parameter.drawn($0).clamped(to: number.limits) }
        return plan.parameters[parameter.slot] ?? drawn ?? parameter.value
      }
      return Numbers(
        declaration: declaration, ordinal: ordinal, measure: Measure.own[ordinal], during: value(.effectDuring),
        after: value(.effectAfter), months: value(.length), cost: value(.cost))
    }
  }

  func isOwn(_ slot: String) -> Bool { slots.contains(slot) }

  /// The measures that persons of a group can get under the settings that reach them.
  func available(_ group: NAVGroup, _ settings: [LeverSetting]) -> [OwnMeasure] {
    open.compactMap { own in
      guard own.declaration.groups.contains(where: { $0.group == group }) else { return nil }
      let timeline = timeline(own, settings)
      guard !timeline.isStanding else { return nil }
      var share: [Threshold] = []
      if case .share = own.declaration.intake {
        // Who can start all year does so with the probability that the lever says.
        share = timeline.months(ModelTime.months).map { Threshold(1 - pow(1 - $0, 1.0 / 12)) }
      }
      return OwnMeasure(
        ordinal: own.ordinal, measure: own.measure, during: own.during, after: own.after,
        length: MeasureLength(months: own.months),
        // Above the processes of lives, which count from 1, and apart from the draws of parameters.
        stream: ParameterStream.counter(own.declaration.name) | 0x8000_0000, share: share)
    }
  }

  /// The places a month by month of the model, by ordinal; `nil` for a measure that has a share.
  func places(_ settings: [LeverSetting]) -> [[Double]?] {
    open.map { own in
      guard case .places = own.declaration.intake else { return nil }
      return timeline(own, settings).months(ModelTime.months).map { $0 / 12 }
    }
  }

  private func timeline(_ own: Numbers, _ settings: [LeverSetting]) -> LeverTimeline {
    LeverTimeline(standing: 0, settings.filter { $0.slot == own.slot }) { value in
      if case .quantity(let quantity) = value { quantity.value } else { 0 }
    }
  }
}

extension MeasureGroup {
  fileprivate var group: NAVGroup {
    switch self {
    case .jobSeekers: .jobSeekers
    case .reducedCapacity: .reducedCapacity
    }
  }
}

extension ParameterDeclaration {
  /// A draw: normal where a standard error is declared, else over the range.
  fileprivate func drawn(_ stream: ParameterStream) -> Double {
    if let standardError { return value + standardError * stream.normal(slot) }
    guard grade.isTakenFromRange else { return value }
    return TriangularDistribution(low: low, mode: value, high: high).quantile(stream.unit(slot))
  }
}
