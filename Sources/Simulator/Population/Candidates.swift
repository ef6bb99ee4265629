/// Candidate persons of a segment: drawn from the targets and the seed odds, then raked, ready to be copied.
struct Candidates {
  private static let width = Trait.allCases.count

  /// Row by row: every trait of the first candidate, then of the next.
  private var codes: ContiguousArray<UInt8>
  private(set) var weights: ContiguousArray<Double>
  /// How many persons each candidate becomes.
  private(set) var copies: ContiguousArray<Int> = []

  /// - Throws: `DataError` when a trait has no targets for some cohort, or the margins cannot hold together.
  init(_ data: SegmentData, count: Int, seed: UInt64) throws {
    codes = ContiguousArray(repeating: 0, count: count * Self.width)
    weights = ContiguousArray(repeating: 1, count: count)
    try draw(data, seed: seed)
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

  private mutating func draw(_ data: SegmentData, seed: UInt64) throws {
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
          let draw = PersonDraw.unit(seed, UInt64(candidate), UInt64(recipe.ordinal))
          let category = recipe.category(of: person, draw)
          // Nothing is possible for this candidate: it becomes nobody.
          if category == nil { weights[candidate] = 0 }
          person[recipe.ordinal] = category ?? 0
        }
        for trait in 0..<Self.width { codes[candidate * Self.width + trait] = person[trait] }
        candidate += 1
      }
    }
  }

  /// By country, sex and cohort, so that neighbours are alike and every n-th person is a stratified sample.
  private mutating func sort() {
    let order = weights.indices
      .map { candidate in
        let stratum = (Int(code(.country, candidate)) * 2 + Int(code(.sex, candidate))) * 256
        return (stratum + Int(code(.cohort, candidate))) << 32 + candidate
      }
      .sorted().map { $0 & 0xFFFF_FFFF }
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
