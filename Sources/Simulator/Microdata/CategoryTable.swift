/// Finds the code of a category key among the bytes of a cell, without making a string.
struct CategoryTable {
  private var packs: ContiguousArray<UInt64> = []
  private var keys: ContiguousArray<ContiguousArray<UInt8>> = []

  init(_ keys: [String]) {
    for key in keys {
      let bytes = ContiguousArray(key.utf8)
      packs.append(bytes.withUnsafeBufferPointer(Self.pack))
      self.keys.append(bytes)
    }
  }

  @inline(__always)
  func code(_ cell: UnsafeBufferPointer<UInt8>) -> UInt8? {
    let pack = Self.pack(cell)
    for code in 0..<packs.count where packs[code] == pack {
      if Self.isSame(keys[code], cell) { return UInt8(code) }
    }
    return nil
  }

  /// Written out because it is asked for every cell of millions of rows.
  @inline(__always)
  private static func isSame(_ key: ContiguousArray<UInt8>, _ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    guard key.count == cell.count else { return false }
    for index in 0..<key.count where key[index] != cell[index] { return false }
    return true
  }

  /// A number that is another for other keys, nearly always.
  @inline(__always)
  private static func pack(_ cell: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var pack = UInt64(truncatingIfNeeded: cell.count)
    for byte in cell { pack = pack &* 0x100_0000_01B3 ^ UInt64(byte) }
    return pack
  }
}
