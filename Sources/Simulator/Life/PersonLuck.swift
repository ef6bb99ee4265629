/// All random draws of one person in one replicate: pure functions of process and month.
struct PersonLuck {
  let key: StreamKey
  let person: UInt32

  /// Four words for a month (or an ordinal) of a process.
  @inline(__always)
  func words(_ process: Process, _ month: Int) -> SIMD4<UInt32> {
    key.words(person: person, process: process.rawValue, block: UInt32(truncatingIfNeeded: month))
  }

  @inline(__always)
  func word(_ process: Process, _ month: Int) -> UInt32 { words(process, month).x }

  /// A word for a month of a process that the program declares.
  func word(stream: UInt32, _ month: Int) -> UInt32 {
    key.words(person: person, process: stream, block: UInt32(truncatingIfNeeded: month)).x
  }

  /// A uniform in (0, 1) that is the person's for good.
  func unit(_ process: Process, _ month: Int = 0) -> Double { Simulator.unit(word(process, month)) }

  func clock(_ process: Process, _ gaps: GapTable) -> CandidateClock {
    CandidateClock(key: key, person: person, process: process.rawValue, gaps: gaps)
  }

  /// Whole months from 0 until an event of monthly probability `hazard`; `P(months ≥ k) = (1 − hazard)^k`.
  func wait(_ process: Process, hazard: Double, at month: Int = 0) -> Int {
    guard hazard < 1 else { return 0 }
    return Int(log(unit(process, month)) / log(1 - hazard))
  }
}
