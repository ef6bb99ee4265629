/// Who gets which measure, when and for how long: one rule of allocation at NAV.
struct MeasureRule: Sendable {
  /// Monthly hazard of the first measure of a spell, and of a further one.
  let start: Double
  let next: Double
  let length: MeasureLength
  /// By the code of the measure; what it leaves falls to the last of the group.
  private let cumulativeMix: [Double]
  private let kinds: [Measure]

  /// - Parameter mix: shares of all kinds but the last of the group; above 1 together they are scaled to 1, and the last gets
  ///   none.
  init(start: Double, next: Double, months: Double, mix: [Double], kinds: [Measure]) {
    self.start = min(start, 1)
    self.next = min(next, 1)
    length = MeasureLength(months: months)
    self.kinds = kinds
    let whole = max(mix.reduce(0, +), 1)
    var sum = 0.0
    cumulativeMix = mix.map {
      sum += $0 / whole
      return sum
    }
  }

  func kind(_ u: Double) -> Measure {
    kinds[cumulativeMix.firstIndex { u < $0 } ?? cumulativeMix.count]
  }
}

/// The course of measures in one spell under one rule.
struct MeasureCourse {
  private(set) var phase = MeasurePhase.none
  private(set) var count = 0
  private(set) var monthsOnMeasures = 0
  private var end = Int.max
  /// The measures of the program that it has had, by ordinal: each can be had once.
  private var had: UInt8 = 0

  /// Counts the month that begins.
  @inline(__always)
  mutating func countMonth() { if phase.timing == .during { monthsOnMeasures += 1 } }

  /// The probability that a measure starts at the end of a month without one.
  @inline(__always)
  func probability(_ rule: MeasureRule, factor: Double) -> Double { (count == 0 ? rule.start : rule.next) * factor }

  /// What the end of the month before `t` brings: a measure that ends, or one that starts.
  ///
  /// - Returns: whether the phase changed.
  @inline(__always)
  mutating func advance(
    to t: Int, rule: MeasureRule, hazard: NAVHazard, factor: Double, words: SIMD4<UInt32>, luck: PersonLuck,
    lengths: Process
  ) -> Bool {
    if phase.timing == .during {
      guard t >= end else { return false }
      phase.timing = .after
      return true
    }
    guard Threshold(probability(rule, factor: factor)).contains(words.z) else { return false }
    let kind = rule.kind(unit(words.w))
    phase = MeasurePhase(
      timing: .during, measure: kind, isLater: count > 0,
      chain: count > 0 ? hazard.chain(phase.measure, then: kind) : nil)
    count += 1
    end = t + rule.length.months(luck.unit(lengths, t))
    return true
  }

  /// Whether a measure of the program can start.
  func canBegin(_ own: OwnMeasure) -> Bool { phase.timing != .during && had & 1 << UInt8(own.ordinal) == 0 }

  /// Begins a measure of the program in month `t`.
  mutating func begin(_ own: OwnMeasure, at t: Int, luck: PersonLuck, lengths: Process) {
    phase = MeasurePhase(timing: .during, measure: own.measure, isLater: count > 0, chain: nil)
    count += 1
    had |= 1 << UInt8(own.ordinal)
    end = t + own.length.months(luck.unit(lengths, t))
  }
}

/// The rules of allocation of one group: today's, and the scenario's where a lever differs.
///
/// Both run side by side on the same draws. The log hazard is `(1 − c)` times the measure term of the usual course plus `c`
/// times that of the scenario's, with the causal share `c`: what is not causal stays with the person, so that a causal share
/// of 0 changes nothing (docs/decisions/0003-what-stays-with-the-person.md).
final class MeasureAllocation: Sendable {
  let usual: MeasureRule
  /// Share of persons of the mean hazard who can have measures at all; 1 where all can.
  let eligibleShare: Double
  let causalShare: Double
  /// How getting measures depends on the log hazard of work: the explicit selection, on the odds of being able to have
  /// them where not all can, else on the hazard of a start.
  let selection: Double
  /// What selection is relative to: the log hazard of work of about the mean person.
  let centre: Double
  /// Whether any lever differs from its declared baseline at some time.
  let isChanged: Bool

  private let places: LeverTimeline
  private let wageSubsidy: LeverTimeline
  private let months: LeverTimeline
  /// Share of those with ordinary need alone who may have measures.
  let eligibility: LeverTimeline?
  private let mix: [Double]
  private let kinds: [Measure]

  init(
    start: Double, next: Double, months usualMonths: Double, mix: [Double], kinds: [Measure],
    eligibleShare: Double = 1, causalShare: Double, selection: Double, centre: Double, places: LeverTimeline,
    wageSubsidy: LeverTimeline, months: LeverTimeline,
    eligibility: LeverTimeline?
  ) {
    usual = MeasureRule(start: start, next: next, months: usualMonths, mix: mix, kinds: kinds)
    self.mix = mix
    self.kinds = kinds
    self.eligibleShare = eligibleShare
    self.causalShare = causalShare
    self.selection = selection
    self.centre = centre
    self.places = places
    self.wageSubsidy = wageSubsidy
    self.months = months
    self.eligibility = eligibility
    isChanged =
      !places.isStanding || !wageSubsidy.isStanding || !months.isStanding || eligibility?.isStanding == false
  }

  /// Whether a person with a log hazard of work and a uniform can have measures.
  func isEligible(_ predictor: Double, _ uniform: Double) -> Bool {
    eligibleShare >= 1 || uniform < logistic(logit(eligibleShare) + selection * (predictor - centre))
  }

  /// The factor of selection on the hazard of a start.
  func startFactor(_ predictor: Double) -> Double {
    selection == 0 || eligibleShare < 1 ? 1 : exp(selection * (predictor - centre))
  }

  /// The scenario's rule for a spell that starts in `month`; the levers move today's values by how far they are from their
  /// declared baselines.
  func rule(at month: Int) -> MeasureRule {
    let factor = places.value(at: month) / places.standing
    let subsidy = min(max(mix[0] + wageSubsidy.value(at: month) - wageSubsidy.standing, 0), 1)
    // More subsidies take from all other kinds alike.
    let rest = mix[0] < 1 ? (1 - subsidy) / (1 - mix[0]) : 0
    return MeasureRule(
      start: usual.start * factor, next: usual.next * factor,
      months: 1 / usual.length.ending * months.value(at: month) / months.standing,
      mix: [subsidy] + mix.dropFirst().map { $0 * rest }, kinds: kinds)
  }
}
