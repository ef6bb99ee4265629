/// Keeps one whole life, so that moments and accounts can look at it from any clock.
struct LifeLog: LifeObserver {
  static var wantsMeasures: Bool { true }

  struct MeasureTime {
    var measure: Measure
    var start: Int
    /// First month no longer on it.
    var end: Int
  }

  private(set) var months: [Int] = []
  private(set) var states: [WorkState] = []
  private(set) var spells: [NAVSpell] = []
  private(set) var supports: [SupportSpell] = []
  private(set) var measures: [MeasureTime] = []
  private(set) var course: ProgrammeCourse?
  private(set) var programmeExit: Int?
  private(set) var settlement = 0
  private(set) var end = 0

  mutating func begin(_ person: Int, settlement: Int) {
    months.removeAll(keepingCapacity: true)
    states.removeAll(keepingCapacity: true)
    spells.removeAll(keepingCapacity: true)
    supports.removeAll(keepingCapacity: true)
    measures.removeAll(keepingCapacity: true)
    course = nil
    programmeExit = nil
    self.settlement = settlement
    end = 0
  }

  mutating func enter(_ state: WorkState, at month: Int) {
    months.append(month)
    states.append(state)
  }

  mutating func leaveProgramme(at month: Int) { programmeExit = month }
  mutating func plan(_ course: ProgrammeCourse) { self.course = course }
  mutating func endSpell(_ spell: NAVSpell) { spells.append(spell) }
  mutating func endSupport(_ support: SupportSpell) { supports.append(support) }
  mutating func end(at month: Int) { end = month }

  mutating func onMeasure(_ measure: Measure, at month: Int) {
    if let last = measures.last, last.measure == measure, last.end == month {
      measures[measures.count - 1].end = month + 1
    } else {
      measures.append(MeasureTime(measure: measure, start: month, end: month + 1))
    }
  }

  /// The first month of the introduction programme.
  var programmeStart: Int? { states.firstIndex(of: .programme).map { months[$0] } }

  func state(at month: Int) -> WorkState {
    guard month < end else { return .absent }
    var current = WorkState.absent
    for index in months.indices {
      if months[index] > month { break }
      current = states[index]
    }
    return current
  }

  /// Calls `body` with each state's months within a range, in order, and the years worked before them.
  @inline(__always)
  func visit(_ range: Range<Int>, _ body: (_ state: WorkState, _ from: Int, _ to: Int, _ experience: Double) -> Void) {
    var worked = 0
    for index in months.indices {
      let start = months[index]
      let stop = index + 1 < months.count ? min(months[index + 1], end) : end
      if start >= range.upperBound { break }
      let from = max(start, range.lowerBound)
      let to = min(stop, range.upperBound)
      if from < to {
        let before = states[index] == .employed ? worked + from - start : worked
        body(states[index], from, to, Double(before) / 12)
      }
      if states[index] == .employed { worked += stop - start }
    }
  }
}
