/// Keeps one whole life, so that moments can look at it from any clock.
struct LifeRecord: LifeObserver {
  private(set) var months: [Int] = []
  private(set) var states: [WorkState] = []
  private(set) var spells: [SeekerSpell] = []
  private(set) var programmeExit: Int?
  private(set) var end = 0

  mutating func begin(_ person: Int, settlement: Int) {
    months.removeAll(keepingCapacity: true)
    states.removeAll(keepingCapacity: true)
    spells.removeAll(keepingCapacity: true)
    programmeExit = nil
    end = 0
  }

  mutating func enter(_ state: WorkState, at month: Int) {
    months.append(month)
    states.append(state)
  }

  mutating func leaveProgramme(at month: Int) { programmeExit = month }
  mutating func endSpell(_ spell: SeekerSpell) { spells.append(spell) }
  mutating func end(at month: Int) { end = month }

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
}
