/// The months of a spell at NAV as Tabell 13 bands them.
enum SpellDuration {
  /// The row of Tabell 13 for the `month`-th month (from 1) of a spell; the last is the omitted category.
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

/// Two measures after one another that Tabell 13's model 2 has a term of its own for.
enum MeasureChain: UInt8, PersonCategory {
  case practiceThenSubsidy, courseThenPractice, clubThenCourse, clubThenPractice

  static let keys = [
    "work_practice_wage_subsidy_last", "amo_course_work_practice_last", "job_club_amo_course_last",
    "job_club_work_practice_last",
  ]

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

/// The labour-market measures of Tabell 13.
enum Measure: UInt8, PersonCategory {
  case wageSubsidy, amoCourse, followUp, clarification, workPractice, jobClub

  static let keys = [
    "wage_subsidy", "amo_course", "follow_up", "work_ability_clarification", "work_practice", "job_club",
  ]
}
