/// Which of several conditions can hold together: every combination that some thinkable person has.
///
/// All combinations of categories and of years between thresholds are tried, as if attributes were independent of each other;
/// so a combination may be here that no person of the population has.
public struct PersonRegions: Sendable {
  /// Sets of conditions, bit `i` for the `i`-th; each occurs once, in ascending order.
  ///
  /// `nil` when there are too many combinations to try.
  public let masks: [UInt64]?

  /// The most combinations that are tried.
  public static let mostCombinations = 200_000
  /// The most sets of conditions that a scenario may make.
  public static let mostRegions = 1024
  /// The most conditions that a scenario can tell apart.
  public static let mostConditions = 64

  /// - Parameter categories: the categories of an attribute.
  public init(_ conditions: [PersonCondition], categories: (String) -> [String]) {
    let attributes = conditions.reduce(into: Set<String>()) { $0.formUnion($1.categorical) }.sorted()
    let thresholds = conditions.reduce(into: [String: Set<Int>]()) { sum, condition in
      sum.merge(condition.thresholds) { $0.union($1) }
    }
    let counted = thresholds.keys.sorted()
    let choices = attributes.map(categories)
    // One year below the lowest threshold, and each threshold for the years from it on.
    let years = counted.map { name -> [Int] in
      let sorted = (thresholds[name] ?? []).sorted()
      return (sorted.first.map { [$0 - 1] } ?? [0]) + sorted
    }
    let sizes = choices.map(\.count) + years.map(\.count)
    var combinations = 1
    for size in sizes {
      combinations *= max(size, 1)
      if combinations > Self.mostCombinations {
        masks = nil
        return
      }
    }
    var found: Set<UInt64> = []
    for combination in 0..<combinations {
      var rest = combination
      var category: [String: String] = [:]
      var year: [String: Int] = [:]
      for (name, choice) in zip(attributes, choices) where !choice.isEmpty {
        category[name] = choice[rest % choice.count]
        rest /= choice.count
      }
      for (name, choice) in zip(counted, years) {
        year[name] = choice[rest % choice.count]
        rest /= choice.count
      }
      var mask: UInt64 = 0
      for (index, condition) in conditions.enumerated()
      where condition.holds(category: { category[$0] ?? "" }, years: { year[$0] ?? 0 }) {
        mask |= 1 << UInt64(index)
      }
      found.insert(mask)
    }
    masks = found.sorted()
  }
}
