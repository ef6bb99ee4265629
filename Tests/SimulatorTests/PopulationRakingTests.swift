import Testing

@testable import Simulator

/// A table raked to row and column shares: its cells as shares, row by row.
private func rake(_ table: [[Double]], rows: [Double], columns: [Double]) -> (shares: [Double], fit: Raking.Fit) {
  var weights = ContiguousArray(table.flatMap { $0 })
  let width = columns.count
  let raking = Raking(margins: [
    .init(codes: ContiguousArray(weights.indices.map { UInt8($0 / width) }), shares: rows),
    .init(codes: ContiguousArray(weights.indices.map { UInt8($0 % width) }), shares: columns),
  ])
  let fit = raking.fit(&weights)
  let total = weights.reduce(0, +)
  return (weights.map { $0 / total }, fit)
}

private func areClose(_ left: [Double], _ right: [Double], within tolerance: Double) -> Bool {
  left.count == right.count && zip(left, right).allSatisfy { abs($0 - $1) <= tolerance }
}

@Suite struct PopulationRakingTests {
  @Test func twoByTwoKeepsTheOddsRatioAndMeetsTheMargins() {
    // Odds ratio 4·1 / (1·1) = 4 with even margins: x² / (½ − x)² = 4, so x = ⅓ and the other cell is ⅙; of all.
    let (shares, fit) = rake([[4, 1], [1, 1]], rows: [0.5, 0.5], columns: [0.5, 0.5])
    #expect(fit.isConverged)
    let byHand: [Double] = [1.0 / 3, 1.0 / 6, 1.0 / 6, 1.0 / 3]
    #expect(areClose(shares, byHand, within: 1e-4))
  }

  @Test func twoByThreeOfIndependentRowsIsTheProductOfTheMargins() {
    // Proportional rows have odds ratios of 1, so the answer is row share × column share.
    let (shares, fit) = rake([[1, 2, 3], [2, 4, 6]], rows: [0.25, 0.75], columns: [0.5, 0.3, 0.2])
    #expect(fit.isConverged)
    let byHand: [Double] = [0.125, 0.075, 0.05, 0.375, 0.225, 0.15]
    #expect(areClose(shares, byHand, within: 1e-6))
  }

  @Test func twoByThreeWithAZeroIsSolvedByHand() {
    // The zero forces the third column into row two; the rest of row two is 0.2, with odds ratio 1 between the others.
    let (shares, fit) = rake([[1, 1, 0], [1, 1, 1]], rows: [0.6, 0.4], columns: [0.4, 0.4, 0.2])
    #expect(fit.isConverged)
    #expect(shares[2] == 0)
    let byHand: [Double] = [0.3, 0.3, 0, 0.1, 0.1, 0.2]
    #expect(areClose(shares, byHand, within: 1e-4))
  }

  @Test func marginsThatCannotHoldTogetherDoNotConverge() {
    #expect(!rake([[1, 0], [1, 0]], rows: [0.5, 0.5], columns: [0.5, 0.5]).fit.isConverged)
    #expect(!rake([[1, 0], [0, 1]], rows: [0.3, 0.7], columns: [0.6, 0.4]).fit.isConverged)
  }

  @Test func aConditionalShareMovesOnlyThoseWhomItCovers() {
    var weights: ContiguousArray<Double> = [1, 1, 1, 1]
    let fit = Raking(margins: [.init(codes: [0, 1, 2, 2], shares: [0.6, 0.4])]).fit(&weights)
    #expect(fit.isConverged)
    let byHand: [Double] = [1.2, 0.8, 1, 1]
    #expect(areClose(Array(weights), byHand, within: 1e-12))
  }

  @Test func wholeNumbersFollowTheWeightsAndSum() {
    #expect(Raking.wholeNumbers(following: [0.5, 0.5, 1, 0, 2], total: 8) == [1, 1, 2, 0, 4])
    let thirds = Raking.wholeNumbers(following: ContiguousArray(repeating: 1, count: 300), total: 100)
    #expect(thirds.reduce(0, +) == 100)
    #expect(thirds.allSatisfy { (0...1).contains($0) })
  }
}
