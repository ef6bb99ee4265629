/// Philox4x32-10, the counter-based generator of Salmon, Moraes, Dror and Shaw (2011, "Parallel random numbers: as easy
/// as 1, 2, 3"): four words as a pure function of a counter and a key.
enum Philox {
  @inline(__always)
  static func words(counter: SIMD4<UInt32>, key: SIMD2<UInt32>) -> SIMD4<UInt32> {
    var k0 = key.x
    var k1 = key.y
    var c0 = counter.x
    var c1 = counter.y
    var c2 = counter.z
    var c3 = counter.w
    for _ in 0..<10 {
      let a = UInt64(0xD251_1F53) &* UInt64(c0)
      let b = UInt64(0xCD9E_8D57) &* UInt64(c2)
      c0 = UInt32(truncatingIfNeeded: b >> 32) ^ c1 ^ k0
      c2 = UInt32(truncatingIfNeeded: a >> 32) ^ c3 ^ k1
      c1 = UInt32(truncatingIfNeeded: b)
      c3 = UInt32(truncatingIfNeeded: a)
      k0 = k0 &+ 0x9E37_79B9
      k1 = k1 &+ 0xBB67_AE85
    }
    return SIMD4(c0, c1, c2, c3)
  }
}
