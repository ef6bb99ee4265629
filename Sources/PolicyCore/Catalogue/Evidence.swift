/// How well a number or an effect is known, from the strongest to the weakest.
public enum EvidenceGrade: String, Hashable, Sendable, Codable, CaseIterable, Comparable {
  /// Law or published rates.
  case rule
  /// Estimated in the report, with a standard error.
  case estimated
  /// Fitted to named targets by `calibrate`.
  case fitted
  /// Published elsewhere and cited.
  case external
  /// An association in the report, discounted by an explicit causal share.
  case descriptive
  /// Assumed, with a range and a reason.
  case assumed

  public static func < (left: EvidenceGrade, right: EvidenceGrade) -> Bool { left.order < right.order }

  var order: Int { Self.allCases.firstIndex(of: self)! }
}

/// Where a number comes from.
public struct Citation: Hashable, Sendable, Codable, CustomStringConvertible {
  /// `report` for Dokument 3:4 (2019–2020), else a bibliographic reference.
  public var document: String
  /// Line of the report's text, when the document is the report.
  public var line: Int?

  public static func report(line: Int) -> Citation { Citation(document: "report", line: line) }

  public init(document: String, line: Int? = nil) {
    self.document = document
    self.line = line
  }

  public var description: String {
    guard document == "report" else { return document }
    return "Dokument 3:4 (2019–2020)" + (line.map { ", line \($0)" } ?? "")
  }
}
