import PolicyCore

/// The closed list of levers that the model reads; `stdlib/levers.policy` binds each by name.
public enum LeverSlot: String, CaseIterable, Sendable {
  case programmeLength = "programme.length"
  case navInvolvement = "nav.involvement"
  case navWageSubsidy = "nav.wage_subsidy"
  case settlementWeights = "settlement.weights"
  case norwegianTarget = "norwegian.target"
}

/// A lever's value month by month: a standing value and dated periods, later ones over earlier ones.
struct LeverTimeline<Value: Sendable>: Sendable {
  struct Period: Sendable {
    var first: Int
    var last: Int
    var value: Value
  }

  var standing: Value
  var periods: [Period] = []

  func value(at month: Int) -> Value {
    for period in periods.reversed() where period.first <= month && month <= period.last { return period.value }
    return standing
  }
}

/// The levers of one scenario as the model reads them; months count from the model's start.
struct Levers: Sendable {
  /// Months of a standard programme.
  var programmeLength: LeverTimeline<Double>
  /// Share of participants with a NAV measure in the programme.
  var navInvolvement: LeverTimeline<Double>
  /// Share of these measures that are wage subsidies.
  var navWageSubsidy: LeverTimeline<Double>
  /// Percent on results and chance of work; the rest on capacity.
  var resultsWeight: LeverTimeline<Double>
  /// Share of participants that is to reach B1 oral.
  var b1Share: LeverTimeline<Double>

  /// Lowers a plan's settings over the declared baselines.
  ///
  /// - Throws: `EngineFailure` for a slot or a kind of value that the model does not have.
  init(_ settings: [LeverSetting], catalogue: Catalogue) throws {
    func baseline(_ slot: LeverSlot) throws -> Double {
      guard let lever = catalogue.levers.first(where: { $0.name == slot.rawValue && $0.slot == slot.rawValue }) else {
        throw Levers.failure("the lever `\(slot.rawValue)` is not declared")
      }
      return try Levers.number(lever.baseline, slot)
    }
    func timeline(_ slot: LeverSlot) throws -> LeverTimeline<Double> {
      var timeline = LeverTimeline(standing: try baseline(slot))
      for setting in settings where setting.slot == slot.rawValue {
        timeline.periods.append(
          .init(
            first: setting.from.map(ModelTime.month) ?? Int.min,
            last: setting.until.map(ModelTime.month) ?? Int.max,
            value: try Levers.number(setting.value, slot)))
      }
      return timeline
    }
    if let unknown = settings.first(where: { LeverSlot(rawValue: $0.slot) == nil }) {
      throw Levers.failure("the model has no lever `\(unknown.slot)`")
    }
    programmeLength = try timeline(.programmeLength)
    navInvolvement = try timeline(.navInvolvement)
    navWageSubsidy = try timeline(.navWageSubsidy)
    resultsWeight = try timeline(.settlementWeights)
    b1Share = try timeline(.norwegianTarget)
  }

  private static func number(_ value: LeverValue, _ slot: LeverSlot) throws -> Double {
    switch (slot, value) {
    case (.programmeLength, .quantity(let quantity)), (.navInvolvement, .quantity(let quantity)),
      (.navWageSubsidy, .quantity(let quantity)):
      return quantity.value
    case (.settlementWeights, .weights(let results, _)): return Double(results) / 100
    case (.norwegianTarget, .levelTarget(level: .b1, skill: .oral, let share)): return share
    case (.norwegianTarget, .levelTarget): throw failure("the model knows targets at B1 oral only")
    default: throw failure("`\(slot.rawValue)` has a value of another kind")
    }
  }

  private static func failure(_ text: String) -> EngineFailure { EngineFailure(Label(nb: text, en: text)) }
}

/// The model's clock: month 0 is January 2003, where the burn-in starts.
enum ModelTime {
  static let start = Month(year: 2003, month: 1)

  static func month(_ month: Month) -> Int { month - start }
  static func month(_ year: Int, _ month: Int) -> Int { Month(year: year, month: month) - start }
  static func year(of month: Int) -> Int { (start + month).year }
}
