import PolicyCore

/// Counts persons by state at the asked years of a clock.
struct StateCounter: LifeObserver {
  /// By cell, year and state.
  private(set) var counts: [UInt32]
  private let years: [Int]
  private let clock: Clock
  private let cohorts: ClosedRange<Int>?

  private var cell = 0
  private var clockStart = 0
  private var next = 0
  private var current = WorkState.absent

  /// - Parameter years: ascending.
  init(cells: Int, years: [Int], clock: Clock, cohorts: ClosedRange<Int>?) {
    counts = [UInt32](repeating: 0, count: cells * years.count * WorkState.presentCount)
    self.years = years
    self.clock = clock
    self.cohorts = cohorts
  }

  /// Sets the cell and the clock's zero of the next life.
  mutating func aim(cell: Int, clockStart: Int) {
    self.cell = cell
    self.clockStart = clockStart
  }

  mutating func begin(_ person: Int, settlement: Int) {
    next = clock == .programmeExit ? years.count : 0
    current = .absent
  }

  mutating func enter(_ state: WorkState, at month: Int) {
    count(before: month)
    current = state
  }

  mutating func leaveProgramme(at month: Int) {
    guard clock == .programmeExit, next == years.count else { return }
    if let cohorts, !cohorts.contains(ModelTime.year(of: month)) { return }
    clockStart = month
    next = 0
  }

  mutating func end(at month: Int) {
    count(before: month)
    next = years.count
  }

  /// The month in which a year of the clock is measured: its last.
  private func observed(_ year: Int) -> Int {
    clock == .calendar ? ModelTime.month(year, 12) : clockStart + 12 * year
  }

  private mutating func count(before month: Int) {
    while next < years.count, observed(years[next]) < month {
      if current != .absent {
        counts[(cell * years.count + next) * WorkState.presentCount + Int(current.rawValue)] += 1
      }
      next += 1
    }
  }
}
