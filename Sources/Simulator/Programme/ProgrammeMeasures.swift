/// A person's uniforms for a NAV measure in the programme, the same in every scenario.
struct MeasureLuck {
  var involved: Double
  var subsidised: Double
  var kind: Double

  init(_ luck: PersonLuck) {
    involved = luck.unit(.navInvolvement)
    let words = luck.words(.navKind, 0)
    subsidised = unit(words.x)
    kind = unit(words.y)
  }
}

/// The NAV measures of introduction programmes: who gets one, which, and its association with work (Vedlegg 3).
struct ProgrammeMeasures: Sendable {
  /// The measures that its kinds are, in the order of Vedlegg 3.
  static let kinds: [Measure] = [.wageSubsidy, .amoCourse, .workPractice, .followUp, .clarification]
  static let keys = kinds.map(\.key)

  /// Log hazard by kind.
  let effects: [Double]
  /// The part of each association that is taken as causal.
  let causalShares: [Double]
  /// Cumulative mix of the measures that are not wage subsidies; shares above 1 together are scaled to 1.
  private let mix: [Double]

  init(_ parameters: ParameterValues) {
    effects = [
      parameters[.navEffectWageSubsidy], parameters[.navEffectAMO], parameters[.navEffectWorkPractice],
      parameters[.navEffectFollowUp], parameters[.navEffectClarification],
    ]
    causalShares =
      [parameters[.navCausalShareWageSubsidy]] + [Double](repeating: parameters[.navCausalShareOther], count: 4)
    let amo = parameters[.navMixAMO]
    let practice = parameters[.navMixWorkPractice]
    let followUp = parameters[.navMixFollowUp]
    let whole = max(amo + practice + followUp, 1)
    mix = [amo / whole, (amo + practice) / whole, (amo + practice + followUp) / whole]
  }

  /// The kind of measure, or `nil`; more subsidies take from the other kinds and move nobody between them.
  func kind(_ luck: MeasureLuck, involvement: Double, wageSubsidy: Double) -> Int? {
    guard luck.involved < involvement else { return nil }
    if luck.subsidised < wageSubsidy { return 0 }
    return 1 + (mix.firstIndex { luck.kind < $0 } ?? 3)
  }

  /// The log hazard of having `kind` instead of `usual`, the measure under the baseline levers.
  ///
  /// The association stays with the person as far as it is not causal, so a causal share of 0 changes nothing.
  func effect(of kind: Int?, usual: Int?) -> Double {
    let standing = usual.map { effects[$0] * (1 - causalShares[$0]) } ?? 0
    return standing + (kind.map { effects[$0] * causalShares[$0] } ?? 0)
  }
}
