/// How one trait of a candidate is drawn: its target shares by cohort, times the odds that earlier traits give.
struct TraitRecipe {
  let ordinal: Int
  private let count: Int
  /// By cohort, then by category.
  private var shares: [Double] = []
  /// By code of the earlier trait, then by category.
  private var odds: [(given: Int, factors: [Double])]

  /// - Throws: `DataError` when there are no targets for some cohort.
  init(_ trait: Trait, _ data: SegmentData) throws {
    ordinal = trait.ordinal
    count = data.keys(trait).count
    odds = data.odds.filter { $0.trait == trait }.map { ($0.given.ordinal, $0.factors.flatMap { $0 }) }
    for (index, cohort) in data.cohorts.enumerated() {
      let fitting = data.margins.last { margin in
        let given = margin.condition?.trait ?? .cohort
        return margin.trait == trait && (given == .cohort || given == .period)
          && margin.covers { $0 == .cohort ? UInt8(index) : UInt8(cohort.period) }
      }
      guard let fitting else {
        let place = "segment `\(data.segment.rawValue)`, cohort `\(cohort.name)`"
        throw DataError(
          file: "data/population_margins.csv", row: 0, problem: "no targets of `\(trait.name)` for \(place)")
      }
      shares += fitting.shares
    }
  }

  /// The category drawn for somebody whose earlier traits are given; `nil` when none is possible.
  func category(of person: ContiguousArray<UInt8>, _ draw: Double) -> UInt8? {
    withUnsafeTemporaryAllocation(of: Double.self, capacity: count) { chances in
      let first = Int(person[Trait.cohort.ordinal]) * count
      for category in 0..<count { chances[category] = shares[first + category] }
      for odd in odds {
        let first = Int(person[odd.given]) * count
        for category in 0..<count { chances[category] *= odd.factors[first + category] }
      }
      var sum = 0.0
      for category in 0..<count { sum += chances[category] }
      var rest = sum * draw
      var chosen: UInt8?
      for category in 0..<count where chances[category] > 0 {
        chosen = UInt8(category)
        rest -= chances[category]
        if rest < 0 { break }
      }
      return chosen
    }
  }
}
