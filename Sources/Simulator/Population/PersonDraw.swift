/// Draws of the synthetic persons: pure functions of the seed, the person and the purpose.
enum PersonDraw {
  /// A number in [0, 1).
  @inline(__always)
  static func unit(_ seed: UInt64, _ person: UInt64, _ purpose: UInt64) -> Double {
    Double(bits(seed, person, purpose) >> 11) * 0x1p-53
  }

  /// SplitMix64's finaliser over a counter that no two (person, purpose) below 2⁵⁸ share.
  @inline(__always)
  static func bits(_ seed: UInt64, _ person: UInt64, _ purpose: UInt64) -> UInt64 {
    var z = mix(seed) &+ (person &* 64 &+ purpose &+ 1) &* 0x9E37_79B9_7F4A_7C15
    z = mix(z)
    return z
  }

  @inline(__always)
  private static func mix(_ value: UInt64) -> UInt64 {
    var z = value
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
