import PolicyCore
import Testing

@testable import Simulator

/// Each lever acts through its declared chain and through nothing else.
@Suite("Levers")
struct LeverTests {
  /// What a lever does to employment when its links are strong.
  private struct Effect {
    var lever: LeverSlot
    var value: LeverValue
    /// Parameters at which the effect has a sign that can be stated.
    var strong: [ParameterSlot: Double]
    var sign: Double
    var years = [4, 5]
    var clock = Clock.settlement
    /// Other levers that both scenarios have.
    var with: [(LeverSlot, LeverValue)] = []
  }

  private static func share(_ percent: Double) -> LeverValue { .quantity(Quantity(percent / 100, .share)) }
  private static func months(_ months: Double) -> LeverValue { .quantity(Quantity(months, .months)) }

  private static let effects: [Effect] = [
    Effect(
      lever: .receptionMapping, value: share(100),
      strong: [.receptionMappingEffect: 0.4, .receptionMappingMonths: 0], sign: 1),
    Effect(lever: .receptionMapping, value: share(100), strong: [.receptionMappingMonths: 3], sign: 1, years: [3]),
    Effect(
      lever: .receptionIntegrationCentres, value: share(90), strong: [.receptionIntegrationEffect: 0.4], sign: 1),
    Effect(lever: .receptionNorwegian, value: share(0), strong: [.receptionNorwegianEffect: 0.4], sign: -1),
    Effect(lever: .receptionCareerGuidance, value: share(90), strong: [.receptionGuidanceEffect: -0.4], sign: -1),
    Effect(
      lever: .settlementWeights, value: .weights(60, 40),
      strong: [.settlementQualityCausal: 1, .settlementUnemploymentCausal: 1], sign: 1),
    Effect(
      lever: .settlementWithin12Months, value: share(40), strong: [:], sign: -1, years: [3, 4], clock: .arrival,
      with: [(.settlementWithin6Months, share(25))]),
    Effect(
      lever: .settlementWithin6Months, value: share(20), strong: [:], sign: -1, years: [3], clock: .arrival),
    Effect(
      lever: .programmeLength, value: months(36),
      strong: [.programmeLockIn: 1, .programmeOtherExits: 1, .programmeContentEffect: 0.2], sign: 1),
    Effect(lever: .programmeLength, value: months(36), strong: [.programmeContentEffect: 0], sign: -1, years: [3]),
    Effect(lever: .programmeMaximum, value: months(24), strong: [.programmeContentEffect: 0], sign: 1, years: [2, 3]),
    Effect(lever: .programmeFourthYear, value: share(50), strong: [.programmeContentEffect: 0], sign: -1, years: [3]),
    Effect(
      lever: .programmeExtension, value: share(100),
      strong: [.programmeContentEffect: 0, .programmeExtensionMonths: 3], sign: -1, years: [2, 3]),
    Effect(lever: .programmeFullTime, value: share(0), strong: [.programmeFullTimeEffect: 0.3], sign: -1),
    Effect(lever: .programmeFullYear, value: share(0), strong: [.programmeFullYearEffect: 0.3], sign: -1),
    Effect(lever: .programmeAdapted, value: share(100), strong: [.programmeAdaptedEffect: 0.3], sign: 1),
    Effect(lever: .programmeWork, value: share(100), strong: [.programmeWorkEffect: 0.3], sign: 1),
    Effect(lever: .programmePrimary, value: share(90), strong: [.programmePrimaryEffect: -0.3], sign: -1),
    Effect(
      lever: .programmeUpperSecondary, value: share(100),
      strong: [.programmeUpperSecondaryEffect: 1, .programmeUpperSecondaryMonths: 0], sign: 1),
    Effect(
      lever: .navInvolvement, value: share(60),
      strong: [.navCausalShareWageSubsidy: 0, .navCausalShareOther: 1], sign: -1),
    Effect(lever: .navWageSubsidy, value: share(90), strong: [.navCausalShareWageSubsidy: 1], sign: 1),
    Effect(
      lever: .norwegianTarget, value: .levelTarget(level: .b1, skill: .oral, share: 0.6),
      strong: [.norwegianExtraMonths: 0, .norwegianEffectOnJob: 0.5, .norwegianAttainment: 1], sign: 1),
    Effect(
      lever: .norwegianHours, value: .quantity(Quantity(600, .hours)),
      strong: [.norwegianHoursEffect: 0.12, .norwegianEffectOnJob: 0.5], sign: -1),
    Effect(
      lever: .norwegianWorkOriented, value: share(100), strong: [.norwegianWorkOrientedEffect: 0.2], sign: 1),
    Effect(
      lever: .norwegianTrackClasses, value: share(0),
      strong: [.norwegianTrackClassesEffect: 1, .norwegianEffectOnJob: 0.5], sign: -1),
    Effect(lever: .seekerWageSubsidy, value: share(80), strong: [.seekerCausalShare: 1], sign: 1, clock: .arrival),
    Effect(
      lever: .seekerMeasureMonths, value: months(9), strong: [.seekerCausalShare: 1], sign: -1, clock: .arrival),
    Effect(lever: .reducedWageSubsidy, value: share(90), strong: [.reducedCausalShare: 1], sign: 1, clock: .arrival),
    Effect(
      lever: .reducedAssessment, value: share(100), strong: [.reducedAssessmentEffect: 0.5], sign: 1, clock: .arrival),
    Effect(
      lever: .kvpLength, value: months(15), strong: [.kvpContentEffect: 3], sign: 1, years: [9], clock: .arrival),
    Effect(lever: .kvpNorwegian, value: share(100), strong: [.kvpNorwegianEffect: 1], sign: 1, years: [7, 9]),
    Effect(lever: .kvpEducation, value: share(100), strong: [.kvpEducationEffect: 1], sign: 1, years: [7, 9]),
    Effect(
      lever: .jobbsjansenPlaces, value: .quantity(Quantity(10_000, .persons)),
      strong: [.jobbsjansenCausalShare: 1, .jobbsjansenTakeUp: 1], sign: 1, years: [12], clock: .arrival),
    Effect(
      lever: .economyUnemployment, value: .quantity(Quantity(0.03, .points)), strong: [:], sign: -1),
    Effect(
      lever: .benefitsIntroduction, value: .quantity(Quantity(1, .basicAmount(per: .year))),
      strong: [.benefitsElasticityIntroduction: 1], sign: 1, years: [1, 2]),
    Effect(
      lever: .benefitsSocialAssistance, value: share(50), strong: [.benefitsElasticityAssistance: 1], sign: 1),
    Effect(
      lever: .complianceIndividualPlans, value: share(100), strong: [.programmePlanEffect: 0.3], sign: 1),
    Effect(lever: .complianceNAVInPlans, value: share(100), strong: [.programmeNAVPlanEffect: 0.3], sign: 1),
  ]

