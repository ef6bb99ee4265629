import Testing

@testable import Simulator

/// The benchmark workload as a check of the primitives: published rows, laws, threads and shared luck.
@Suite struct RandomWorkloadTests {
  /// The last year of the specification's table: 100 000 persons, 120 months, seed 1.
  @Test(arguments: [
    (WorkloadLevers.base, "10,0,52177,17645,210196,3616,3388", "10,1,47823,11125,132308,2501,2357"),
    (WorkloadLevers.reform, "10,0,52177,17757,211712,3612,3417", "10,1,47823,11105,132234,2497,2383"),
  ])
  func monthKeyedDrawsGiveTheSpecifiedTable(levers: WorkloadLevers, men: String, women: String) throws {
    let rows = try Workload(persons: 100_000, months: 120).table(.monthKeyed, levers, seed: 1, threads: 2).rows
    #expect(rows.suffix(2).map(\.csv) == [men, women])
  }

  /// Two independent runs of this size differ by 243 persons and 14 804 person-months (standard deviations, 60 seeds).
  @Test func otherDrawsFollowTheSameLaw() throws {
    let workload = Workload(persons: 100_000, months: 120)
    func sums(_ draws: WorkloadDraws) throws -> (employed: Int, months: Int) {
      let rows = try workload.table(draws, .base, seed: 1, threads: 2).rows
      return (rows.suffix(2).reduce(0) { $0 + $1.employed }, rows.reduce(0) { $0 + $1.employedMonths })
    }
    let expected = try sums(.monthKeyed)
    for draws in [WorkloadDraws.candidateClock, .spellKeyed] {
      let found = try sums(draws)
      #expect(abs(found.employed - expected.employed) < 4 * 243, "\(draws)")
      #expect(abs(found.months - expected.months) < 4 * 14_804, "\(draws)")
    }
  }

  @Test func threadsChangeNothing() throws {
    let workload = Workload(persons: 20_000, months: 60)
    let one = try workload.table(.candidateClock, .reform, seed: 3, threads: 1)
    for threads in [2, 3, 7] {
      #expect(try workload.table(.candidateClock, .reform, seed: 3, threads: threads) == one)
    }
    #expect(try workload.table(.candidateClock, .reform, seed: 4, threads: 1) != one)
  }

  /// Where hazards do not depend on durations, only luck could make a person lose from likelier job starts.
  @Test func likelierStartsMakeNobodyLose() {
    let workload = Workload(persons: 20_000, months: 108)
    var likelier = WorkloadLevers.base
    likelier.startFactor = 1.1
    for month in [11, 35, 59, 107] {
      func employed(_ levers: WorkloadLevers) -> [Bool] {
        workload.employed(.candidateClock, levers, seed: 1, month: month, hasDurations: false)
      }
      let pairs = zip(employed(.base), employed(likelier))
      #expect(!pairs.contains { $0 && !$1 })
      #expect(pairs.contains { !$0 && $1 })
    }
  }
}
