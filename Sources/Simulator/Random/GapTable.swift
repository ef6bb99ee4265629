/// Geometric gaps between the candidates of a clock.
///
/// Drawn by inversion in whole numbers: exact in distribution to 2⁻³², the same on every machine (no logarithm is
/// taken) and two look-ups in the usual case.
struct GapTable: Sendable {
  /// The longest gap that is told apart: longer than any life that is simulated.
  static let reach = 1024

  /// The cap: the probability that a month is a candidate.
  let probability: Double
  /// The part of the cap that is kept for the opposite event of the same clock, at the upper end of the marks.
  let reserved: Double
  /// At `k` the last word that stands for a gap of `k + 1` months; the last entry holds all longer gaps.
  private let ends: [UInt32]
  /// Where the search begins, by the high bits of a word.
  private let guide: [UInt16]

  private static let guideBits: UInt32 = 8

  init(probability: Double, reserved: Double = 0) {
    self.probability = probability
    self.reserved = reserved
    let none = 1 - min(max(0, probability), 1)
    var ends: [UInt32] = []
    var survival = 1.0
    while ends.count < Self.reach {
      survival *= none
      let words = UInt64((1 - survival) * 0x1p32)
      // No word left for a longer gap.
      if words >= 1 << 32 { break }
      ends.append(words == 0 ? 0 : UInt32(words - 1))
    }
    ends.append(.max)
    var first = 0
    var guide: [UInt16] = []
    for slice in 0..<(UInt32(1) << Self.guideBits) {
      while slice << (32 - Self.guideBits) > ends[first] { first += 1 }
      guide.append(UInt16(first))
    }
    self.ends = ends
    self.guide = guide
  }

  /// Months to the next candidate, at least 1.
  @inline(__always)
  func gap(_ word: UInt32) -> Int {
    var index = Int(guide[Int(word >> (32 - Self.guideBits))])
    while word > ends[index] { index += 1 }
    return index + 1
  }
}
