/// The two groups that NAV follows up and that the report estimates apart (line 4894).
enum NAVGroup: UInt8, CaseIterable, Sendable {
  /// Tabell 13.
  case jobSeekers
  /// Tabell 14.
  case reducedCapacity

  /// The measures that the group's table has terms for.
  var measures: [Measure] {
    switch self {
    case .jobSeekers: [.wageSubsidy, .amoCourse, .followUp, .clarification, .workPractice, .jobClub]
    case .reducedCapacity: Measure.ofTables
    }
  }

  /// The chains that model 2 of the group's table has terms for.
  var chains: [MeasureChain] {
    switch self {
    case .jobSeekers: MeasureChain.allCases
    case .reducedCapacity: [.courseThenPractice]
    }
  }

  /// Whether the group's table has a term for student aid.
  var hasStudentAid: Bool { self == .jobSeekers }
}
