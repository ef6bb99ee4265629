/// The introduction programme of one person under one scenario.
struct ProgrammeCourse: Equatable {
  var start: Int
  /// The month in which its levers are read: its start but for what mapping moves.
  var read: Int
  /// First month after the planned end.
  var plannedEnd: Int
  /// Log hazard of job start once the programme is over, relative to no measure and the usual content.
  var effect: Double
  /// The same under the baseline levers; it holds until the programme is over, since nothing acts before its time.
  var usualEffect: Double
  /// The chance of B1 oral under the scenario.
  var chanceOfB1: Double
  /// The kind of NAV measure under the scenario, as `ProgrammeMeasures.effects` counts them.
  var measure: Int?
  /// The factor on the hazard of work before and during the programme, relative to the baseline benefit.
  var searchFactor: Double

  /// Whether B1 oral is reached; a draw, which few ask for.
  func reachesB1(_ luck: PersonLuck) -> Bool { luck.unit(.norwegian) < chanceOfB1 }
}

/// What of a person the programme depends on.
struct ProgrammePerson {
  var track: Track
  var isRefugee: Bool
  /// At the start of the programme.
  var ageInMonths: Int
}

/// Draws and rules of the introduction programme.
final class ProgrammeModel: Sendable {
  let lockIn: Double
  let otherExits: Double
  let startDelay: Double
  private let contentEffect: Double
  private let measures: ProgrammeMeasures
  private let norwegian: NorwegianModel
  private let mappingMonths: Double
  private let extensionMonths: Double
  private let upperSecondaryMonths: Double
  private let benefitElasticity: Double
  /// Only those whose lever differs from its baseline at some time.
  private let changed: [(component: ProgrammeComponent, effect: Double, lever: LeverTimeline)]
  /// Whether any lever on the length differs from its baseline at some time.
  private let changesLength: Bool
  private let length: LeverTimeline
  private let maximum: LeverTimeline
  private let fourthYear: LeverTimeline
  private let extended: LeverTimeline
  private let involvement: LeverTimeline
  private let wageSubsidy: LeverTimeline
  private let benefit: LeverTimeline

  init(_ parameters: ParameterValues, levers: Levers, trackShares: [Double]) {
    lockIn = parameters[.programmeLockIn]
    otherExits = parameters[.programmeOtherExits]
    contentEffect = parameters[.programmeContentEffect]
    startDelay = parameters[.programmeStartDelay]
    measures = ProgrammeMeasures(parameters)
    norwegian = NorwegianModel(parameters, levers: levers, trackShares: trackShares)
    mappingMonths = parameters[.receptionMappingMonths]
    extensionMonths = parameters[.programmeExtensionMonths]
    upperSecondaryMonths = parameters[.programmeUpperSecondaryMonths]
    benefitElasticity = parameters[.benefitsElasticityIntroduction]
    changed = ProgrammeComponent.allCases
      .map { ($0, parameters[$0.effect], levers[$0.lever]) }
      .filter { !$0.2.isStanding }
    length = levers[.programmeLength]
    maximum = levers[.programmeMaximum]
    fourthYear = levers[.programmeFourthYear]
    extended = levers[.programmeExtension]
    changesLength = ![length, maximum, fourthYear, extended].allSatisfy(\.isStanding)
    involvement = levers[.navInvolvement]
    wageSubsidy = levers[.navWageSubsidy]
    benefit = levers[.benefitsIntroduction]
  }

  /// Planned months of a standard programme by the person's uniform.
  ///
  /// With those who leave early for work this gives the registered lengths of lines 3930–3933: 22 % under 1.7 years, the
  /// majority about 2 years, 23 % over 2.3 years, 2 % over 3 years.
  static func standardMonths(_ u: Double) -> Double {
    let points: [(Double, Double)] = [
      (0, 8), (0.05, 20.4), (0.15, 24), (0.55, 24), (0.71, 27.6), (0.975, 36), (1, 44),
    ]
    guard let upper = points.firstIndex(where: { u < $0.0 }), upper > 0 else { return u <= 0 ? 8 : 44 }
    let (u0, m0) = points[upper - 1]
    let (u1, m1) = points[upper]
    return m0 + (m1 - m0) * (u - u0) / (u1 - u0)
  }

  /// The course that would start in `start`; the draws are the person's, the same in every scenario.
  func course(start usualStart: Int, settled: Int, person: ProgrammePerson, luck: PersonLuck) -> ProgrammeCourse {
    var start = usualStart
    let usualMonths = Self.standardMonths(luck.unit(.plannedLength))
    var months = changesLength ? plannedMonths(usualMonths, start: start, luck: luck) : usualMonths
    var effect = 0.0

    for (component, gain, lever) in changed
    where component.concerns(isRefugee: person.isRefugee, ageInMonths: person.ageInMonths) {
      let uniform = luck.unit(.component, Int(component.rawValue))
      let has = uniform < lever.value(at: start)
      let had = uniform < lever.standing
      guard has != had else { continue }
      let sign = has ? 1.0 : -1.0
      effect += sign * gain
      switch component {
      // Who is mapped early can start earlier, never before settlement.
      case .mapping: start = max(settled, start - Int((sign * mappingMonths).rounded()))
      case .upperSecondary: months += sign * upperSecondaryMonths
      default: break
      }
    }

    let measureLuck = MeasureLuck(luck)
    let usualKind = self.usualKind(measureLuck)
    let kind = measures.kind(
      measureLuck, involvement: involvement.value(at: usualStart), wageSubsidy: wageSubsidy.value(at: usualStart))
    effect += measures.effect(of: kind, usual: usualKind)

    let level = norwegian.outcome(track: person.track, luck: luck, at: usualStart)
    effect += level.effect
    months += level.months
    effect += contentEffect * (months - level.months - usualMonths) / 12

    months = cut(months, usual: usualMonths, at: start)

    return ProgrammeCourse(
      start: start, read: usualStart, plannedEnd: start + max(Int(months.rounded()), 1), effect: effect,
      usualEffect: measures.effect(of: usualKind, usual: usualKind), chanceOfB1: level.chanceOfB1, measure: kind,
      searchFactor: searchFactor(at: usualStart))
  }

  /// What the longest programme leaves: it cuts what levers add and, below today's, what is planned today.
  private func cut(_ months: Double, usual: Double, at start: Int) -> Double {
    let limit = maximum.value(at: start)
    return min(months, limit < maximum.standing ? limit : max(limit, usual))
  }

  /// Planned months under the levers of length: scaled, extended, with a fourth year.
  private func plannedMonths(_ usualMonths: Double, start: Int, luck: PersonLuck) -> Double {
    var months = usualMonths * length.value(at: start) / length.standing
    let uniform = luck.unit(.programmeExtension)
    if uniform < extended.value(at: start), uniform >= extended.standing { months += extensionMonths }
    if uniform >= extended.value(at: start), uniform < extended.standing { months -= extensionMonths }
    if luck.unit(.programmeFourthYear) < fourthYear.value(at: start) - fourthYear.standing { months += 12 }
    return max(months, 1)
  }

  /// How a higher or lower introduction benefit changes the search for work, by an assumed elasticity.
  private func searchFactor(at start: Int) -> Double {
    guard !benefit.isStanding else { return 1 }
    return pow(benefit.value(at: start) / benefit.standing, -benefitElasticity)
  }

  /// The measure that a participant has under the baseline levers.
  func usualKind(_ measure: MeasureLuck) -> Int? {
    measures.kind(measure, involvement: involvement.standing, wageSubsidy: wageSubsidy.standing)
  }
}