  private let states: [OutcomeSlot] = [
    .employed, .inEducation, .jobSeeker, .reducedCapacity, .inKVP, .inJobbsjansen, .disability,
  ]

  /// A value far from the baseline.
  private static func probe(_ lever: LeverDeclaration) -> LeverValue {
    switch (lever.domain, lever.baseline) {
    case (.quantity(let unit, let low, let high), .quantity(let baseline)):
      .quantity(Quantity(high - baseline.value > baseline.value - low ? high : low, unit))
    case (.levelTarget, _): .levelTarget(level: .b1, skill: .oral, share: 0.7)
    default: .weights(80, 20)
    }
  }

  @Test("with its chain neutral, a lever changes no cell by a single person")
  func neutralChains() throws {
    let engine = try TestEngine.make()
    let catalogue = TestEngine.catalogue
    for lever in catalogue.levers where lever.name == lever.slot {
      guard let slot = LeverSlot(rawValue: lever.slot) else { continue }
      var neutral: [ParameterSlot: Double] = [:]
      for parameter in catalogue.parameters where lever.mechanism.contains(parameter.name) {
        if let value = parameter.neutral, let slot = ParameterSlot(rawValue: parameter.slot) { neutral[slot] = value }
      }
      // What is left without a neutral link may move kroner, and nothing else.
      #expect(!neutral.isEmpty || lever.mechanism.allSatisfy { $0.hasPrefix("budget.") }, "\(lever.name)")
      let result = try TestEngine.answer(
        [
          TestEngine.scenario("without", parameters: neutral),
          TestEngine.scenario("with", [(slot, Self.probe(lever))], parameters: neutral),
        ], outcomes: states, clock: .arrival, years: [2, 5, 9], by: [.sex],
        size: RunSize(persons: 30_000, replicates: 1, seed: 7, threads: 2), engine: engine)
      #expect(TestEngine.differences(result).allSatisfy { $0 == 0 }, "\(lever.name)")
    }
  }

