/// How many persons each municipality is asked to settle, under a weighting of results against capacity.
///
/// Capacity alone gives every municipality its share of size. The criteria (report lines 3253–3259) weigh results of the
/// last three years and the chance of work in the region with `resultsWeight`, capacity with the rest; while they are in
/// force nobody is settled where the immigrant share is specially high, and no municipality gets fewer than the minimum.
struct AllocationRule: Sendable {
  /// Share of settlement capacity; sums to 1.
  var capacity: [Double]
  /// Published results times chance of work, relative to the mean of 1.
  var score: [Double]
  /// Municipalities with a specially high immigrant share, the first to be exempt first.
  var exempt: [Int]
  /// The largest multiple of its capacity share that a municipality takes.
  var capacityLimit: Double
  /// Adult refugees in the programme among all settled: the minimum counts all.
  var adultShare: Double

  /// Whole sample persons per municipality; they sum to `persons`.
  ///
  /// - Parameters:
  ///   - persons: sample persons of the pool.
  ///   - weight: real persons that one sample person stands for.
  ///   - resultsWeight: 0 (capacity alone) to 1.
  ///   - minimum: persons that a municipality is asked for at least.
  ///   - exclusion: share of the exempt municipalities that are exempt.
  func quotas(
    persons: Int, weight: Double, resultsWeight: Double, minimum: Double = 10, exclusion: Double = 1,
    minimumFactor: Double = 1
  ) -> [Int] {
    guard persons > 0 else { return [Int](repeating: 0, count: capacity.count) }
    guard resultsWeight > 0 else { return Self.wholes(capacity, sum: persons) }
    let scored = zip(capacity, score).map { $0 * $1 }
    let scoredSum = scored.reduce(0, +)
    var isExcluded = [Bool](repeating: false, count: capacity.count)
    for index in exempt.prefix(Int((Double(exempt.count) * exclusion).rounded())) { isExcluded[index] = true }
    var shares = capacity.indices.map { index -> Double in
      isExcluded[index] ? 0 : resultsWeight * scored[index] / scoredSum + (1 - resultsWeight) * capacity[index]
    }
    let limits = capacity.map { $0 * capacityLimit }
    let least = max(Int((minimum * adultShare * minimumFactor / weight).rounded(.up)), 1)
    shares = Self.limited(shares, to: limits)
    // What the small do not get falls to others, who may then reach their limit, and so on.
    for _ in 0..<20 {
      let kept = Self.withoutSmall(shares, least: Double(least) / Double(persons), limits: limits)
      let next = Self.limited(kept, to: limits)
      let isStable = zip(next, shares).allSatisfy { abs($0 - $1) < 1e-12 }
      shares = next
      if isStable { break }
    }
    return Self.wholes(shares, sum: persons, least: least)
  }

  /// Scales shares to sum to 1 while none exceeds its limit; what is cut goes to the others.
  static func limited(_ shares: [Double], to limits: [Double]) -> [Double] {
    var result = shares
    for _ in 0..<50 {
      let fixed = result.indices.filter { result[$0] > 0 && result[$0] >= limits[$0] }
      let fixedSum = fixed.reduce(0) { $0 + limits[$1] }
      let freeSum = result.reduce(0, +) - fixed.reduce(0) { $0 + result[$1] }
      guard freeSum > 0, fixedSum < 1 else { break }
      var isFixed = [Bool](repeating: false, count: result.count)
      for index in fixed { isFixed[index] = true }
      let scale = (1 - fixedSum) / freeSum
      for index in result.indices { result[index] = isFixed[index] ? limits[index] : result[index] * scale }
      if !result.indices.contains(where: { result[$0] > limits[$0] * (1 + 1e-12) }) { break }
    }
    return result
  }

  /// Drops the smallest shares until all that are left reach `least`, and scales the rest up.
  ///
  /// Before those that are left could not take everybody within their limits it stops: places are found for all.
  static func withoutSmall(_ shares: [Double], least: Double, limits: [Double]) -> [Double] {
    let order = shares.indices.filter { shares[$0] > 0 }.sorted { shares[$0] > shares[$1] }
    var kept = order.count
    var sum = order.reduce(0) { $0 + shares[$1] }
    var room = order.reduce(0) { $0 + limits[$1] }
    while kept > 1, shares[order[kept - 1]] / sum < least * (1 - 1e-9), room - limits[order[kept - 1]] > 1 {
      kept -= 1
      sum -= shares[order[kept]]
      room -= limits[order[kept]]
    }
    var result = [Double](repeating: 0, count: shares.count)
    for index in order.prefix(kept) { result[index] = shares[index] / sum }
    return result
  }

  /// Whole numbers in proportion to `shares` by largest remainder, each positive one at least `least`.
  static func wholes(_ shares: [Double], sum: Int, least: Int = 0) -> [Int] {
    let total = shares.reduce(0, +)
    let exact = shares.map { $0 / total * Double(sum) }
    var result = exact.map { Int($0) }
    let order = exact.indices.filter { exact[$0] > 0 }.sorted {
      let left = exact[$0] - Double(result[$0])
      let right = exact[$1] - Double(result[$1])
      return left == right ? $0 < $1 : left > right
    }
    var missing = sum - result.reduce(0, +)
    for index in order where missing > 0 {
      result[index] += 1
      missing -= 1
    }
    guard least > 1 else { return result }
    // Rounding may leave one short of the minimum: the largest give.
    for index in result.indices where result[index] > 0 && result[index] < least {
      while result[index] < least, let giver = result.indices.max(by: { result[$0] < result[$1] }),
        result[giver] > least
      {
        result[giver] -= 1
        result[index] += 1
      }
    }
    return result
  }
}
