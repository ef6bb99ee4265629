import PolicyCore

/// The levers of one scenario as the model reads them; months count from the model's start.
struct Levers: Sendable {
  /// By the ordinal of the slot.
  private let timelines: [LeverTimeline]

  subscript(_ slot: LeverSlot) -> LeverTimeline { timelines[slot.ordinal] }

  /// Lowers a plan's settings over the declared baselines.
  ///
  /// - Throws: `EngineFailure` for a slot or a kind of value that the model does not have.
  init(_ settings: [LeverSetting], catalogue: Catalogue) throws {
    if let unknown = settings.first(where: { LeverSlot(rawValue: $0.slot) == nil }) {
      throw Levers.failure("the model has no lever `\(unknown.slot)`")
    }
    let declared = Dictionary(
      catalogue.levers.filter { $0.name == $0.slot }.map { ($0.slot, $0.baseline) },
      uniquingKeysWith: { first, _ in first })
    timelines = try LeverSlot.allCases.map { slot in
      guard let baseline = declared[slot.rawValue] else {
        throw Levers.failure("the lever `\(slot.rawValue)` is not declared")
      }
      return try LeverTimeline(
        standing: Levers.number(baseline, slot), settings.filter { $0.slot == slot.rawValue }
      ) { try Levers.number($0, slot) }
    }
  }

  private static func number(_ value: LeverValue, _ slot: LeverSlot) throws -> Double {
    switch (slot, value) {
    case (.settlementWeights, .weights(let results, _)): return Double(results) / 100
    case (.norwegianTarget, .levelTarget(level: .b1, skill: .oral, let share)): return share
    case (.norwegianTarget, .levelTarget): throw failure("the model knows targets at B1 oral only")
    case (.settlementWeights, _), (.norwegianTarget, _): throw failure("`\(slot.rawValue)` has a value of another kind")
    case (_, .quantity(let quantity)): return quantity.value
    default: throw failure("`\(slot.rawValue)` has a value of another kind")
    }
  }

  private static func failure(_ text: String) -> EngineFailure { EngineFailure(Label(nb: text, en: text)) }
}
