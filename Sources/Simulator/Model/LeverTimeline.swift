import PolicyCore

/// A lever's value month by month: a standing value and dated periods, later ones over earlier ones.
struct LeverTimeline: Sendable {
  struct Period: Sendable {
    var first: Int
    var last: Int
    var value: Double
  }

  /// The declared baseline.
  var standing: Double
  var periods: [Period] = []

  init(standing: Double) { self.standing = standing }

  /// - Parameters:
  ///   - settings: of this lever, each in force over earlier ones.
  ///   - number: what the model reads of a value.
  init(standing: Double, _ settings: [LeverSetting], number: (LeverValue) throws -> Double) rethrows {
    self.standing = standing
    periods = try settings.map { setting in
      Period(
        first: setting.from.map(ModelTime.month) ?? Int.min, last: setting.until.map(ModelTime.month) ?? Int.max,
        value: try number(setting.value))
    }
  }

  func value(at month: Int) -> Double {
    for period in periods.reversed() where period.first <= month && month <= period.last { return period.value }
    return standing
  }

  /// Whether it never leaves its declared baseline.
  var isStanding: Bool { periods.isEmpty }

  /// The months in which the value may change, in no order.
  var changes: [Int] {
    periods.flatMap { [$0.first, $0.last == Int.max ? Int.max : $0.last + 1] }.filter { $0 > 0 && $0 < Int.max }
  }

  /// The value in every month of the simulation, for what is read month by month.
  func months(_ count: Int) -> [Double] { (0..<count).map(value) }
}
