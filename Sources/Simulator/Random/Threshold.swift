/// A probability as a bound on 32-bit words; 0 and 1 are exact.
struct Threshold {
  private let bound: UInt64

  /// What is no number counts as 0.
  @inline(__always)
  init(_ probability: Double) { bound = UInt64(min(max(0, probability), 1) * 0x1p32) }

  /// The bound on a candidate's mark; what is above the cap, less the reserved part, is left to `beyond`.
  @inline(__always)
  init(_ probability: Double, cap: borrowing GapTable) {
    self.init(min(probability, cap.probability - cap.reserved) / cap.probability)
  }

  /// The bound on a candidate's reversed mark; best below the part of the cap that is reserved for it.
  @inline(__always)
  init(opposite probability: Double, cap: borrowing GapTable) { self.init(probability / cap.probability) }

  /// The bound on an independent uniform in months that are no candidates, for a probability above the cap.
  @inline(__always)
  static func beyond(_ probability: Double, cap: borrowing GapTable) -> Threshold {
    Threshold(self.probability(beyond: probability, cap: cap))
  }

  /// The probability that is made up in a month that is no candidate.
  @inline(__always)
  static func probability(beyond probability: Double, cap: borrowing GapTable) -> Double {
    (probability - cap.probability + cap.reserved) / (1 - cap.probability)
  }

  @inline(__always)
  func contains(_ word: UInt32) -> Bool { UInt64(word) < bound }

  @inline(__always)
  var isPositive: Bool { bound > 0 }
}
