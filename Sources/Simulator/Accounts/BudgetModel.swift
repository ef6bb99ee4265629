/// Unit costs, rates of benefits and taxes under one scenario, in kroner of 2018.
final class BudgetModel: Sendable {
  /// A component of the programme that no unit cost of its own counts.
  struct Component: Sendable {
    let component: ProgrammeComponent
    let flow: Flow
    let cost: PricedLever
  }

  /// What a month on a measure costs, as what, and what the person gets.
  struct MeasurePrice: Sendable {
    var amount = 0.0
    var flow = Flow.measures
    /// The measure allowance for those without wages or another benefit.
    var hasAllowance = true
  }

  let prices: Prices
  // Services of the municipalities and in reception
  let receptionMonth: Double
  let mapping: PricedLever
  let guidance: PricedLever
  let programmeMonth: Double
  /// A month of Norwegian training within the programme.
  let norwegianMonth: PricedLever
  /// Components that are paid once, when the programme begins.
  let onceInProgramme: [Component]
  /// What a month of programme holds at today's shares; those alone whose lever differs from its baseline at some time.
  let withinProgramme: [Component]
  let programmeMeasureMonths: Double
  let primaryMonth: PricedLever
  /// For the young within the programme; everybody in an education pays the amount.
  let upperSecondaryMonth: PricedLever
  let kvpMonth: Double
  /// What a month of the qualification programme holds at today's shares.
  let withinKVP: [PricedLever]
  let jobbsjansenMonth: Double
  let jobbsjansenGrantMonth: PricedLever
  // NAV
  /// A month on each measure, by code.
  let measures: [MeasurePrice]
  let navMonth: Double
  let assessment: PricedLever
  // Benefits
  /// In basic amounts a month.
  let introductionBenefit: PricedLever
  let kvpBenefit: PricedLever
  let aapMonth: PricedLever
  let disabilityMonth: Double
  let assistanceMonth: Double
  let assistanceSupplement: Double
  let assistanceRate: LeverTimeline
  let unemploymentShare: Double
  let unemploymentMonth: Double
  let allowanceMonth: Double
  let studentAidMonth: Double
  // Taxes
  let taxWages: Double
  let taxBenefits: Double
  let taxEmployers: Double
  /// A month's discount factor.
  let monthlyDiscount: Double

  /// Who is under 25 gets two thirds of the introduction and the qualification benefit (report line 5765; Introduction Act).
  static let youngShare = 2.0 / 3
  static let youngAge = 25 * 12

  init(_ parameters: ParameterValues, levers: Levers, prices: Prices, own: OwnMeasures) {
    func priced(_ amount: Double, _ lever: LeverSlot) -> PricedLever {
      PricedLever(amount: amount, lever: levers[lever])
    }
    self.prices = prices
    receptionMonth = parameters[.budgetReceptionMonth]
    mapping = priced(parameters[.budgetMapping], .receptionMapping)
    guidance = priced(parameters[.budgetGuidance], .receptionCareerGuidance)
    programmeMonth = parameters[.budgetProgrammeMonth]
    let programmeMonths = levers[.programmeLength].standing
    norwegianMonth = priced(parameters[.budgetNorwegianHour] / programmeMonths, .norwegianHours)
    func components(isInUnitCost: Bool, months: Double) -> [Component] {
      ProgrammeComponent.allCases.compactMap { component in
        guard let cost = component.cost, cost.isInUnitCost == isInUnitCost else { return nil }
        return Component(
          component: component, flow: cost.flow, cost: priced(parameters[cost.parameter] / months, component.lever))
      }
    }
    onceInProgramme = components(isInUnitCost: false, months: 1)
    withinProgramme = components(isInUnitCost: true, months: programmeMonths).filter { !$0.cost.lever.isStanding }
    programmeMeasureMonths = parameters[.budgetProgrammeMeasureMonths]
    primaryMonth = priced(parameters[.budgetPrimaryYear] / 12, .programmePrimary)
    upperSecondaryMonth = priced(parameters[.budgetUpperSecondaryYear] / 12, .programmeUpperSecondary)
    kvpMonth = parameters[.budgetKVPMonth]
    let kvpMonths = levers[.kvpLength].standing
    withinKVP = [
      priced(parameters[.budgetKVPNorwegian] / kvpMonths, .kvpNorwegian),
      priced(parameters[.budgetKVPEducation] / kvpMonths, .kvpEducation),
    ].filter { !$0.lever.isStanding }
    jobbsjansenMonth = parameters[.budgetJobbsjansenMonth]
    jobbsjansenGrantMonth = priced(1.0 / 12, .jobbsjansenGrant)
    let others = [
      parameters[.budgetMeasureAMO], parameters[.budgetMeasureFollowUp],
      parameters[.budgetMeasureClarification], parameters[.budgetMeasureWorkPractice],
      parameters[.budgetMeasureJobClub], parameters[.budgetMeasureOrdinaryEducation],
      parameters[.budgetMeasureRehabilitation], parameters[.budgetMeasureAFT],
    ].map { MeasurePrice(amount: $0) }
    let subsidy = MeasurePrice(
      amount: parameters[.budgetMeasureWageSubsidy], flow: .wageSubsidies, hasAllowance: false)
    measures = [subsidy] + others + own.open.map(MeasurePrice.init)
    navMonth = parameters[.budgetNAVMonth]
    assessment = priced(parameters[.budgetAssessment], .reducedAssessment)
    introductionBenefit = priced(1.0 / 12, .benefitsIntroduction)
    kvpBenefit = priced(1.0 / 12, .benefitsKVP)
    // The report's mean amount, in proportion to the rate.
    aapMonth = priced(parameters[.budgetAAPYear] / 12 / levers[.benefitsAAP].standing, .benefitsAAP)
    disabilityMonth = parameters[.budgetDisabilityYear] / 12
    assistanceMonth = parameters[.budgetAssistanceMonth]
    assistanceSupplement = parameters[.budgetAssistanceSupplement]
    assistanceRate = levers[.benefitsSocialAssistance]
    unemploymentShare = parameters[.budgetUnemploymentShare]
    unemploymentMonth = parameters[.budgetUnemploymentYear] / 12
    allowanceMonth = parameters[.budgetAllowanceMonth]
    studentAidMonth = parameters[.budgetStudentAidMonth]
    taxWages = parameters[.budgetTaxWages]
    taxBenefits = parameters[.budgetTaxBenefits]
    taxEmployers = parameters[.budgetTaxEmployers]
    monthlyDiscount = pow(1 + parameters[.budgetDiscountRate], -1.0 / 12)
  }
}

extension BudgetModel.MeasurePrice {
  fileprivate init(_ own: OwnMeasures.Numbers) {
    let benefit = own.declaration.benefit
    self.init(
      amount: own.cost, flow: benefit == .wages ? .wageSubsidies : .measures, hasAllowance: benefit == .allowance)
  }
}
