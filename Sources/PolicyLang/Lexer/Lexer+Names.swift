import PolicyCore

extension Lexer {
  /// Reads a name with its dots; a dot belongs to it when a letter stands on both sides.
  mutating func readName() {
    let start = position
    var isASCII = true
    while position < bytes.count {
      let byte = peek()
      if byte == ascii("."), isLetter(at: position + 1) {
        position += 1
      } else if isASCIILetter(byte) || isDigit(byte) || byte == ascii("_") {
        position += 1
      } else if byte >= 0x80, case let scalar = scalar(at: position), scalar.continuesName {
        isASCII = false
        position += scalar.utf8Count
      } else {
        break
      }
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    append(.name(isASCII ? text : text.composed), from: start)
  }

  private func isLetter(at index: Int) -> Bool {
    guard index < bytes.count else { return false }
    return isASCIILetter(bytes[index]) || bytes[index] >= 0x80 && scalar(at: index).properties.isAlphabetic
  }

  /// The scalar that begins at a byte of a valid text.
  func scalar(at index: Int) -> Unicode.Scalar {
    var iterator = bytes[index..<min(index + 4, bytes.count)].makeIterator()
    var decoder = UTF8()
    if case .scalarValue(let scalar) = decoder.decode(&iterator) { return scalar }
    return "\u{FFFD}"
  }
}

extension Unicode.Scalar {
  var utf8Count: Int { UTF8.width(self) }

  fileprivate var continuesName: Bool {
    properties.isAlphabetic || properties.generalCategory == .nonspacingMark
  }
}

extension String {
  /// The text with every letter and its marks as one scalar where Unicode has one (NFC for Latin letters).
  ///
  /// Names compare equal either way; this makes them equal as bytes, in output and as keys of other programs.
  var composed: String {
    String(
      map { character in
        guard character.unicodeScalars.count > 1, let index = Self.composedLetters.firstIndex(of: character) else {
          return character
        }
        return Self.composedLetters[index]
      })
  }

  /// Letters with marks that are one scalar.
  ///
  /// The standard library compares canonically, so that looking up a letter and its marks finds these.
  private static let composedLetters = Set(
    [0x00C0...0x024F, 0x1E00...0x1EFF].joined().compactMap(Unicode.Scalar.init).map(Character.init))
}

func ascii(_ character: Unicode.Scalar) -> UInt8 { UInt8(truncatingIfNeeded: character.value) }
func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
func isASCIILetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }
func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
