/// The key of a replicate's draws; every draw is a pure function of it and of (person, process, block).
struct StreamKey: Hashable, Sendable {
  let seed: UInt64
  let replicate: UInt32

  @inline(__always)
  func words(person: UInt32, process: UInt32, block: UInt32) -> SIMD4<UInt32> {
    Philox.words(
      counter: SIMD4(person, block, process, replicate),
      key: SIMD2(UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed >> 32)))
  }
}

/// The uniform in (0, 1) of a 32-bit word.
@inline(__always)
func unit(_ word: UInt32) -> Double { (Double(word) + 0.5) * 0x1p-32 }
