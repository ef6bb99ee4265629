/// How a table of persons is written, found out from its header.
public struct MicrodataFormat: Hashable, Sendable {
  /// A comma, a semicolon or a tab.
  public internal(set) var separator = UInt8(ascii: ",")
  public internal(set) var hasByteOrderMark = false

  /// Spreadsheets that write semicolons write decimals with a comma.
  var allowsDecimalComma: Bool { separator != UInt8(ascii: ",") }

  public var isSeparatedBySemicolons: Bool { separator == UInt8(ascii: ";") }
  public var isSeparatedByTabs: Bool { separator == UInt8(ascii: "\t") }

  init() {}

  /// The separator that the header has most of.
  init(header: UnsafeBufferPointer<UInt8>) {
    var most = 0
    for candidate in [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")] {
      let count = header.count { $0 == candidate }
      if count > most { (separator, most) = (candidate, count) }
    }
  }
}
