/// Which of several conditions can hold together: every combination that some thinkable person has.
///
/// Attributes are combined as if they were independent of each other, so a combination may be here that no person of the
/// population has. Of categories and years that no condition tells apart one is tried.
public struct PersonRegions: Sendable {
  /// Sets of conditions, bit `i` for the `i`-th; each occurs once, in ascending order.
  ///
  /// `nil` when there are too many combinations to try.
  public let masks: [UInt64]?

  /// The most combinations that are tried.
  public static let mostCombinations = 50_000
  /// The most sets of conditions that a scenario may make.
  public static let mostRegions = 1024
  /// The most conditions that a scenario can tell apart.
  public static let mostConditions = 64

  /// - Parameter categories: the categories of an attribute.
  public init(_ conditions: [PersonCondition], categories: (String) -> [String]) {
    let all = PersonCondition.any(conditions)
    let banded = all.categories
    var choices: [Choice] = banded.keys.sorted().map { name in
      .category(name, Self.representatives(of: categories(name), in: banded[name] ?? []))
    }
    choices += all.thresholds.sorted { $0.key < $1.key }.map { name, years in
      // One year below the lowest threshold, and each threshold for the years from it on.
      .years(name, [(years.min() ?? 0) - 1] + years.sorted())
    }
    var combinations = 1
    for choice in choices {
      combinations *= choice.count
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
      for choice in choices {
        switch choice {
        case .category(let name, let keys): category[name] = keys[rest % keys.count]
        case .years(let name, let years): year[name] = years[rest % years.count]
        }
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

  /// What is tried of one attribute; never nothing.
  private enum Choice {
    case category(String, [String])
    case years(String, [Int])

    var count: Int {
      switch self {
      case .category(_, let keys): keys.count
      case .years(_, let years): years.count
      }
    }
  }

  /// One of the categories that lie in the same sets, for each such class.
  private static func representatives(of categories: [String], in sets: Set<[String]>) -> [String] {
    var seen: Set<[Bool]> = []
    let found = categories.filter { category in seen.insert(sets.map { $0.contains(category) }).inserted }
    return found.isEmpty ? [""] : found
  }
}
