import PolicyCore

// What can be wrong with questions about one life; sorted by id.

extension Problem {
  static func livesNeedTwo(_ span: Span) -> Problem {
    Problem(
      id: .livesNeedTwo, title: "Lives part only between two scenarios.", span: span, label: "there is one scenario",
      helps: [Diagnostic.Help("name two: `under baseline, three_years`")])
  }

  static func tooManyScenarios(most: Int, _ span: Span) -> Problem {
    Problem(
      id: .tooManyScenarios, title: "A life is seen under \(most) scenarios at most.", span: span,
      label: "one too many", helps: [Diagnostic.Help("ask of the same person again: `trace person N under …`")])
  }
}
