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
  /// How many candidates were drawn; a block of random words serves two.
  private var count: UInt32 = 0
  private var spareGap: UInt32 = 0
  private var spareMark: UInt32 = 0
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
    if count & 1 == 0 {
      let words = key.words(person: person, process: process, block: count >> 1)
      month += gaps.gap(words.x)
      mark = words.y
      spareGap = words.z
      spareMark = words.w
    } else {
      month += gaps.gap(spareGap)
      mark = spareMark
    }
    count &+= 1
  }

  /// Goes on to the first candidate at or after a month.
  @inline(__always)
  mutating func advance(to first: Int, _ gaps: borrowing GapTable) {
    while month < first { advance(gaps) }
  }
}
