import PolicyCore

/// The search for a best setting, on numbers that somebody else simulates: a coarse grid, then ever closer neighbours of the
/// best setting so far.
///
/// A setting is a place on each axis, counted from 0. It is a compass search: it stops where no neighbour is better, and
/// that may be a top beside a higher one that lies between the points of the grid.
struct SettingGrid {
  /// How many numbers each axis has.
  let counts: [Int]
  /// The most settings that are tried.
  let most: Int
  private(set) var tried: Set<[Int]> = []
  /// How far from the best setting is looked, by axis.
  private var reach: [Int]

  /// How many numbers of an axis the first grid has.
  private static func coarse(axes: Int) -> Int { axes > 1 ? 5 : 9 }

  /// - Parameter triesAll: Whether the grid is everything.
  init(counts: [Int], most: Int, triesAll: Bool) {
    self.counts = counts
    self.most = most
    let points = Self.coarse(axes: counts.count)
    reach = counts.map { triesAll ? 0 : ($0 - 1 + points - 2) / (points - 1) }
    let axes = counts.map { count in
      triesAll ? Array(0..<count) : SettingSearch.grid(last: count - 1, points: points)
    }
    let all = axes.reduce([[]] as [[Int]]) { settings, axis in settings.flatMap { start in axis.map { start + [$0] } } }
    next = all
    tried = Set(all)
  }

  /// The settings to try now, in order; empty when the search is over.
  private(set) var next: [[Int]]

  /// Goes on from what is the best setting by now.
  mutating func advance(best: [Int]) {
    next = []
    while tried.count < most {
      let around = neighbours(of: best).filter { !tried.contains($0) }
      if !around.isEmpty {
        next = Array(around.prefix(most - tried.count))
        tried.formUnion(next)
        return
      }
      guard reach.contains(where: { $0 > 1 }) else { return }
      reach = reach.map { ($0 + 1) / 2 }
    }
  }

  /// Those at the present distance on one axis or on all, so that a search can follow a bound that runs across both levers.
  private func neighbours(of setting: [Int]) -> [[Int]] {
    let all = zip(setting, zip(counts, reach)).reduce([[]] as [[Int]]) { starts, axis in
      let (place, (count, reach)) = axis
      let places = [place - reach, place, place + reach].map { min(max($0, 0), count - 1) }.unique
      return starts.flatMap { start in places.map { start + [$0] } }
    }
    return all.filter { $0 != setting }.unique.sorted { $0.lexicographicallyPrecedes($1) }
  }
}
