import PolicyCore

/// Keeps what happens in one life, with the draws that brought it and what the run counts of it.
struct LifeTracer: LifeObserver {
  static var wantsMeasures: Bool { true }
  static var wantsChances: Bool { true }

  /// The run's own counter: what the life adds to its outcomes.
  private(set) var counter: AccountCounter
  private(set) var log = LifeLog()
  /// All draws, in order.
  private(set) var draws: [ChanceDraw] = []
  /// How many draws there were before each state of the log.
  private var drawsBefore: [Int] = []

  init(counter: AccountCounter) { self.counter = counter }

  mutating func begin(_ person: Int, settlement: Int) {
    counter.begin(person, settlement: settlement)
    log.begin(person, settlement: settlement)
    draws.removeAll(keepingCapacity: true)
    drawsBefore.removeAll(keepingCapacity: true)
  }

  mutating func enter(_ state: WorkState, at month: Int) {
    counter.enter(state, at: month)
    log.enter(state, at: month)
    drawsBefore.append(draws.count)
  }

  mutating func leaveProgramme(at month: Int) {
    counter.leaveProgramme(at: month)
    log.leaveProgramme(at: month)
  }

  mutating func plan(_ course: ProgrammeCourse) {
    counter.plan(course)
    log.plan(course)
  }

  mutating func onMeasure(_ measure: Measure, at month: Int) {
    counter.onMeasure(measure, at: month)
    log.onMeasure(measure, at: month)
  }

  mutating func endSpell(_ spell: NAVSpell) {
    counter.endSpell(spell)
    log.endSpell(spell)
  }

  mutating func endSupport(_ support: SupportSpell) {
    counter.endSupport(support)
    log.endSupport(support)
  }

  mutating func draw(_ draw: ChanceDraw) { draws.append(draw) }

  mutating func end(at month: Int) {
    counter.end(at: month)
    log.end(at: month)
  }

  mutating func aim(cell: Int, clockStart: Int) { counter.aim(cell: cell, clockStart: clockStart) }

  /// Counts the life that has ended.
  mutating func count(
    _ person: Int, _ simulator: LifeSimulator, accounts: AccountModel, luck: PersonLuck, municipality: Int
  ) {
    counter.count(person, simulator, accounts: accounts, luck: luck, municipality: municipality)
  }

  /// A state with the draw that brought it, when a single one did.
  struct Entry {
    var month: Int
    var state: WorkState
    var chance: ChanceDraw?
  }

  /// The states in order; one that another follows within the month has no month of its own.
  var entries: [Entry] {
    var entries: [Entry] = []
    for index in log.months.indices {
      let (month, state) = (log.months[index], log.states[index])
      let entry = Entry(
        month: month, state: state, chance: chance(before: index, isLoss: entries.last?.state == .employed))
      guard entries.last?.state != state else { continue }
      entries.append(entry)
    }
    return entries
  }

  /// The draw that brought a state: in its month or, at NAV, in the one before.
  private func chance(before index: Int, isLoss: Bool) -> ChanceDraw? {
    let first = index == 0 ? 0 : drawsBefore[index - 1]
    return draws[first..<drawsBefore[index]].last { draw in
      draw.happens && log.months[index] - draw.month <= 1 && ![.measure, .takeUp].contains(draw.kind)
        // Who loses a job may be registered at once: that is another draw.
        && (draw.kind != .registrationAfterLoss || !isLoss)
    }
  }
}

extension ChanceDraw {
  var happens: Bool { drawn < probability }
}

extension WorkState {
  /// As others than the model know it; `nil` for who is not there.
  var traced: LifeState? {
    switch self {
    case .awaitingSettlement: .awaitingSettlement
    case .programme: .programme
    case .outOfWork: .outOfWork
    case .jobSeeker: .jobSeeker
    case .reducedCapacity: .reducedCapacity
    case .kvp: .kvp
    case .jobbsjansen: .jobbsjansen
    case .employed: .employed
    case .education: .education
    case .disability: .disability
    case .absent: nil
    }
  }
}
