/// The months of a spell at NAV as Tabell 13 and 14 band them.
enum SpellDuration {
  /// The row of the table for the `month`-th month (from 1) of a spell; the last is the omitted category.
  static func band(_ month: Int) -> Int {
    switch month {
    case ...24: month - 1
    case ...27: 24
    case ...30: 25
    case ...33: 26
    case ...36: 27
    case ...42: 28
    case ...48: 29
    default: 30
    }
  }

  static let keys: [String] =
    (1...24).map { "month_\($0)" } + [
      "month_25_27", "month_28_30", "month_31_33", "month_34_36", "month_37_42", "month_43_48", "over_48",
    ]
}

/// The labour-market measures of Tabell 13 and 14, and room for those that a program declares.
enum Measure: UInt8, PersonCategory {
  case wageSubsidy, amoCourse, followUp, clarification, workPractice, jobClub
  /// For reduced work capacity alone.
  case ordinaryEducation, rehabilitation, workPreparation
  /// Of the program.
  case own1, own2, own3, own4

  static let keys = [
    "wage_subsidy", "amo_course", "follow_up", "work_ability_clarification", "work_practice", "job_club",
    "ordinary_education", "work_rehabilitation", "aft_work_preparation", "own_1", "own_2", "own_3", "own_4",
  ]

  static let own: [Measure] = [.own1, .own2, .own3, .own4]
  static let ofTables = allCases.filter { !own.contains($0) }
  static let count = 13
}

/// Two measures after one another that the tables' model 2 has a term of its own for.
enum MeasureChain: UInt8, PersonCategory {
  case practiceThenSubsidy, courseThenPractice, clubThenCourse, clubThenPractice

  static let keys = [
    "work_practice_wage_subsidy_last", "amo_course_work_practice_last", "job_club_amo_course_last",
    "job_club_work_practice_last",
  ]

  static let count = 4

  init?(_ first: Measure, then second: Measure) {
    switch (first, second) {
    case (.workPractice, .wageSubsidy): self = .practiceThenSubsidy
    case (.amoCourse, .workPractice): self = .courseThenPractice
    case (.jobClub, .amoCourse): self = .clubThenCourse
    case (.jobClub, .workPractice): self = .clubThenPractice
    default: return nil
    }
  }
}

/// The measure that acts on a month at NAV.
struct MeasurePhase: Equatable {
  enum Timing: UInt8 { case none, during, after }

  var timing: Timing
  var measure: Measure
  /// Whether another measure of the same spell came before: the tables' `rest` terms.
  var isLater: Bool
  /// The chain of the tables' model 2 that this measure ends, if any.
  var chain: MeasureChain?

  static let none = MeasurePhase(timing: .none, measure: .wageSubsidy, isLater: false, chain: nil)
  static let count = 1 + 4 * Measure.count + 2 * MeasureChain.count

  /// Index into the terms: 0 none, then during and after by measure, then the same for later measures, then during and
  /// after by chain.
  @inline(__always)
  var index: Int {
    guard timing != .none else { return 0 }
    if let chain { return 1 + 4 * Measure.count + (timing == .after ? MeasureChain.count : 0) + Int(chain.rawValue) }
    return 1 + (isLater ? 2 * Measure.count : 0) + (timing == .after ? Measure.count : 0) + Int(measure.rawValue)
  }
}
