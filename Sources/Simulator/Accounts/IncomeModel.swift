/// Labour income of those who work: full time or part time, and a wage that grows with experience.
///
/// Yearly pay at full time is `median · exp(spread · z + growth · years + pay)` with a standard normal `z` of the person and
/// the years worked so far, at most ten. A person works full time when a uniform lies below `logistic(level + growth · years
/// + hours)`, else part time between the least that counts as employed (5 000 kroner a month, report line 4712) and nearly
/// full time. `hours` and `pay` are those of former participants of the introduction programme and of those who came through
/// KVP or Jobbsjansen, 0 for others. Amounts are kroner of 2018.
struct IncomeModel: Sendable {
  /// How a group of persons differs from others in work.
  private struct Shift {
    /// Log odds of full time.
    var hours = 0.0
    /// Log pay.
    var pay = 0.0

    static func + (left: Self, right: Self) -> Self { Self(hours: left.hours + right.hours, pay: left.pay + right.pay) }
  }

  private let fullTimeLevel: Double
  private let fullTimeGrowth: Double
  private let participants: Shift
  private let afterKVP: Shift
  private let afterJobbsjansen: Shift
  private let median: Double
  private let spread: Double
  private let growth: Double

  init(_ parameters: ParameterValues) {
    fullTimeLevel = parameters[.incomeFullTimeLevel]
    fullTimeGrowth = parameters[.incomeFullTimeGrowth]
    participants = Shift(hours: parameters[.incomeParticipantShift], pay: parameters[.incomeParticipantPay])
    afterKVP = Shift(hours: parameters[.incomeKVPShift], pay: parameters[.incomeKVPPay])
    afterJobbsjansen = Shift(hours: parameters[.incomeJobbsjansenShift], pay: parameters[.incomeJobbsjansenPay])
    median = parameters[.incomeWageMedian]
    spread = parameters[.incomeWageSpread]
    growth = parameters[.incomeWageGrowth]
  }

  /// The pay a year below which a job does not count: 12 · 5 000 kroner.
  static let least = 60_000.0
  private static let mostExperience = 10.0

  /// What of a person's luck the pay depends on.
  struct Luck {
    var wage: Double
    var hours: Double
    var part: Double

    init(_ luck: PersonLuck) {
      let words = luck.words(.wage, 0)
      wage = normalQuantile(unit(words.x))
      hours = unit(words.y)
      part = unit(words.z)
    }
  }

  /// Pay in kroner a year after some years of work.
  ///
  /// - Parameter support: KVP or Jobbsjansen, whichever the person came through last.
  func pay(_ luck: Luck, experience: Double, isParticipant: Bool, support: WorkState?) -> Double {
    let years = min(experience, Self.mostExperience)
    var shift = isParticipant ? participants : Shift()
    if let support { shift = shift + (support == .kvp ? afterKVP : afterJobbsjansen) }
    let full = median * exp(spread * luck.wage + growth * years + shift.pay)
    let isFull = luck.hours < logistic(fullTimeLevel + fullTimeGrowth * years + shift.hours)
    if isFull { return max(full, Self.least) }
    // The square of a uniform: many work few hours.
    return Self.least + luck.part * luck.part * max(0.9 * full - Self.least, 0)
  }
}
