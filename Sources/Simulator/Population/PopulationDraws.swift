/// The draws of a population: pure functions of its seed and of who is drawn, on a stream that no replicate uses.
struct PopulationDraws {
  /// What is drawn; the numbers are part of the draws.
  enum Purpose: UInt32 {
    case participantTraits, otherTraits, life, municipality
  }

  private let key: StreamKey
  private let purpose: UInt32

  init(seed: UInt64, _ purpose: Purpose) {
    key = StreamKey(seed: seed, replicate: .max)
    self.purpose = purpose.rawValue
  }

  @inline(__always)
  func words(_ index: Int, block: Int = 0) -> SIMD4<UInt32> {
    key.words(person: UInt32(truncatingIfNeeded: index), process: purpose, block: UInt32(truncatingIfNeeded: block))
  }
}
