/// The months in which a process may have an event: those whose uniform is below a cap that no scenario moves.
///
/// Think of one uniform `U` for each person, process and calendar month. A process whose monthly probability `p` stays
/// below the cap `c` needs only the months with `U < c`, its candidates. The clock draws them directly: geometric gaps from
/// month 0, the same for everybody and in every scenario, and with each candidate a mark, the uniform `U / c`. The event
/// happens when the mark is below `p / c`.
///
/// Two opposite events of one process (a job start, a job loss) read one clock, the second with the reversed mark `~mark`
/// and a part of the cap reserved for it. No candidate is then a start under one scenario and a loss under another, so
/// that a life that is ahead is not overtaken by luck. A start's probability above its part of the cap is made up in the
/// other months, by a uniform of the month that no scenario moves.
struct CandidateClock {
  private let key: StreamKey
  private let person: UInt32
  private let process: UInt32
  /// The next block of random words; a block serves two candidates.
  private var block: UInt32 = 0
  /// How many candidates are drawn already, and their gaps and marks.
  private var left = 0
  private var spares = (SIMD2<UInt32>(), SIMD2<UInt32>(), SIMD2<UInt32>(), SIMD2<UInt32>())
  /// The current candidate; months count from 0.
  private(set) var month = -1
  private(set) var mark: UInt32 = 0

  @inline(__always)
  init(key: StreamKey, person: UInt32, process: UInt32, gaps: borrowing GapTable) {
    self.key = key
    self.person = person
    self.process = process
    advance(gaps)
  }

  /// Goes on to the next candidate.
  @inline(__always)
  mutating func advance(_ gaps: borrowing GapTable) {
    if left == 0 { draw() }
    month += gaps.gap(spares.0.x)
    mark = spares.0.y
    spares.0 = spares.1
    spares.1 = spares.2
    spares.2 = spares.3
    left &-= 1
  }

  /// Draws four candidates: the rounds of a block wait for each other, but those of two blocks run side by side.
  @inline(__always)
  private mutating func draw() {
    let first = key.words(person: person, process: process, block: block)
    let second = key.words(person: person, process: process, block: block &+ 1)
    spares = (first.lowHalf, first.highHalf, second.lowHalf, second.highHalf)
    block &+= 2
    left = 4
  }

  /// Goes on to the first candidate at or after a month.
  @inline(__always)
  mutating func advance(to first: Int, _ gaps: borrowing GapTable) {
    while month < first { advance(gaps) }
  }
}
