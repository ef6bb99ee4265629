/// A calendar month; the model's unit of time.
public struct Month: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
  /// Months since January of year 0.
  public var index: Int

  public init(index: Int) { self.index = index }

  /// - Parameter month: 1–12.
  public init(year: Int, month: Int) { index = year * 12 + month - 1 }

  public var year: Int { index / 12 }
  public var month: Int { index % 12 + 1 }

  public static func < (left: Month, right: Month) -> Bool { left.index < right.index }
  public static func + (month: Month, months: Int) -> Month { Month(index: month.index + months) }
  public static func - (left: Month, right: Month) -> Int { left.index - right.index }

  public var description: String { "\(year)-\(month < 10 ? "0" : "")\(month)" }
}
