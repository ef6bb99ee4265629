import PolicyCore
import Testing

@testable import PolicySession

@Suite struct SnapshotTests {
  static let text = """
    language 1
    use introduction_programme
    scenario three_years from baseline
      programme.length = 36 months
    end
    expect compare baseline, three_years over 3 years by sex show employed matches snapshot
    expect compare baseline, three_years in year 5 show employed matches snapshot within 0.5 pp
    expect employed in year 5: baseline at least 10 %
    compare baseline in year 3 show employed
    """

  func test(
    _ recorded: [String: Snapshot]?, size: RunSize = .quick, text: String = Self.text
  ) throws -> FileResult {
    var session = Session.sample()
    session.size = size
    return try session.test(SourceFile(name: "x.policy", text: text), recorded: recorded)
  }

  private func records(_ result: FileResult) -> [String: Snapshot] {
    Dictionary(result.snapshots.map { ($0.text, $0.found) }, uniquingKeysWith: { first, _ in first })
  }

  @Test func whatIsNotThereIsMissingAndHasAllNumbers() throws {
    let result = try test([:])
    #expect(result.snapshots.map(\.status) == [.missing, .missing] && result.expectations.count == 1)
    #expect(result.snapshots.allSatisfy { !$0.isAcceptable && $0.remark != nil })
    // Two levels and a difference, for all, men and women, in three years.
    #expect(result.snapshots[0].found.rows.count == 27)
    #expect(Set(result.snapshots.map(\.id)).count == 2)
  }

  @Test func theSameRunMatchesAndAnotherIsNotCompared() throws {
    let first = records(try test([:]))
    #expect(try test(first).snapshots.map(\.status) == [.matched, .matched])
    var more = RunSize.quick
    more.replicates = 4
    let other = try test(first, size: more)
    #expect(other.snapshots.map(\.status) == [.notCompared, .notCompared])
    #expect(other.snapshots[0].recordedRun == first.values.first?.run)
    #expect(other.snapshots[0].differences.isEmpty)
    var seeded = RunSize.quick
    seeded.seed = 9
    #expect(try test(first, size: seeded).snapshots[0].status == .notCompared)
    // Threads have no influence on a number.
    var threaded = RunSize.quick
    threaded.threads = 7
    #expect(try test(first, size: threaded).snapshots[0].status == .matched)
  }

  @Test func numbersThatMovedAreNamedAndToleranceIsOfValues() throws {
    let first = records(try test([:]))
    let changed = try test(first, text: Self.text.replacing("36 months", with: "37 months"))
    #expect(changed.snapshots[0].status == .differs)
    // Of the reform alone: its level and its difference.
    #expect(Set(changed.snapshots[0].differences.map(\.cell.scenario)) == ["three_years"])
    let statement = try #require(first.keys.first { $0.contains("within") })
    let tolerances = ["employed": 0.5]
    func moved(_ step: Double, bounds: Double = 0) -> [SnapshotResult.Difference] {
      var other = first[statement]!
      for index in other.rows.indices {
        other.rows[index].number.value = other.rows[index].number.value.map { $0 + step }
        other.rows[index].number.low = other.rows[index].number.low.map { $0 + bounds }
      }
      return other.differences(from: first[statement]!, tolerances: tolerances)
    }
    #expect(moved(0.49, bounds: 3).isEmpty && moved(0.51).count == 3)
    // Without a tolerance a bound that moved counts too, and the last bits of a machine do not.
    let plain = first[statement]!
    var bits = plain
    bits.rows[0].number.value = bits.rows[0].number.value.map { $0 * (1 + 1e-12) }
    #expect(bits.differences(from: plain, tolerances: [:]).isEmpty)
    bits.rows[0].number.low = 0
    #expect(bits.differences(from: plain, tolerances: [:]).count == 1)
  }

  @Test func numbersThatComeAndGoAreDifferences() throws {
    let first = records(try test([:]))
    var other = try #require(first.values.first { !$0.text.contains("within") })
    let gone = other.rows.removeFirst()
    var new = gone
    new.cell.year = 99
    other.rows.append(new)
    let differences = other.differences(from: first[other.text]!, tolerances: [:])
    #expect(differences.map(\.cell) == [new.cell, gone.cell])
    #expect(differences[0].recorded == nil && differences[1].found == nil)
  }

  @Test func aSessionHasNoPlaceForRecords() {
    var session = Session.started()
    let outputs = session.evaluate("expect compare baseline in year 3 show employed matches snapshot")
    guard case .snapshot(let result)? = outputs.last else {
      Issue.record("no snapshot: \(outputs)")
      return
    }
    #expect(result.status == .notCompared && result.remark != nil && !result.isAcceptable)
  }
}

/// Several years taken together.
@Suite struct YearSpanTests {
  private func row(_ year: Int, _ replicates: [Double]) -> ResultRow {
    ResultRow(
      outcome: "employed", scenario: "a", base: nil, group: [:], year: year, unit: .share,
      estimate: Estimate(replicates: replicates), replicates: replicates, persons: 100)
  }

  private func plan(_ total: YearSpan.Total) -> ExpectationPlan {
    var plan = ExpectationTests.plan(year: 2)
    plan.span = YearSpan(first: 1, total: total)
    return plan
  }

  @Test func theIntervalIsThatOfTheMeanInEachReplicate() throws {
    // What is high in one year is low in the next: the mean hardly moves.
    let rows = [row(1, [0.40, 0.50, 0.60]), row(2, [0.61, 0.50, 0.40])]
    let mean = try #require(plan(.mean).number(of: rows, uncertainty: .monteCarlo))
    #expect(mean == Estimate(replicates: [0.505, 0.5, 0.5]))
    let widths = rows.compactMap { $0.estimate?.high }.map { $0 - 0.5 }
    #expect(try #require(mean.high) - mean.value < widths.min()! / 10)
    let sum = try #require(plan(.sum).number(of: rows, uncertainty: .monteCarlo))
    #expect(abs(sum.value - 2 * mean.value) < 1e-12)
    // Draws of parameters widen it as they do for one year.
    #expect(plan(.mean).number(of: rows, uncertainty: .parameters) == Estimate(draws: [0.505, 0.5, 0.5]))
  }

  @Test func aYearWithoutANumberLeavesNone() {
    var unknown = row(2, [])
    unknown.estimate = nil
    #expect(plan(.mean).number(of: [row(1, [0.4, 0.5]), unknown], uncertainty: .monteCarlo) == nil)
    #expect(plan(.mean).number(of: [row(1, [0.4, 0.5])], uncertainty: .monteCarlo) == nil)
  }

  @Test func yearsAreAskedTogether() throws {
    let result = try Session.sample().test(
      SourceFile(
        name: "x.policy",
        text: """
          language 1
          use introduction_programme
          expect employed over 3 years: baseline between 37.9 % and 38.1 %
          expect public_cost over 3 years: baseline between 113 000 kr(2018) and 115 000 kr(2018)
          expect employed over 12 years: baseline at least 1 %
          """))
    // Levels of 0.34, 0.38 and 0.42; cohorts are followed for nine years.
    #expect(result.expectations.map(\.status) == [.passed, .passed, .undecided], "\(result.diagnostics)")
    #expect(result.expectations[1].unit == .kroner(per: .once, priceYear: 2018))
  }
}
