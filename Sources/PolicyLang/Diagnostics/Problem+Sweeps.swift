import PolicyCore

// What can be wrong with questions that move a lever; sorted by id.

extension Problem {
  /// - Parameter line: A line that gives the lever dates; `nil` when there is none to point at.
  static func datesOverridden(_ lever: String, of scenario: String, _ span: Span, line: Site?) -> Problem {
    Problem(
      id: .datesOverridden, severity: .warning,
      title: "`\(scenario)` gives `\(lever)` dates, and this question sets it for all months.", span: span,
      label: "the same at all times",
      marks: line.map { [Mark(span: $0.span, text: "not in force here", file: $0.file)] } ?? [],
      helps: [Diagnostic.Help("to keep the dates, write a scenario for each value and compare them")])
  }

  static func goalDoesNotMove(_ scenario: String, isOnBothSides: Bool, _ span: Span) -> Problem {
    let other = scenario == "baseline" ? "OTHER" : "baseline"
    let helps =
      isOnBothSides
      ? [Diagnostic.Help("subtract another scenario: `\(scenario) - \(other)`")]
      : [Diagnostic.Help("write `\(scenario)`, or `\(scenario) - \(other)`, after the colon")]
    return Problem(
      id: .goalDoesNotMove, title: "This goal is the same whatever the setting is.", span: span,
      label: isOnBothSides ? "`\(scenario)` on both sides" : "only `\(scenario)` moves", helps: helps)
  }

  static func nothingToSeek(_ span: Span) -> Problem {
    Problem(
      id: .nothingToSeek, title: "The search has no goal.", span: span, label: "what is to be maximised or minimised?",
      helps: [Diagnostic.Help("add a line such as `to maximise employed in year 9: three_years - baseline`")])
  }

  static func plotNotSVG(_ path: String, _ span: Span) -> Problem {
    let name = path.split(separator: "/").last ?? ""
    let stem = name.hasPrefix(".") || name.isEmpty ? "plot" : String(name.prefix { $0 != "." })
    return Problem(
      id: .plotNotSVG, title: "A picture is written as SVG.", span: span, label: "does not end in `.svg`",
      helps: [.replace(span, with: "\"\(stem).svg\"", "write `\"\(stem).svg\"`")])
  }

  static func plotOfGrid(_ span: Span) -> Problem {
    Problem(
      id: .plotOfGrid, title: "A picture of two levers is not divided by groups as well.", span: span,
      label: "its lines are the values of the second lever",
      helps: [Diagnostic.Help("take it away"), Diagnostic.Help("or restrict the question: `among women`")])
  }

  static func plotOfNothing(_ span: Span) -> Problem {
    Problem(
      id: .plotOfNothing, title: "A picture of a search shows the goal against its first condition.", span: span,
      label: "there is no condition",
      helps: [
        Diagnostic.Help("add `subject to` and a condition"),
        Diagnostic.Help("or draw a sweep: `sweep LEVER of SCENARIO … plot OUTCOME to \"FILE.svg\"`"),
      ])
  }

  /// - Parameter line: The last line that sets the lever for some persons.
  static func rulesStay(_ lever: String, of scenario: String, _ span: Span, line: Site) -> Problem {
    Problem(
      id: .rulesStay, severity: .warning,
      title: "`\(scenario)` sets `\(lever)` for some persons, and this question moves it for the others.", span: span,
      label: "not for those of the rule", marks: [Mark(span: line.span, text: "stays in force", file: line.file)],
      helps: [Diagnostic.Help("to move the rule's value, write a scenario for each value and compare them")])
  }

  static func sameLeverTwice(_ lever: String, _ span: Span, earlier: Span) -> Problem {
    Problem(
      id: .sameLeverTwice, title: "Both ranges are of the same lever.", span: span, label: "again here",
      marks: [Mark(span: earlier, text: "moved here")], helps: [Diagnostic.Help("take one of them away")])
  }

  static func stepMissesEnd(last: String, end: String, _ span: Span, endSpan: Span) -> Problem {
    Problem(
      id: .stepMissesEnd, severity: .warning, title: "The steps do not end at \(end).", span: span,
      label: "the last point is \(last)",
      helps: [
        .replace(endSpan, with: last, "write `to \(last)`"),
        Diagnostic.Help("or take a step that divides the range"),
      ])
  }

  static func stepNotPositive(_ step: Quantity, _ span: Span) -> Problem {
    Problem(
      id: .stepNotPositive, title: "A step leads upwards, so it is more than zero.", span: span,
      helps: step.value < 0
        ? [.replace(span, with: "\(Quantity(-step.value, step.unit))", "write `\(Quantity(-step.value, step.unit))`")]
        : [Diagnostic.Help("for one value, write a scenario and compare it")])
  }

  static func tooManyLevers(in question: LeverQuestion, _ span: Span) -> Problem {
    Problem(
      id: .tooManyLevers, title: "A \(question.rawValue) moves two levers at most.", span: span, label: "one too many",
      helps: [Diagnostic.Help("set the others in the scenario")])
  }

  /// - Parameter proposals: The steps that make few enough points, with their places.
  static func tooManyPoints(
    _ count: String, in question: LeverQuestion, proposals: [(step: String, span: Span)], _ span: Span
  ) -> Problem {
    let steps = proposals.map { "`step \($0.step)`" }.joined(separator: " and ")
    let help: Diagnostic.Help
    if proposals.count == 1, let only = proposals.first {
      help = .replace(only.span, with: only.step, "take larger steps: \(steps)")
    } else {
      help = Diagnostic.Help("take larger steps: \(steps)")
    }
    return Problem(
      id: .tooManyPoints, title: "This \(question.rawValue) has too many points.", span: span,
      label: "\(count) points, at most \(SweepPlan.mostPoints)", helps: [help])
  }

  static func yearsOnTwoClocks(_ span: Span) -> Problem {
    Problem(
      id: .yearsOnTwoClocks, title: "The years of this question are counted in two ways.", span: span,
      label: "calendar years beside years since an event", helps: [Diagnostic.Help("ask two questions")])
  }
}