  @Test("with its chain at work, a lever has the declared sign")
  func signs() throws {
    let engine = try TestEngine.make()
    for effect in Self.effects {
      let result = try TestEngine.answer(
        [
          TestEngine.scenario("without", effect.with, parameters: effect.strong),
          TestEngine.scenario("with", effect.with + [(effect.lever, effect.value)], parameters: effect.strong),
        ], clock: effect.clock, years: effect.years,
        size: RunSize(persons: 100_000, replicates: 1, seed: 7, threads: 2), engine: engine)
      for difference in TestEngine.differences(result) {
        #expect(difference * effect.sign > 0, "\(effect.lever): \(difference)")
      }
    }
  }

  @Test("every lever that moves persons has a stated sign, or none can be stated")
  func coverage() {
    // More places or other exemptions help some and hold others back, by the parameters.
    let unsigned: Set<LeverSlot> = [
      .settlementMinimum, .settlementExclusion, .seekerPlaces, .reducedPlaces, .reducedMeasureMonths,
      .seekerOrdinaryEligibility, .kvpOffer, .jobbsjansenExclusion, .jobbsjansenWait, .educationFunding,
    ]
    let monetary = TestEngine.catalogue.levers.filter { $0.mechanism.allSatisfy { $0.hasPrefix("budget.") } }
      .compactMap { LeverSlot(rawValue: $0.slot) }
    let covered = Set(Self.effects.map(\.lever)).union(unsigned).union(monetary)
    #expect(covered == Set(LeverSlot.allCases))
  }

  @Test("a lever at its baseline value changes nothing")
  func baselineValues() throws {
    let engine = try TestEngine.make()
    // The scenario `baseline` dates some levers: there the declared value is a change.
    let dated = Set(TestEngine.baseline.settings.map(\.slot))
    for lever in TestEngine.catalogue.levers where lever.name == lever.slot && !dated.contains(lever.slot) {
      guard let slot = LeverSlot(rawValue: lever.slot) else { continue }
      let result = try TestEngine.answer(
        [TestEngine.baseline, TestEngine.scenario("same", [(slot, lever.baseline)])], outcomes: states,
        clock: .arrival, years: [2, 6], size: RunSize(persons: 30_000, replicates: 1, seed: 7, threads: 2),
        engine: engine)
      #expect(TestEngine.differences(result).allSatisfy { $0 == 0 }, "\(lever.name)")
    }
  }

  @Test("the baseline's dated levers are the report's tables, to the person")
  func datedBaseline() throws {
    // With the share of a change that is carried out at 0 all months of settlement are Tabell 1's.
    let engine = try TestEngine.make()
    let result = try TestEngine.answer(
      [TestEngine.baseline, TestEngine.scenario("tables", parameters: [.settlementWaitingRealised: 0])],
      clock: .arrival, years: [1, 2, 3], size: RunSize(persons: 60_000, replicates: 1, seed: 7, threads: 2),
      engine: engine)
    // The shares within six months are written with one decimal.
    #expect(TestEngine.differences(result).allSatisfy { abs($0) < 0.001 })
    for (year, places) in engine.lowering.data.jobbsjansen where year != 2018 {
      let setting = TestEngine.baseline.settings.last {
        $0.slot == LeverSlot.jobbsjansenPlaces.rawValue && ($0.from?.year ?? 0) <= year
          && ($0.until?.year ?? 9999) >= year
      }
      #expect(setting?.value == .quantity(Quantity(places, .persons)), "\(year)")
    }
  }

  @Test("the prelude and the model have the same levers, outcomes, attributes and parameters")
  func bindings() {
    let catalogue = TestEngine.catalogue
    #expect(Set(catalogue.levers.map(\.slot)) == Set(LeverSlot.allCases.map(\.rawValue)))
    // Those with a formula are written in the language.
    let bound = catalogue.outcomes.filter { $0.formula == nil }
    #expect(Set(bound.map(\.slot)) == Set(OutcomeSlot.allCases.map(\.rawValue)))
    #expect(
      Set(catalogue.attributes.map(\.slot))
        == Set(AttributeSlot.allCases.map(\.rawValue) + LivedAttribute.allCases.map(\.rawValue)))
    #expect(Set(catalogue.parameters.map(\.slot)) == Set(ParameterSlot.allCases.map(\.rawValue)))
    for attribute in catalogue.attributes {
      #expect(attribute.categories.map(\.key) == PersonRules.keys(of: attribute.slot), "\(attribute.name)")
    }
    for outcome in bound {
      #expect(OutcomeSlot(rawValue: outcome.slot)?.unit == outcome.unit, "\(outcome.name)")
    }
  }
}
