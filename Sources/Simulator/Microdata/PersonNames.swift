/// The names of persons met so far, each as 64 bits, with the line of its row.
///
/// Whole numbers without leading zeros are kept as they are. Other names are hashed: among ten million of these, two
/// different ones are taken for one with a probability of about one in 200 000.
final class PersonNames {
  /// Names that are consecutive numbers need no table.
  private var run: (first: UInt64, line: Int, count: Int) = (0, 0, 0)
  private var keys: UnsafeMutableBufferPointer<UInt64>
  private var lines: UnsafeMutableBufferPointer<UInt32>
  private var used = 0

  init() {
    keys = .allocate(capacity: 0)
    lines = .allocate(capacity: 0)
  }

  deinit {
    keys.deallocate()
    lines.deallocate()
  }

  /// Never 0.
  static func key(_ name: UnsafeBufferPointer<UInt8>) -> UInt64 {
    if name.count < 19, name.first != 0x30 || name.count == 1 {
      var number: UInt64 = 0
      var isNumber = true
      for byte in name {
        isNumber = isNumber && (0x30...0x39).contains(byte)
        number = number &* 10 &+ UInt64(byte & 15)
      }
      if isNumber { return number + 1 }
    }
    var hash = Fingerprint()
    hash.add(name)
    return hash.value | 1 << 63
  }

  /// Remembers a name; the line where it was met before, if it was.
  func insert(_ key: UInt64, line: Int) -> Int? {
    if used == 0 {
      if run.count == 0 {
        run = (key, line, 1)
        return nil
      }
      // Rows without a name leave gaps between lines, so the lines must be consecutive too.
      if key == run.first &+ UInt64(run.count), line == run.line + run.count {
        run.count += 1
        return nil
      }
      for index in 0..<run.count { _ = enter(run.first &+ UInt64(index), line: run.line + index) }
    }
    return enter(key, line: line)
  }

  private func enter(_ key: UInt64, line: Int) -> Int? {
    if used * 4 >= keys.count * 3 { grow() }
    let mask = keys.count - 1
    var slot = Self.slot(key) & mask
    while keys[slot] != 0 {
      if keys[slot] == key { return Int(lines[slot]) }
      slot = (slot + 1) & mask
    }
    keys[slot] = key
    lines[slot] = UInt32(truncatingIfNeeded: line)
    used += 1
    return nil
  }

  private func grow() {
    let (oldKeys, oldLines) = (keys, lines)
    let capacity = max(1 << 12, oldKeys.count * 2)
    keys = .allocate(capacity: capacity)
    keys.initialize(repeating: 0)
    lines = .allocate(capacity: capacity)
    lines.initialize(repeating: 0)
    for index in 0..<oldKeys.count where oldKeys[index] != 0 {
      var slot = Self.slot(oldKeys[index]) & (capacity - 1)
      while keys[slot] != 0 { slot = (slot + 1) & (capacity - 1) }
      keys[slot] = oldKeys[index]
      lines[slot] = oldLines[index]
    }
    oldKeys.deallocate()
    oldLines.deallocate()
  }

  /// Spreads neighbouring numbers over the table.
  private static func slot(_ key: UInt64) -> Int {
    let mixed = (key ^ key >> 32) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> 24)
  }
}
