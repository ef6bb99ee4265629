/// A generator with a fixed start, so that an input can be made again from its number.
struct Dice {
  private var state: UInt64

  init(_ number: Int) {
    state = UInt64(truncatingIfNeeded: number) &* 0x9E37_79B9_7F4A_7C15 &+ 0x2545_F491_4F6C_DD1D
    _ = roll(2)
  }

  /// A number from 0 to one below `sides`.
  mutating func roll(_ sides: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    var mixed = state ^ (state >> 29)
    mixed = mixed &* 0xBF58_476D_1CE4_E5B9
    mixed ^= mixed >> 32
    return Int(mixed % UInt64(max(sides, 1)))
  }

  /// `true` once in so many.
  mutating func once(in sides: Int) -> Bool { roll(sides) == 0 }

  mutating func pick<Element>(_ elements: [Element]) -> Element { elements[roll(elements.count)] }
}
