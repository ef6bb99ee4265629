struct StreamKey: Sendable {
  let seed: UInt64
  let replicate: UInt32
  @inline(__always)
  func words(person: UInt32, process: UInt32, block: UInt32) -> SIMD4<UInt32> {
    var k0 = UInt32(truncatingIfNeeded: seed), k1 = UInt32(truncatingIfNeeded: seed >> 32)
    var c0 = person, c1 = block, c2 = process, c3 = replicate
    for _ in 0..<10 {
      let a = UInt64(0xD2511F53) &* UInt64(c0), b = UInt64(0xCD9E8D57) &* UInt64(c2)
      let n0 = UInt32(truncatingIfNeeded: b >> 32) ^ c1 ^ k0, n2 = UInt32(truncatingIfNeeded: a >> 32) ^ c3 ^ k1
      c1 = UInt32(truncatingIfNeeded: b); c3 = UInt32(truncatingIfNeeded: a); c0 = n0; c2 = n2
      k0 = k0 &+ 0x9E3779B9; k1 = k1 &+ 0xBB67AE85
    }
    return SIMD4(c0, c1, c2, c3)
  }
}
struct GapTable: Sendable {
  let probability: Double
  let factor: Double
  init(probability: Double) { self.probability = probability; factor = 1 / log(1 - probability) }
  func gap(_ word: UInt32) -> Int { Int(log((Double(word) + 0.5) * 0x1p-32) * factor) + 1 }
}
struct CandidateClock {
  let key: StreamKey
  let person: UInt32
  let process: UInt32
  var month = -1
  var mark: UInt32 = 0
  var block: UInt32 = 0
  init(key: StreamKey, person: UInt32, process: UInt32, gaps: GapTable) {
    self.key = key; self.person = person; self.process = process
    advance(gaps)
  }
  @inline(__always) mutating func advance(_ gaps: GapTable) {
    let w = key.words(person: person, process: process, block: block)
    block &+= 1
    month += gaps.gap(w.x)
    mark = w.y
  }
  @inline(__always) mutating func advance(to t: Int, _ gaps: GapTable) { while month < t { advance(gaps) } }
}
struct Threshold {
  let bound: UInt64
  @inline(__always) init(_ p: Double) { bound = UInt64(min(max(p, 0), 1) * 0x1p32) }
  @inline(__always) init(_ p: Double, cap: GapTable) { self.init(p / cap.probability) }
  @inline(__always) static func beyond(_ p: Double, cap: GapTable) -> Threshold { Threshold((p - cap.probability) / (1 - cap.probability)) }
  @inline(__always) func contains(_ word: UInt32) -> Bool { UInt64(word) < bound }
  @inline(__always) var isPositive: Bool { bound > 0 }
}
