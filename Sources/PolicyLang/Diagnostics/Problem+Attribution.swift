import PolicyCore

// What can be wrong with questions about the parts of a reform; sorted by id.

extension Problem {
  /// - Parameter reference: What the scenario is compared with; `nil` when it has no base and nothing was named.
  static func nothingToDivide(_ scenario: String, from reference: String?, _ span: Span) -> Problem {
    guard let reference else {
      return Problem(
        id: .nothingToDivide, title: "`\(scenario)` starts from no other scenario.", span: span,
        label: "its difference from what?",
        helps: [Diagnostic.Help("name the other one: `attribute \(scenario) against …`")])
    }
    return Problem(
      id: .nothingToDivide, title: "`\(scenario)` and `\(reference)` are the same, so there is nothing to divide.",
      span: span, label: "sets nothing that `\(reference)` does not",
      helps: [Diagnostic.Help("write `against` and another scenario")])
  }

  static func nothingToMove(_ span: Span) -> Problem {
    Problem(
      id: .nothingToMove, title: "No parameter is left to be moved.", span: span,
      label: "sets all of them by `assume`",
      helps: [Diagnostic.Help("write `to parameters` to move what is fitted and estimated too")])
  }

  static func onePartOnly(_ scenario: String, from reference: String, _ part: String, _ span: Span) -> Problem {
    Problem(
      id: .onePartOnly, severity: .warning,
      title: "`\(scenario)` differs from `\(reference)` in one part, which has all of the difference.", span: span,
      label: "only \(part)", helps: [Diagnostic.Help("`compare` gives the same number")])
  }

  static func tooManyParts(_ count: Int, _ span: Span) -> Problem {
    Problem(
      id: .tooManyParts, title: "This reform has too many parts to divide a difference over.", span: span,
      label: "\(count) parts, at most \(AttributionPlan.mostParts)",
      helps: [
        Diagnostic.Help("bundle settings in a `rule`"),
        Diagnostic.Help("or write a scenario in between and divide what comes before and after it"),
      ])
  }
}
