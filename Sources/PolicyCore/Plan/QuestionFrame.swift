/// Whom a question is about, by which clock their years are counted, and how its answer is divided.
public struct QuestionFrame: Hashable, Sendable, Codable {
  public var clock: Clock
  /// Attribute slots, at most two.
  ///
  /// All persons together are always answered too, with an empty group.
  public var by: [String]
  /// Conditions that all of them meet when the clock starts.
  public var filters: [GroupFilter]
  /// The years in which their clock starts; `nil` for the model's own.
  public var cohorts: CohortRange?
  /// Of the outcomes that the model does not have of its own, how they are made, by slot.
  public var formulas: [String: OutcomeFormula]

  public init(
    _ clock: Clock, by: [String] = [], filters: [GroupFilter] = [], cohorts: CohortRange? = nil,
    formulas: [String: OutcomeFormula] = [:]
  ) {
    self.clock = clock
    self.by = by
    self.filters = filters
    self.cohorts = cohorts
    self.formulas = formulas
  }

  /// Whether both are about the same persons in the same years of their lives.
  public func isAboutSame(as other: QuestionFrame) -> Bool {
    clock == other.clock && cohorts == other.cohorts && filters == other.filters
  }

  /// Whether an answer in this frame holds one in the other: everybody, and the same groups or none.
  public func holds(_ other: QuestionFrame) -> Bool {
    isAboutSame(as: other) && (other.by.isEmpty || by == other.by)
      && other.formulas.allSatisfy { formulas[$0.key] == $0.value }
  }

  /// A frame in which both can be answered at once; `nil` when there is none.
  public func joined(with other: QuestionFrame) -> QuestionFrame? {
    let isDefinedAlike = formulas.allSatisfy { other.formulas[$0.key] ?? $0.value == $0.value }
    guard isAboutSame(as: other), by.isEmpty || other.by.isEmpty || by == other.by, isDefinedAlike else { return nil }
    var frame = by.isEmpty ? divided(by: other.by) : self
    frame.formulas.merge(other.formulas) { own, _ in own }
    return frame
  }

  /// The same frame with other divisions.
  public func divided(by attributes: [String]) -> QuestionFrame {
    var frame = self
    frame.by = attributes
    return frame
  }
}

/// A question that has a frame, whose parts can be read as its own.
public protocol Framed {
  var frame: QuestionFrame { get set }
}

extension Framed {
  public var clock: Clock {
    get { frame.clock }
    set { frame.clock = newValue }
  }
  public var by: [String] {
    get { frame.by }
    set { frame.by = newValue }
  }
  public var filters: [GroupFilter] {
    get { frame.filters }
    set { frame.filters = newValue }
  }
  public var cohorts: CohortRange? {
    get { frame.cohorts }
    set { frame.cohorts = newValue }
  }
  public var formulas: [String: OutcomeFormula] {
    get { frame.formulas }
    set { frame.formulas = newValue }
  }
}

/// Which persons a question is about: those whose clock starts within these years, inclusive.
public struct CohortRange: Hashable, Sendable, Codable {
  public var firstYear: Int
  public var lastYear: Int

  public init(firstYear: Int, lastYear: Int) {
    self.firstYear = firstYear
    self.lastYear = lastYear
  }
}

/// A condition that persons of a question meet when the clock starts, with the words that readers know them by.
public struct GroupFilter: Hashable, Sendable, Codable {
  public var condition: PersonCondition
  public var label: Label

  public init(_ condition: PersonCondition, label: Label) {
    self.condition = condition
    self.label = label
  }
}
