/// The random numbers of one draw of the parameters: pure functions of seed, replicate, attempt and the parameter's name.
///
/// The name is the counter, not a position, so that a parameter keeps its draws when others are declared.
struct ParameterStream: Sendable {
  let key: StreamKey
  /// Draws that the model refused before this one.
  let attempt: UInt32

  /// Far from the processes of lives, which count from 1.
  private static let process: UInt32 = 0x5041_5241

  /// A uniform in (0, 1).
  func unit(_ name: String) -> Double {
    Simulator.unit(key.words(person: Self.counter(name), process: Self.process, block: attempt).x)
  }

  /// A standard normal.
  func normal(_ name: String) -> Double { normalQuantile(unit(name)) }

  /// FNV-1a of the name.
  static func counter(_ name: String) -> UInt32 {
    name.utf8.reduce(0x811C_9DC5) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
  }
}
