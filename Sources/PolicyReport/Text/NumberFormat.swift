import PolicyCore

/// Numbers as readers of a language expect them: decimal mark, grouped thousands, a real minus sign.
///
/// Data formats (JSON, CSV) never pass through here.
public struct NumberFormat: Hashable, Sendable {
  public var language: OutputLanguage

  public init(_ language: OutputLanguage) { self.language = language }

  static let minus = "\u{2212}"
  static let groupSeparator = "\u{A0}"

  /// A number with a fixed count of decimals, thousands grouped.
  public func fixed(_ value: Double, decimals: Int, showsPlus: Bool = false) -> String {
    guard value.isFinite else { return ".." }
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let scaled = (abs(value) * scale).rounded()
    guard scaled < 1e15 else { return value < 0 ? Self.minus + "\(abs(value))" : "\(value)" }
    let digits = String(Int(scaled)).indented(to: decimals + 1).replacing(" ", with: "0")
    let sign = scaled == 0 ? "" : value < 0 ? Self.minus : showsPlus ? "+" : ""
    let whole = sign + grouped(digits.dropLast(decimals))
    return decimals == 0 ? whole : whole + (language == .nb ? "," : ".") + digits.suffix(decimals)
  }

  public func integer(_ value: Int) -> String { fixed(Double(value), decimals: 0) }

  /// With as many decimals as the number needs, at most six.
  public func short(_ value: Double, showsPlus: Bool = false) -> String {
    for decimals in 0..<6 where abs(value - value.rounded(toDecimals: decimals)) < 1e-9 {
      return fixed(value, decimals: decimals, showsPlus: showsPlus)
    }
    return fixed(value, decimals: 6, showsPlus: showsPlus)
  }

  /// With about three digits that say something.
  public func significant(_ value: Double) -> String {
    for decimals in 0..<8 where abs(value - value.rounded(toDecimals: decimals)) <= 0.001 * abs(value) {
      return fixed(value, decimals: decimals)
    }
    return fixed(value, decimals: 8)
  }

  /// A stored value in the unit's written scale, with its symbol.
  public func quantity(_ value: Double, _ unit: Unit, decimals: Int? = nil, showsPlus: Bool = false) -> String {
    let shown = value * unit.displayFactor
    let number =
      decimals.map { fixed(shown, decimals: $0, showsPlus: showsPlus) } ?? short(shown, showsPlus: showsPlus)
    let symbol = unit.symbol(in: language)
    return symbol.isEmpty ? number : "\(number) \(symbol)"
  }

  private func grouped(_ digits: Substring) -> String {
    guard digits.count > 3 else { return String(digits) }
    return grouped(digits.dropLast(3)) + Self.groupSeparator + digits.suffix(3)
  }
}

extension Double {
  func rounded(toDecimals decimals: Int) -> Double {
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    return (self * scale).rounded() / scale
  }
}
