/// The workload's result: counts by year and sex, from starts and losses by month.
package struct WorkloadTable: WorkloadObserver, Equatable, Sendable {
  private let months: Int
  private var persons = [0, 0]
  /// By sex and month.
  private var starts: [Int32]
  private var losses: [Int32]
  private var row = 0

  init(months: Int) {
    self.months = months
    starts = [Int32](repeating: 0, count: 2 * months)
    losses = starts
  }

  @inline(__always)
  mutating func begin(position: Int, sex: Int) {
    persons[sex] += 1
    row = sex * months
  }

  @inline(__always)
  mutating func start(month: Int) { starts[row + month] += 1 }

  @inline(__always)
  mutating func loss(month: Int) { losses[row + month] += 1 }

  mutating func add(_ other: WorkloadTable) {
    for sex in 0..<2 { persons[sex] += other.persons[sex] }
    for index in starts.indices {
      starts[index] += other.starts[index]
      losses[index] += other.losses[index]
    }
    row = 0
  }

  /// A year of one sex; flows and person-months over the year, `employed` at its end.
  package struct Row: Equatable, Sendable {
    package var year: Int
    package var sex: Int
    package var persons: Int
    package var employed = 0
    package var employedMonths = 0
    package var starts = 0
    package var losses = 0

    package var csv: String { "\(year),\(sex),\(persons),\(employed),\(employedMonths),\(starts),\(losses)" }
  }

  package var rows: [Row] {
    var employed = [0, 0]
    return (0..<months / 12).flatMap { year in
      (0..<2).map { sex in
        var row = Row(year: year + 1, sex: sex, persons: persons[sex])
        for month in year * 12..<year * 12 + 12 {
          let started = Int(starts[sex * months + month])
          let lost = Int(losses[sex * months + month])
          row.starts += started
          row.losses += lost
          employed[sex] += started - lost
          row.employedMonths += employed[sex]
        }
        row.employed = employed[sex]
        return row
      }
    }
  }

  package var csv: String {
    "year,sex,n,employed,emp_months,entries,exits\n" + rows.map { $0.csv + "\n" }.joined()
  }
}
