import PolicyCore

// What can be wrong with outcomes of one's own, and with outcomes where persons are meant; sorted by id.

extension Problem {
  static func noCommonClock(_ outcomes: [String], _ span: Span) -> Problem {
    let names = outcomes.map { "`\($0)`" }.joined(separator: ", ")
    return Problem(
      id: .noCommonClock, title: "There are no years in which all of this is measured.", span: span,
      label: "made of \(names)",
      helps: [
        Diagnostic.Help("`so far` counts from an event, so it cannot be asked in calendar years"),
        Diagnostic.Help("`:doc NAME` says what an outcome's years are counted from"),
      ])
  }

  /// - Parameter isQuantile: Whether it is a median or another quantile, and not what adds up years already.
  static func noTotalOfYears(_ outcome: String, isQuantile: Bool, _ span: Span) -> Problem {
    Problem(
      id: .noTotalOfYears,
      title: isQuantile
        ? "`\(outcome)` of several years is not made of the years' own." : "`\(outcome)` adds up years already.",
      span: span, label: isQuantile ? "a number of the persons' order" : "not added up again",
      helps: [Diagnostic.Help("ask it in one year: `in year 9`")])
  }

  /// - Parameter all: The outcomes whose months can be counted.
  static func notMonthly(_ outcome: String, among all: [String], _ span: Span) -> Problem {
    Problem(
      id: .notMonthly, title: "The months of `\(outcome)` are not counted.", span: span,
      label: "looks at a whole year",
      helps: all.isEmpty ? [] : [Diagnostic.Help("the months of these are: \(all.joined(separator: ", "))")])
  }

  /// - Parameter outcome: `nil` for `… years earlier`.
  static func outcomeOfPerson(_ outcome: String?, _ span: Span) -> Problem {
    Problem(
      id: .outcomeOfPerson, title: "Groups and rules look at what persons are, not at what becomes of them.",
      span: span,
      label: outcome.map { "`\($0)` is an outcome" } ?? "looks back",
      helps: [
        Diagnostic.Help("to restrict what is measured, write `outcome NAME = share … among …`"),
        Diagnostic.Help("persons are told apart by attributes: `age < 30`, `sex is woman`"),
      ])
  }

  static func waitNotAveraged(_ outcome: String, _ span: Span) -> Problem {
    Problem(
      id: .waitNotAveraged, title: "Who is still waiting has no months until `\(outcome)`, so these have no mean.",
      span: span,
      helps: [
        Diagnostic.Help("ask for a median: `median months until \(outcome)`"),
        Diagnostic.Help("or for the share within a time: `share months until \(outcome) <= 24`"),
      ])
  }
}
