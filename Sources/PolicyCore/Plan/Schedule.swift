/// A lever's value over time: what holds from the beginning, and every later change.
public struct Schedule: Hashable, Sendable, Codable {
  /// A value and the first month in which it holds.
  public struct Change: Hashable, Sendable, Codable {
    public var month: Month
    public var value: LeverValue

    public init(month: Month, value: LeverValue) {
      self.month = month
      self.value = value
    }
  }

  public var initial: LeverValue
  /// In order of time.
  public private(set) var changes: [Change]

  public init(_ initial: LeverValue, changes: [Change] = []) {
    self.initial = initial
    self.changes = changes.sorted { $0.month < $1.month }
  }

  /// The value when it never changes.
  public var constant: LeverValue? { changes.isEmpty ? initial : nil }

  /// The value in a month; `nil` asks for the time before every change.
  public func value(at month: Month?) -> LeverValue {
    guard let month else { return initial }
    return changes.last { $0.month <= month }?.value ?? initial
  }

  /// Lets another schedule hold within a period and keeps this one outside it.
  ///
  /// - Parameters:
  ///   - first: The first month of the period, `nil` from the beginning.
  ///   - last: The last month of the period, `nil` to the end.
  public func replaced(by other: Schedule, from first: Month?, until last: Month?) -> Schedule {
    var months = Set(changes.map(\.month) + other.changes.map(\.month))
    if let first { months.insert(first) }
    if let last { months.insert(last + 1) }
    func value(in month: Month?) -> LeverValue {
      let hasBegun = first.map { first in month.map { $0 >= first } ?? false } ?? true
      let hasEnded = last.map { last in month.map { $0 > last } ?? false } ?? false
      return (hasBegun && !hasEnded ? other : self).value(at: month)
    }
    var result = Schedule(value(in: nil))
    for month in months.sorted() {
      let next = value(in: month)
      if next != (result.changes.last?.value ?? result.initial) {
        result.changes.append(Change(month: month, value: next))
      }
    }
    return result
  }

  /// The periods in which the value differs from the declared baseline, as a plan says them.
  public func settings(slot: String, baseline: LeverValue) -> [LeverSetting] {
    var settings: [LeverSetting] = []
    var start: Month?
    var value = initial
    func close(until last: Month?) {
      if value != baseline { settings.append(LeverSetting(slot: slot, value: value, from: start, until: last)) }
    }
    for change in changes {
      close(until: change.month + -1)
      start = change.month
      value = change.value
    }
    close(until: nil)
    return settings
  }
}
