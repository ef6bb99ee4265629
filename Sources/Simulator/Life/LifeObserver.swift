/// What follows a simulated life; the engine is specialised for each observer.
protocol LifeObserver {
  /// Whether months at NAV are reported one by one.
  static var wantsSeekerMonths: Bool { get }

  /// A life begins; the state before the first `enter` is `absent`.
  mutating func begin(_ person: Int, settlement: Int)
  /// The person is in `state` from `month` on.
  mutating func enter(_ state: WorkState, at month: Int)
  /// The introduction programme ended in `month`.
  mutating func leaveProgramme(at month: Int)
  /// One month at NAV, before its outcome is known to the person.
  mutating func seekerMonth(_ month: SeekerMonth)
  /// A spell at NAV ended, or is cut off by the end of the simulation.
  mutating func endSpell(_ spell: SeekerSpell)
  /// Nothing more happens; `month` is the first one not simulated.
  mutating func end(at month: Int)
}

extension LifeObserver {
  static var wantsSeekerMonths: Bool { false }
  mutating func leaveProgramme(at month: Int) {}
  mutating func seekerMonth(_ month: SeekerMonth) {}
  mutating func endSpell(_ spell: SeekerSpell) {}
}

/// The measure that acts on a month at NAV.
struct MeasurePhase: Equatable {
  enum Timing: UInt8 { case none, during, after }

  var timing: Timing
  var measure: Measure
  /// Whether another measure of the same spell came before: Tabell 13's `rest` terms.
  var isLater: Bool
  /// The chain of Tabell 13's model 2 that this measure ends, if any.
  var chain: MeasureChain?

  static let none = MeasurePhase(timing: .none, measure: .wageSubsidy, isLater: false, chain: nil)

  /// Index into the hazard factors: 0 none, then during and after by measure, then the same for later measures, then
  /// during and after by chain.
  var index: Int {
    guard timing != .none else { return 0 }
    if let chain { return 25 + (timing == .after ? MeasureChain.allCases.count : 0) + Int(chain.rawValue) }
    return 1 + (isLater ? 12 : 0) + (timing == .after ? 6 : 0) + Int(measure.rawValue)
  }
}

/// A person-month of Tabell 13's equation.
struct SeekerMonth {
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
struct SeekerSpell {
  enum Ending: UInt8 { case work, withoutWork, healthBenefit, censored }

  var ordinal: Int
  /// First month registered.
  var start: Int
  /// First month no longer registered.
  var end: Int
  var measures: Int
  var monthsOnMeasures: Int
  var ending: Ending
}
