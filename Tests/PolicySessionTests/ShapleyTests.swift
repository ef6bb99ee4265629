import PolicyCore
import Testing

@testable import PolicySession

/// Shares of games whose answers are known.
@Suite struct ShapleyTests {
  static func exact(_ players: Int) -> ShapleyDesign { ShapleyDesign(players: players, exactUpTo: 10, seed: 1) }

  /// A number that depends on all bits, with no pattern that could cancel.
  static func noise(_ combination: UInt64) -> Double {
    let word = (combination &+ 1) &* 0x9E37_79B9_7F4A_7C15
    return Double((word ^ (word >> 29)) % 1_000_003) / 777.7
  }

  static func has(_ combination: UInt64, _ player: Int) -> Bool { combination & 1 << UInt64(player) != 0 }

  @Test func whatPartsAddByThemselvesIsTheirShare() {
    let worth = [1.0, -2, 0.5, 4]
    let shares = Self.exact(4).shares { combination in
      worth.indices.filter { Self.has(combination, $0) }.reduce(0) { $0 + worth[$1] }
    }
    for (share, own) in zip(shares.values, worth) { #expect(abs(share - own) < 1e-14) }
  }

  /// 1 and 2 alone, 5 together: the interaction of 2 is split evenly.
  @Test func anInteractionOfTwoIsSplitEvenly() {
    #expect(Self.exact(2).shares { [1: 1, 2: 2, 3: 5][$0] ?? .nan }.values == [2, 3])
  }

  /// One left glove and two right ones: a pair is worth 1.
  @Test func theGloveGame() {
    let shares = Self.exact(3).shares { Self.has($0, 0) && $0 & 6 != 0 ? 1 : 0 }.values
    for (share, known) in zip(shares, [2.0 / 3, 1.0 / 6, 1.0 / 6]) { #expect(abs(share - known) < 1e-15) }
  }

  @Test(arguments: [1, 2, 7, 10, 11, 14, 40]) func sharesAddUpToTheWhole(players: Int) {
    let design = Self.exact(players)
    let all: UInt64 = (1 << UInt64(players)) - 1
    #expect(design.combinations == design.combinations.sorted() && design.combinations.last == all)
    #expect(design.orders.isEmpty == (players <= 10))
    #expect(design.combinations.count <= (players <= 10 ? 1 << players : 1400))
    let sum = design.shares(Self.noise).values.reduce(0, +)
    #expect(abs(sum - Self.noise(all)) < 1e-9)
  }

  @Test(arguments: [4, 10, 12]) func whoeverAddsNothingGetsNothingToTheBit(players: Int) {
    // The second player changes no combination.
    let shares = Self.exact(players).shares { Self.noise($0 & ~2) - Self.noise(0) }
    #expect(shares.values[1] == 0 && shares.values[0] != 0)
    #expect(shares.ofPairs.allSatisfy { $0[1] == 0 })
  }

  @Test func ordersAreDrawnInPairsAndTheSameForASeed() {
    let design = Self.exact(12)
    #expect(design.orders.count == 90)
    for pair in stride(from: 0, to: design.orders.count, by: 2) {
      #expect(design.orders[pair].sorted() == Array(0..<12))
      #expect(design.orders[pair + 1] == design.orders[pair].reversed())
    }
    #expect(design.orders == Self.exact(12).orders)
    #expect(design.orders != ShapleyDesign(players: 12, exactUpTo: 10, seed: 2).orders)
  }

  /// Each of twelve players is worth its number, and together with the one beside it as much again.
  @Test func sampledSharesLieWithinTheirErrors() {
    let design = Self.exact(12)
    let shares = design.shares { combination in
      (0..<12).reduce(0) { sum, player in
        guard Self.has(combination, player) else { return sum }
        return sum + Double(player) * (Self.has(combination, (player + 1) % 12) ? 2 : 1)
      }
    }
    for player in 0..<12 {
      let known = Double(player) * 1.5 + Double((player + 11) % 12) / 2
      let found = Estimate(replicates: shares.ofPairs.map { $0[player] })
      #expect(abs(found.value - shares.values[player]) < 1e-12)
      let half = (found.high ?? .infinity) - found.value
      // A pair of opposite orders has exactly half of each interaction of two, so nothing is left to chance.
      #expect(half < 1e-12 && abs(shares.values[player] - known) < 1e-12)
    }
    // Of three it has not.
    let three = design.shares { $0 & 7 == 7 ? 1 : 0 }
    for player in 0..<3 {
      let found = Estimate(replicates: three.ofPairs.map { $0[player] })
      let half = (found.high ?? .infinity) - found.value
      #expect(half > 0.01 && half < 0.2 && abs(three.values[player] - 1.0 / 3) < 2 * half)
    }
  }
}
