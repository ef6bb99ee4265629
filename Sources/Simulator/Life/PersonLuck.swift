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

  /// A uniform in (0, 1) that is the person's for good.
  func unit(_ process: Process, _ month: Int = 0) -> Double { Simulator.unit(word(process, month)) }

  func clock(_ process: Process, _ gaps: GapTable) -> CandidateClock {
    CandidateClock(key: key, person: person, process: process.rawValue, gaps: gaps)
  }

  /// Whole months, at least 0, with a geometric distribution of the given mean.
  func geometric(_ process: Process, mean: Double, at month: Int = 0) -> Int {
    guard mean > 0 else { return 0 }
    let stay = mean / (1 + mean)
    return Int(log(unit(process, month)) / log(stay))
  }
}

/// The uniform in (0, 1) of a 32-bit word.
@inline(__always)
func unit(_ word: UInt32) -> Double { (Double(word) + 0.5) * 0x1p-32 }
