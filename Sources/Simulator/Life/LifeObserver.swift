import PolicyCore

/// What follows a simulated life; the engine is specialised for each observer.
protocol LifeObserver {
  /// Whether months at NAV are reported one by one.
  static var wantsNAVMonths: Bool { get }
  /// Whether measures are reported.
  static var wantsMeasures: Bool { get }
  /// Whether months are reported in which a measure of the program can start.
  static var wantsStarts: Bool { get }
  /// Whether draws of chance are reported.
  static var wantsChances: Bool { get }

  /// A life begins; the state before the first `enter` is `absent`.
  mutating func begin(_ person: Int, settlement: Int)
  /// The person is in `state` from `month` on.
  mutating func enter(_ state: WorkState, at month: Int)
  /// The introduction programme ended in `month`.
  mutating func leaveProgramme(at month: Int)
  /// The programme that is planned, before it starts.
  mutating func plan(_ course: ProgrammeCourse)
  /// One month at NAV, before its outcome is known to the person.
  mutating func navMonth(_ month: NAVMonth)
  /// A month on a measure at NAV.
  mutating func onMeasure(_ measure: Measure, at month: Int)
  /// Before `month` the person is on no measure and can start this one of the program, or not.
  mutating func couldStart(_ measure: OwnMeasure, at month: Int)
  /// A spell at NAV ended, or is cut off by the end of the simulation.
  mutating func endSpell(_ spell: NAVSpell)
  /// The qualification programme or Jobbsjansen ended in `month`.
  mutating func endSupport(_ support: SupportSpell)
  /// A draw that could bring an event, before the event.
  mutating func draw(_ draw: ChanceDraw)
  /// Nothing more happens; `month` is the first one not simulated.
  mutating func end(at month: Int)
}

extension LifeObserver {
  static var wantsNAVMonths: Bool { false }
  static var wantsMeasures: Bool { false }
  static var wantsStarts: Bool { false }
  static var wantsChances: Bool { false }
  mutating func leaveProgramme(at month: Int) {}
  mutating func plan(_ course: ProgrammeCourse) {}
  mutating func navMonth(_ month: NAVMonth) {}
  mutating func onMeasure(_ measure: Measure, at month: Int) {}
  mutating func couldStart(_ measure: OwnMeasure, at month: Int) {}
  mutating func endSpell(_ spell: NAVSpell) {}
  mutating func endSupport(_ support: SupportSpell) {}
  mutating func draw(_ draw: ChanceDraw) {}
}

/// A draw of chance: the uniform, and what it is compared with.
struct ChanceDraw {
  var kind: LifeChance.Kind
  var month: Int
  var probability: Double
  var drawn: Double

  /// A uniform of the month alone.
  @inline(__always)
  init(_ kind: LifeChance.Kind, at month: Int, _ probability: Double, word: UInt32) {
    self.init(kind, at: month, probability, drawn: unit(word))
  }

  /// A candidate of a clock: its mark is a uniform within the cap.
  ///
  /// - Parameter mark: reversed for the opposite event.
  @inline(__always)
  init(_ kind: LifeChance.Kind, at month: Int, _ probability: Double, mark: UInt32, cap: borrowing GapTable) {
    self.init(kind, at: month, probability, drawn: unit(mark) * cap.probability)
  }

  @inline(__always)
  init(_ kind: LifeChance.Kind, at month: Int, _ probability: Double, drawn: Double) {
    self.kind = kind
    self.month = month
    self.probability = probability
    self.drawn = drawn
  }
}

/// A person-month of Tabell 13's or 14's equation.
struct NAVMonth {
  var group: NAVGroup
  var spell: Int
  var month: Int
  /// Months registered, from 1.
  var duration: Int
  var phase: MeasurePhase
  var linearPredictor: Double
  var frailty: Double
  var age: AgeBand
  var residence: ResidenceBand
  /// Whether the person found work in this month.
  var isEvent: Bool
}

/// A finished or cut-off spell at NAV.
struct NAVSpell {
  enum Ending: UInt8 { case work, withoutWork, education, disability, reducedCapacity, censored }

  var group: NAVGroup
  var ordinal: Int
  /// First month registered.
  var start: Int
  /// First month no longer registered.
  var end: Int
  var measures: Int
  var monthsOnMeasures: Int
  /// The first measure of the spell.
  var firstMeasure: Measure?
  var ending: Ending
}

/// A finished or cut-off time in the qualification programme or Jobbsjansen.
struct SupportSpell {
  enum Ending: UInt8 { case work, education, nav, other, censored }

  var state: WorkState
  var start: Int
  var end: Int
  var ending: Ending
  /// Whether the place exists by a lever alone: then nothing but the causal share of it follows.
  var isExtra: Bool
}
