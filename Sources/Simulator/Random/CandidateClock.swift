/// The months in which a process may have an event: those with `U < cap`, where `U` is the process's uniform of the month.
///
/// A process whose monthly probability `p` stays below a cap that no scenario moves needs no draw in the other months. The
/// gaps between candidates are geometric, anchored at month 0 for everybody, and each candidate has a mark, uniform
/// whatever the scenario: the event happens when the mark is below `p / cap`.
struct CandidateClock {
  private let key: StreamKey
  private let person: UInt32
  private let process: UInt32
  private var block: UInt32 = 0
  /// The current candidate; months count from 0.
  private(set) var month = -1
  private(set) var mark: UInt32 = 0

  @inline(__always)
  init(key: StreamKey, person: UInt32, process: UInt32, gaps: GapTable) {
    self.key = key
    self.person = person
    self.process = process
    advance(gaps)
  }

  /// Goes on to the next candidate.
  @inline(__always)
  mutating func advance(_ gaps: GapTable) {
    let words = key.words(person: person, process: process, block: block)
    block &+= 1
    month += gaps.gap(words.x)
    mark = words.y
  }

  /// Goes on to the first candidate at or after a month.
  @inline(__always)
  mutating func advance(to first: Int, _ gaps: GapTable) {
    while month < first { advance(gaps) }
  }
}

/// Geometric gaps between the candidates of a clock.
struct GapTable: Sendable {
  /// The cap: the probability that a month is a candidate.
  let probability: Double
  private let factor: Double

  init(probability: Double) {
    self.probability = probability
    factor = 1 / log(1 - probability)
  }

  /// Months to the next candidate, at least 1.
  @inline(__always)
  func gap(_ word: UInt32) -> Int { Int(log(unit(word)) * factor) + 1 }
}
