import PolicyCore

// What can be wrong with measures of one's own; sorted by id.

extension Problem {
  static func measureNameTaken(_ name: String, by other: String, _ span: Span, earlier: Site) -> Problem {
    Problem(
      id: .measureNameTaken, title: "Names of the model begin with `\(name).`, so no measure can be called that.",
      span: span, label: "as `\(other)`",
      marks: [Mark(span: earlier.span, text: "declared here", file: earlier.file)],
      helps: [Diagnostic.Help("give the measure another name, such as `new_\(name)`")])
  }

  static func missingEvidence(_ number: String, grades: [EvidenceGrade], _ span: Span) -> Problem {
    func example(_ grade: EvidenceGrade) -> String {
      switch grade {
      case .rule: "`, rule \"the proposal, section 3\"` when the measure itself sets it"
      case .estimated, .external: "`, \(grade.rawValue) \"AUTHOR YEAR, TITLE\"` with its source"
      default: "`, \(grade.rawValue) \"REASON\"`"
      }
    }
    return Problem(
      id: .missingEvidence, title: "`\(number)` does not say what it rests on.", span: span,
      label: "known, or assumed?",
      helps: [grades.last, grades.first, .external].compactMap { $0 }.map { Diagnostic.Help("add \(example($0))") })
  }

  static func missingUncertainty(_ number: String, isEstimate: Bool, _ span: Span) -> Problem {
    let error = Diagnostic.Help("add its standard error after the number: `(se: 0.2)`")
    let range = Diagnostic.Help("or the range in which it may lie: `(range: LOW to HIGH)`")
    return Problem(
      id: .missingUncertainty, title: "Nothing says how uncertain `\(number)` is.", span: span,
      label: isEstimate ? "an estimate has a standard error" : "not known to be exactly this",
      helps: isEstimate ? [error] : [error, range])
  }

  static func placesAndShare(_ span: Span) -> Problem {
    Problem(
      id: .placesAndShare, title: "A measure has either `places` or a `share`.", span: span,
      label: "it has a share too", helps: [Diagnostic.Help("take one of them away: scenarios set the other")])
  }

  static func tooManyMeasures(most: Int, _ span: Span) -> Problem {
    Problem(
      id: .tooManyMeasures, title: "A program declares at most \(most) measures.", span: span,
      label: "one too many", helps: [Diagnostic.Help("take away one that no scenario uses")])
  }
}
