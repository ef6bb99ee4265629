import PolicyCore
import Testing

@testable import Simulator

@Suite("Settlement quotas")
struct AllocationTests {
  private func rule(
    capacity: [Double], score: [Double], excluded: [Bool]? = nil, limit: Double = 3, minimum: Double = 10
  ) -> AllocationRule {
    AllocationRule(
      capacity: capacity, score: score,
      exempt: capacity.indices.filter { excluded?[$0] ?? false }, capacityLimit: limit,
      // The minimum of a year is 10 persons times this share.
      adultShare: minimum / 10)
  }

  @Test("capacity alone gives shares of size, whatever the results")
  func capacityAlone() {
    let quotas = rule(capacity: [0.5, 0.3, 0.2], score: [0.1, 9, 1]).quotas(persons: 1000, weight: 1, resultsWeight: 0)
    #expect(quotas == [500, 300, 200])
  }

  @Test("60/40 worked out by hand")
  func sixtyForty() {
    // Scored shares: 0.5·0.8, 0.3·1, 0.2·1.5 = 0.4, 0.3, 0.3, which sum to 1.
    // 0.6·(0.4, 0.3, 0.3) + 0.4·(0.5, 0.3, 0.2) = 0.44, 0.30, 0.26.
    let quotas = rule(capacity: [0.5, 0.3, 0.2], score: [0.8, 1, 1.5]).quotas(
      persons: 1000, weight: 1, resultsWeight: 0.6)
    #expect(quotas == [440, 300, 260])
  }

  @Test("sums, minimum, exclusion and capacity hold over many random settings")
  func invariants() {
    var random = Lehmer(state: 20_180_601)
    for trial in 0..<300 {
      let count = 3 + Int(random.next() * 200)
      var capacity = (0..<count).map { _ in exp(3 * random.next()) }
      let sum = capacity.reduce(0, +)
      capacity = capacity.map { $0 / sum }
      let score = (0..<count).map { _ in 0.2 + 1.6 * random.next() }
      var excluded = (0..<count).map { _ in random.next() < 0.05 }
      excluded[0] = false
      let limit = 2 + 2 * random.next()
      let persons = 50 + Int(random.next() * 6000)
      let weight = random.next() < 0.5 ? 1 : 6.6
      let weights = random.next()
      let rule = rule(capacity: capacity, score: score, excluded: excluded, limit: limit)
      let quotas = rule.quotas(persons: persons, weight: weight, resultsWeight: weights)

      #expect(quotas.reduce(0, +) == persons, "trial \(trial)")
      #expect(quotas.allSatisfy { $0 >= 0 })
      guard weights > 0 else { continue }
      let receiving = quotas.indices.filter { quotas[$0] > 0 }
      if receiving.count > 1 {
        #expect(receiving.allSatisfy { Double(quotas[$0]) * weight >= 10 }, "trial \(trial)")
      }
      #expect(receiving.allSatisfy { !excluded[$0] }, "trial \(trial)")
      // A place is whole persons, and a municipality may be lifted to the minimum.
      #expect(
        receiving.allSatisfy { Double(quotas[$0]) <= limit * capacity[$0] * Double(persons) + 11 }, "trial \(trial)")
    }
  }

  @Test("a part of a year has its part of the minimum")
  func partOfAYear() {
    let rule = rule(capacity: [Double](repeating: 0.01, count: 100), score: [Double](repeating: 1, count: 100))
    let whole = rule.quotas(persons: 400, weight: 1, resultsWeight: 0.6)
    #expect(whole.allSatisfy { $0 == 0 || $0 >= 10 })
    let part = rule.quotas(persons: 100, weight: 1, resultsWeight: 0.6, minimumFactor: 0.1)
    #expect(part.allSatisfy { $0 == 1 })
  }

  @Test("limits move what they cut to the others")
  func limits() {
    let shares = AllocationRule.limited([0.6, 0.3, 0.1], to: [0.4, 0.5, 0.5])
    #expect(abs(shares[0] - 0.4) < 1e-12)
    #expect(abs(shares[1] - 0.45) < 1e-12)
    #expect(abs(shares[2] - 0.15) < 1e-12)
  }

  @Test("waiting months follow Tabell 1; levers move them by the share that is carried out")
  func waiting() throws {
    let history = SettlementHistory(within12Months: [2016: 0.95, 2017: 0.97])
    #expect(history.within12(ModelTime.month(2030, 1)) == 0.97 && history.within12(ModelTime.month(2003, 1)) == 0.95)
    // One hazard in all months: 1 − √0.03 within six.
    #expect(abs(history.within6(ModelTime.month(2017, 5)) - (1 - 0.03.squareRoot())) < 1e-12)
    let settings = [
      LeverSetting(slot: "settlement.within_6_months", value: .quantity(Quantity(0.5, .share))),
      LeverSetting(slot: "settlement.within_12_months", value: .quantity(Quantity(0.9, .share))),
    ]
    let levers = try Levers(settings, catalogue: TestEngine.catalogue)
    let month = ModelTime.month(2017, 5)
    func shares(_ realised: Double) -> (six: Double, twelve: Double) {
      let waiting = SettlementWaiting(history: history, levers: levers, realised: realised)
      let waits = (0..<20_000).map { waiting.months((Double($0) + 0.5) / 20_000, permit: month) }
      return (Double(waits.count { $0 < 6 }) / 20_000, Double(waits.count { $0 < 12 }) / 20_000)
    }
    let moved = shares(1)
    #expect(abs(moved.six - 0.5) < 0.001 && abs(moved.twelve - 0.9) < 0.001)
    let unmoved = shares(0)
    #expect(abs(unmoved.six - 0.8268) < 0.001 && abs(unmoved.twelve - 0.97) < 0.001)
  }
}

/// A small generator for test settings, independent of the engine's.
struct Lehmer {
  var state: UInt64

  mutating func next() -> Double {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Double(state >> 11) * 0x1p-53
  }
}
