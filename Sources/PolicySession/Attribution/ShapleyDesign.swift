import PolicyCore

/// Which combinations of a game's players are looked at, and how a player's share is made of them.
///
/// Shares are Shapley's value: what a player adds to those who came before, averaged over all orders in which players can
/// come in. Up to `mostPlayersExactly` that average is exact; beyond, it is over orders drawn in pairs of an order and its
/// reverse, so that whoever comes early in the one comes late in the other.
struct ShapleyDesign: Sendable {
  let players: Int
  /// Sampled orders, each followed by its reverse; empty when all combinations are looked at.
  let orders: [[Int]]
  /// What has to be known, as bits by player, each once in ascending order; not the empty one, which is worth nothing.
  let combinations: [UInt64]

  /// About so many combinations are looked at when orders are sampled.
  private static let sampledCombinations = 1000
  private static let fewestPairs = 8

  /// - Parameter seed: decides which orders are sampled.
  init(players: Int, exactUpTo mostPlayersExactly: Int, seed: UInt64) {
    self.players = players
    let all: UInt64 = (1 << UInt64(players)) - 1
    guard players > mostPlayersExactly else {
      orders = []
      combinations = Array(1..<(all + 1))
      return
    }
    var random = SplitMix64(state: seed)
    let pairs = max(Self.fewestPairs, Self.sampledCombinations / 2 / (players - 1))
    let orders = (0..<pairs).flatMap { _ in
      let order = random.order(of: players)
      return [order, order.reversed()]
    }
    self.orders = orders
    var wanted: Set<UInt64> = []
    for player in 0..<players {
      let single: UInt64 = 1 << UInt64(player)
      wanted.formUnion([single, all & ~single])
    }
    for order in orders { wanted.formUnion(Self.prefixes(order)) }
    combinations = wanted.sorted()
  }

  /// The combinations that an order passes through, the whole one last.
  private static func prefixes(_ order: [Int]) -> [UInt64] {
    var prefix: UInt64 = 0
    return order.map { player in
      prefix |= 1 << UInt64(player)
      return prefix
    }
  }

  /// What players get.
  struct Shares {
    /// By player.
    var values: [Double]
    /// Of sampled orders: by pair of orders and player.
    var ofPairs: [[Double]] = []
  }

  /// The shares of a game.
  ///
  /// They are sums of what players add, so one who adds nothing to any combination gets exactly zero.
  ///
  /// - Parameter value: of a combination; the empty one is worth zero.
  func shares(_ value: (UInt64) -> Double) -> Shares {
    orders.isEmpty ? Shares(values: exactShares(value)) : sampledShares(value)
  }

  private func exactShares(_ value: (UInt64) -> Double) -> [Double] {
    let values = [0] + combinations.map(value)
    // s! (n − s − 1)! / n! for a player who joins s others.
    var weights = [1 / Double(players)]
    for size in 1..<max(players, 1) { weights.append(weights[size - 1] * Double(size) / Double(players - size)) }
    var shares = [Double](repeating: 0, count: players)
    for player in 0..<players {
      let bit = 1 << player
      for others in values.indices where others & bit == 0 {
        shares[player] += weights[others.nonzeroBitCount] * (values[others | bit] - values[others])
      }
    }
    return shares
  }

  private func sampledShares(_ value: (UInt64) -> Double) -> Shares {
    let gains = orders.map { order in
      var gains = [Double](repeating: 0, count: players)
      var before = 0.0
      for (player, prefix) in zip(order, Self.prefixes(order)) {
        let after = value(prefix)
        gains[player] = after - before
        before = after
      }
      return gains
    }
    var pairs: [[Double]] = []
    var sums = [Double](repeating: 0, count: players)
    for first in stride(from: 0, to: gains.count, by: 2) {
      let pair = (0..<players).map { player in 0.5 * (gains[first][player] + gains[first + 1][player]) }
      for player in 0..<players { sums[player] += pair[player] }
      pairs.append(pair)
    }
    let count = Double(pairs.count)
    return Shares(values: sums.map { $0 / count }, ofPairs: pairs)
  }
}

/// Steele, Lea and Flood's generator, to draw orders with: the same on every machine.
private struct SplitMix64 {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }

  /// An order of `0..<count` (Fisher and Yates).
  mutating func order(of count: Int) -> [Int] {
    var order = Array(0..<count)
    for last in stride(from: count - 1, to: 0, by: -1) { order.swapAt(last, Int(next() % UInt64(last + 1))) }
    return order
  }
}
