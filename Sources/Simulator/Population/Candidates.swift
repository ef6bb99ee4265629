/// Candidate persons of a segment: drawn from the targets and the seed odds, then raked, ready to be copied.
struct Candidates {
  private static let width = Trait.allCases.count

  /// Row by row: every trait of the first candidate, then of the next.
  private var codes: ContiguousArray<UInt8>
  private(set) var weights: ContiguousArray<Double>
  /// How many persons each candidate becomes.
  private(set) var copies: ContiguousArray<Int> = []

  /// - Parameter count: at most `Segment.mostCandidates`.
  /// - Throws: `DataError` when a trait has no targets for some cohort, or the margins cannot hold together.
  init(_ data: SegmentData, count: Int, draws: PopulationDraws) throws {
    codes = ContiguousArray(repeating: 0, count: count * Self.width)
    weights = ContiguousArray(repeating: 1, count: count)
    try draw(data, draws)
    sort()
    let fit = Raking(margins: data.margins.map(margin)).fit(&weights)
    guard fit.isConverged else {
      let worst = fit.worst.map { "; the worst is `\(data.margins[$0].name)`" } ?? ""
      throw DataError(
        file: "data/population_margins.csv", row: 0,
        problem: "the margins of segment `\(data.segment.rawValue)` do not hold together\(worst)")
    }
    copies = Raking.wholeNumbers(following: weights, total: data.persons)
  }

  var count: Int { weights.count }

  func code(_ trait: Trait, _ candidate: Int) -> UInt8 { codes[candidate * Self.width + trait.ordinal] }

  private mutating func draw(_ data: SegmentData, _ draws: PopulationDraws) throws {
    let recipes = try Trait.drawn.map { try TraitRecipe($0, data) }
    let perCohort = Raking.wholeNumbers(
      following: ContiguousArray(data.cohorts.map { Double($0.persons) }), total: count)
    var candidate = 0
    var person = ContiguousArray<UInt8>(repeating: 0, count: Self.width)
    for (cohort, number) in perCohort.enumerated() {
      person[Trait.cohort.ordinal] = UInt8(cohort)
      person[Trait.period.ordinal] = UInt8(data.cohorts[cohort].period)
      for _ in 0..<number {
        for recipe in recipes {
          let draw = draws.words(candidate, block: recipe.ordinal).x
          let category = recipe.category(of: person, unit(draw))
          // Nothing is possible for this candidate: it becomes nobody.
          if category == nil { weights[candidate] = 0 }
          person[recipe.ordinal] = category ?? 0
        }
        for trait in 0..<Self.width { codes[candidate * Self.width + trait] = person[trait] }
        candidate += 1
      }
    }
  }

  /// By country and sex, then by what else matters most, so that neighbours are alike and every n-th person is a
  /// stratified sample.
  private mutating func sort() {
    let keys: [Trait] = [.country, .sex, .cohort, .health, .track, .age]
    let order = weights.indices
      .map { candidate in keys.reduce(0) { $0 << 8 | UInt64(code($1, candidate)) } << 16 | UInt64(candidate) }
      .sorted().map { Int($0 & 0xFFFF) }
    let (unsorted, unsortedWeights) = (codes, weights)
    for (place, candidate) in order.enumerated() {
      weights[place] = unsortedWeights[candidate]
      for trait in 0..<Self.width { codes[place * Self.width + trait] = unsorted[candidate * Self.width + trait] }
    }
  }

  private func margin(_ target: TargetMargin) -> Raking.Margin {
    var covers = [Bool](repeating: target.condition == nil, count: 256)
    for code in target.condition?.codes ?? [] { covers[Int(code)] = true }
    let condition = target.condition?.trait ?? target.trait
    let outside = UInt8(target.shares.count)
    return Raking.Margin(
      codes: ContiguousArray(
        weights.indices.map { covers[Int(code(condition, $0))] ? code(target.trait, $0) : outside }),
      shares: target.shares)
  }
}
