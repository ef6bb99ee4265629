/// Finds bytes that are not UTF-8.
enum UTF8Check {
  /// The position of the first byte that begins no character of UTF-8 or leaves one unfinished; `nil` when all is well.
  static func firstInvalid(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      let length: Int
      var second: ClosedRange<UInt8> = 0x80...0xBF
      switch byte {
      case 0x01..<0x80: length = 1
      case 0xC2...0xDF: length = 2
      case 0xE0: (length, second) = (3, 0xA0...0xBF)
      case 0xED: (length, second) = (3, 0x80...0x9F)
      case 0xE1...0xEF: length = 3
      case 0xF0: (length, second) = (4, 0x90...0xBF)
      case 0xF1...0xF3: length = 4
      case 0xF4: (length, second) = (4, 0x80...0x8F)
      // NUL is UTF-8, but in no text; UTF-16 is full of it.
      default: return index
      }
      guard index + length <= bytes.count else { return index }
      for offset in 1..<max(length, 1) {
        let range = offset == 1 ? second : 0x80...0xBF
        guard range.contains(bytes[index + offset]) else { return index }
      }
      index += length
    }
    return nil
  }

  /// Whether every byte is ASCII and not NUL.
  @inline(__always)
  static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var all: UInt8 = 0
    var least: UInt8 = 0xFF
    for byte in bytes {
      all |= byte
      least = min(least, byte)
    }
    return all < 0x80 && (least > 0 || bytes.isEmpty)
  }

  /// What such a byte probably is: the encoding and, when it is one, the letter.
  static func guess(_ byte: UInt8) -> (encoding: String, letter: String?) {
    switch byte {
    case 0: ("UTF-16, or no text at all", nil)
    case 0xFE, 0xFF: ("UTF-16", nil)
    case 0xA0...0xFF: ("Latin-1 (ISO 8859-1)", String(UnicodeScalar(byte)))
    default: ("Windows-1252", nil)
    }
  }
}
