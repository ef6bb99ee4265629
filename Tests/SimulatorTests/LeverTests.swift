import PolicyCore
import Testing

@testable import Simulator

/// Each lever acts through its declared chain and through nothing else.
@Suite("Levers")
struct LeverTests {
  private struct Case {
    var lever: LeverSlot
    var value: LeverValue
    /// The chain's parameters at values without an effect.
    var neutral: [ParameterSlot: Double]
    /// Parameters at which the effect has a sign that can be stated.
    var assumed: [ParameterSlot: Double]
    var sign: Double
  }

  private let cases = [
    Case(
      lever: .programmeLength, value: .quantity(Quantity(36, .months)),
      neutral: [.programmeLockIn: 1, .programmeOtherExits: 1, .programmeContentEffect: 0],
      assumed: [.programmeLockIn: 1, .programmeOtherExits: 1, .programmeContentEffect: 0.2], sign: 1),
    Case(
      lever: .programmeLength, value: .quantity(Quantity(36, .months)),
      neutral: [.programmeLockIn: 1, .programmeOtherExits: 1, .programmeContentEffect: 0],
      assumed: [.programmeContentEffect: 0], sign: -1),
    Case(
      lever: .navInvolvement, value: .quantity(Quantity(0.6, .share)),
      neutral: [.navCausalShareWageSubsidy: 0, .navCausalShareOther: 0],
      assumed: [.navCausalShareWageSubsidy: 0, .navCausalShareOther: 1], sign: -1),
    Case(
      lever: .navWageSubsidy, value: .quantity(Quantity(0.9, .share)),
      neutral: [.navCausalShareWageSubsidy: 0, .navCausalShareOther: 0],
      assumed: [.navCausalShareWageSubsidy: 1], sign: 1),
    Case(
      lever: .settlementWeights, value: .weights(60, 40),
      neutral: [.settlementQualityCausal: 0, .settlementUnemploymentCausal: 0],
      assumed: [.settlementQualityCausal: 1, .settlementUnemploymentCausal: 1], sign: 1),
    Case(
      lever: .norwegianTarget, value: .levelTarget(level: .b1, skill: .oral, share: 0.6),
      neutral: [.norwegianEffectOnJob: 0, .norwegianExtraMonths: 0],
      assumed: [.norwegianExtraMonths: 0, .norwegianEffectOnJob: 0.5, .norwegianAttainment: 1], sign: 1),
  ]

  private let everything: [OutcomeSlot] = [.employed, .inEducation, .employedOrEducation, .jobSeeker, .healthBenefit]

  @Test("with its chain neutral, a lever changes no cell by a single person")
  func neutralChains() throws {
    let engine = try TestEngine.make()
    for test in cases {
      let result = try TestEngine.answer(
        [
          TestEngine.scenario("without", parameters: test.neutral),
          TestEngine.scenario("with", [(test.lever, test.value)], parameters: test.neutral),
        ], outcomes: everything, by: [.sex, .country], engine: engine)
      #expect(TestEngine.differences(result).allSatisfy { $0 == 0 }, "\(test.lever)")
    }
  }

  @Test("with its chain at work, a lever has the declared sign")
  func signs() throws {
    let engine = try TestEngine.make()
    for test in cases {
      let result = try TestEngine.answer(
        [
          TestEngine.scenario("without", parameters: test.assumed),
          TestEngine.scenario("with", [(test.lever, test.value)], parameters: test.assumed),
        ], years: [3, 4], engine: engine)
      for difference in TestEngine.differences(result) {
        #expect(difference * test.sign > 0, "\(test.lever): \(difference)")
      }
    }
  }

  @Test("a lever at its baseline value changes nothing")
  func baselineValues() throws {
    let catalogue = TestEngine.catalogue
    for lever in catalogue.levers where lever.slot != LeverSlot.settlementWeights.rawValue && lever.name == lever.slot {
      guard let slot = LeverSlot(rawValue: lever.slot) else { continue }
      let result = try TestEngine.answer([TestEngine.baseline, TestEngine.scenario("same", [(slot, lever.baseline)])])
      #expect(TestEngine.differences(result).allSatisfy { $0 == 0 }, "\(lever.name)")
    }
  }

  @Test("the prelude and the model have the same levers, outcomes, attributes and parameters")
  func bindings() {
    let catalogue = TestEngine.catalogue
    #expect(Set(catalogue.levers.map(\.slot)) == Set(LeverSlot.allCases.map(\.rawValue)))
    #expect(Set(catalogue.outcomes.map(\.slot)).isSubset(of: Set(OutcomeSlot.allCases.map(\.rawValue))))
    #expect(Set(catalogue.attributes.map(\.slot)) == Set(AttributeSlot.allCases.map(\.rawValue)))
    #expect(Set(catalogue.parameters.map(\.slot)) == Set(ParameterSlot.allCases.map(\.rawValue)))
    for attribute in catalogue.attributes {
      #expect(attribute.categories.map(\.key) == AttributeSlot(rawValue: attribute.slot)?.keys, "\(attribute.name)")
    }
  }
}
