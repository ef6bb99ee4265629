/// A named number of the model with its evidence.
public struct ParameterDeclaration: Hashable, Sendable, Codable {
  public var name: String
  public var slot: String
  public var label: Label
  public var documentation: String
  /// What the number means (`log hazard per year`, `share`, …).
  public var scale: String
  public var value: Double
  /// The plausible range; for estimates ± 1.96 standard errors.
  public var low: Double
  public var high: Double
  public var standardError: Double?
  /// The values of the cautious and the optimistic set of assumptions, where they differ from the value.
  public var cautious: Double?
  public var optimistic: Double?
  /// The value at which the parameter has no effect, when it has one.
  public var neutral: Double?
  public var grade: EvidenceGrade
  public var reason: String
  public var citations: [Citation]
  /// The declaration of a program that brought it; `nil` for a parameter of the model.
  public var owner: String?

  public init(
    name: String, slot: String, label: Label, documentation: String, scale: String, value: Double, low: Double,
    high: Double, standardError: Double?, neutral: Double?, grade: EvidenceGrade, reason: String, citations: [Citation],
    cautious: Double? = nil, optimistic: Double? = nil, owner: String? = nil
  ) {
    self.name = name
    self.slot = slot
    self.label = label
    self.documentation = documentation
    self.scale = scale
    self.value = value
    self.low = low
    self.high = high
    self.standardError = standardError
    self.neutral = neutral
    self.cautious = cautious
    self.optimistic = optimistic
    self.grade = grade
    self.reason = reason
    self.citations = citations
    self.owner = owner
  }

  /// The plausible range; `nil` when none is declared.
  public var range: ClosedRange<Double>? { low <= high ? low...high : nil }
}
