/// The criteria by which municipalities are asked to settle, under one scenario (report lines 3253–3267).
struct SettlementCriteria: Sendable {
  struct Values: Hashable, Sendable {
    /// Weight of results and chance of work, 0 (capacity alone) to 1.
    var resultsWeight: Double
    /// Persons that a municipality is asked for at least.
    var minimum: Double
    /// Share of the municipalities with a specially high immigrant share that are exempt.
    var exclusion: Double
  }

  private let weights: LeverTimeline
  private let minimum: LeverTimeline
  private let exclusion: LeverTimeline

  init(_ levers: Levers) {
    weights = levers[.settlementWeights]
    minimum = levers[.settlementMinimum]
    exclusion = levers[.settlementExclusion]
  }

  func values(at month: Int) -> Values {
    Values(
      resultsWeight: weights.value(at: month), minimum: minimum.value(at: month), exclusion: exclusion.value(at: month))
  }
}
