/// Candidate persons of a segment: drawn from the targets and the seed odds, then raked and copied into whole persons.
struct Candidates {
  /// By trait, then by candidate.
  private(set) var codes: [ContiguousArray<UInt8>]
  private(set) var weights: ContiguousArray<Double>
  private(set) var fit: Raking.Fit
  /// How many persons each candidate becomes.
  private(set) var copies: ContiguousArray<Int> = []

  /// - Throws: `DataError` when a trait has no targets for some cohort, or the margins cannot hold together.
  init(_ data: SegmentData, count: Int, seed: UInt64) throws {
    let recipes = try Self.recipes(data)
    codes = Array(repeating: ContiguousArray(repeating: 0, count: count), count: Trait.allCases.count)
    weights = ContiguousArray(repeating: 1, count: count)
    fit = Raking.Fit(rounds: 0, misfit: 0, isConverged: false)
    draw(data, recipes, seed: seed)
    sort()

    var raking = Raking(margins: data.margins.map(marginCodes))
    raking.tolerance = 2e-5
    fit = raking.fit(&weights)
    guard fit.isConverged else {
      throw DataError(
        file: "data/population_margins.csv", row: 0,
        problem: "the margins of segment `\(data.segment.rawValue)` do not hold together")
    }
    copies = Raking.wholeNumbers(following: weights, total: data.persons)
  }

  var count: Int { weights.count }

  func code(_ trait: Trait, _ candidate: Int) -> UInt8 { codes[trait.ordinal][candidate] }

  /// How one trait is drawn: its shares by cohort, and what earlier traits do to them.
  private struct Recipe {
    var trait: Trait
    var shares: [[Double]]
    var odds: [SeedOdds]
  }

  private static func recipes(_ data: SegmentData) throws -> [Recipe] {
    try Trait.allCases.filter { $0 != .cohort && $0 != .period }.map { trait in
      let shares = try data.cohorts.indices.map { cohort in
        let known: (Trait) -> UInt8 = { $0 == .cohort ? UInt8(cohort) : UInt8(data.cohorts[cohort].period) }
        let fitting = data.margins.last { margin in
          let given = margin.condition?.trait ?? .cohort
          return margin.trait == trait && (given == .cohort || given == .period) && margin.covers(known)
        }
        guard let fitting else {
          let where_ = "segment `\(data.segment.rawValue)`, cohort `\(data.cohorts[cohort].name)`"
          throw DataError(
            file: "data/population_margins.csv", row: 0, problem: "no targets of `\(trait.rawValue)` for \(where_)")
        }
        return fitting.shares
      }
      return Recipe(trait: trait, shares: shares, odds: data.odds.filter { $0.trait == trait })
    }
  }

  private mutating func draw(_ data: SegmentData, _ recipes: [Recipe], seed: UInt64) {
    let perCohort = Raking.wholeNumbers(following: ContiguousArray(data.cohorts.map { Double($0.persons) }), total: count)
    var candidate = 0
    var chances = [Double](repeating: 0, count: 256)
    for (cohort, number) in perCohort.enumerated() {
      for _ in 0..<number {
        codes[Trait.cohort.ordinal][candidate] = UInt8(cohort)
        codes[Trait.period.ordinal][candidate] = UInt8(data.cohorts[cohort].period)
        for recipe in recipes {
          let shares = recipe.shares[cohort]
          for category in shares.indices { chances[category] = shares[category] }
          for odds in recipe.odds {
            let factors = odds.factors[Int(codes[odds.given.ordinal][candidate])]
            for category in shares.indices { chances[category] *= factors[category] }
          }
          let sum = chances[..<shares.count].reduce(0, +)
          // Nothing is possible for this candidate: it becomes nobody.
          if sum <= 0 { weights[candidate] = 0 }
          var rest = sum * PersonDraw.unit(seed, UInt64(candidate), UInt64(recipe.trait.ordinal))
          var chosen = 0
          for category in shares.indices where chances[category] > 0 {
            chosen = category
            rest -= chances[category]
            if rest < 0 { break }
          }
          codes[recipe.trait.ordinal][candidate] = UInt8(chosen)
        }
        candidate += 1
      }
    }
  }

  /// By country, sex and cohort, so that neighbours are alike and every n-th person is a stratified sample.
  private mutating func sort() {
    func key(_ candidate: Int) -> Int {
      (Int(code(.country, candidate)) * 2 + Int(code(.sex, candidate))) * 256 + Int(code(.cohort, candidate))
    }
    let keys = weights.indices.map(key)
    let order = weights.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
    for trait in codes.indices {
      let unsorted = codes[trait]
      codes[trait] = ContiguousArray(order.map { unsorted[$0] })
    }
    let unsorted = weights
    weights = ContiguousArray(order.map { unsorted[$0] })
  }

  private func marginCodes(_ margin: TargetMargin) -> Raking.Margin {
    var result = codes[margin.trait.ordinal]
    if let condition = margin.condition {
      let given = codes[condition.trait.ordinal]
      let outside = UInt8(margin.shares.count)
      for candidate in result.indices where !condition.codes.contains(given[candidate]) { result[candidate] = outside }
    }
    return Raking.Margin(codes: result, shares: margin.shares)
  }
}
