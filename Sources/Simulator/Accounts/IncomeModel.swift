/// Labour income of those who work: full time or part time, and a wage that grows with experience.
///
/// Yearly pay at full time is `median · exp(spread · z + growth · years)` with a standard normal `z` of the person and the
/// years worked so far, at most ten. A person works full time when a uniform lies below `logistic(level + growth · years)`,
/// (shifted for former participants of the introduction programme and for those who came through KVP or Jobbsjansen), else
/// part time between the least that counts as employed (5 000 kroner a month, report line 4712) and nearly full time.
/// Amounts are kroner of 2018.
struct IncomeModel: Sendable {
  private let fullTimeLevel: Double
  private let fullTimeGrowth: Double
  private let supportShift: Double
  private let participantShift: Double
  private let median: Double
  private let spread: Double
  private let growth: Double

  init(_ parameters: ParameterValues) {
    fullTimeLevel = parameters[.incomeFullTimeLevel]
    fullTimeGrowth = parameters[.incomeFullTimeGrowth]
    supportShift = parameters[.incomeSupportShift]
    participantShift = parameters[.incomeParticipantShift]
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
  func pay(_ luck: Luck, experience: Double, isParticipant: Bool, isSupported: Bool) -> Double {
    let years = min(experience, Self.mostExperience)
    let full = median * exp(spread * luck.wage + growth * years)
    let shift = (isParticipant ? participantShift : 0) + (isSupported ? supportShift : 0)
    let isFull = luck.hours < logistic(fullTimeLevel + fullTimeGrowth * years + shift)
    if isFull { return max(full, Self.least) }
    // The square of a uniform: many work few hours.
    return Self.least + luck.part * luck.part * max(0.9 * full - Self.least, 0)
  }
}
