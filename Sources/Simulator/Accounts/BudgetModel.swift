/// Unit costs, rates of benefits and taxes under one scenario, in kroner of 2018.
final class BudgetModel: Sendable {
  let prices: Prices
  let programmeMonth: Double
  let norwegianHour: Double
  let programmeMeasureMonths: Double
  /// Components of the programme with a cost of their own: what, who pays, how much, for which share, and the share that
  /// another unit cost holds already.
  let components: [(component: ProgrammeComponent, flow: Flow, amount: Double, lever: LeverTimeline, counted: Double)]
  let assessment: Double
  let kvpNorwegian: Double
  let kvpEducation: Double
  /// A month on each measure, by code.
  let measures: [Double]
  let navMonth: Double
  let kvpMonth: Double
  let jobbsjansenMonth: Double
  let receptionMonth: Double
  let mapping: Double
  let guidance: Double
  let primaryMonth: Double
  let upperSecondaryMonth: Double
  let studentAidMonth: Double
  let aapMonth: Double
  let disabilityMonth: Double
  let assistanceMonth: Double
  let assistanceSupplement: Double
  let unemploymentShare: Double
  let unemploymentMonth: Double
  let allowanceMonth: Double
  let taxWages: Double
  let taxBenefits: Double
  let taxEmployers: Double
  /// A month's discount factor.
  let monthlyDiscount: Double
  let levers: Levers
  private let aapBaseline: Double

  /// Who is under 25 gets two thirds of the introduction and the qualification benefit (report line 5765; Introduction Act).
  static let youngShare = 2.0 / 3
  static let youngAge = 25 * 12

  init(_ parameters: ParameterValues, levers: Levers, prices: Prices) {
    self.prices = prices
    self.levers = levers
    programmeMonth = parameters[.budgetProgrammeMonth]
    norwegianHour = parameters[.budgetNorwegianHour]
    programmeMeasureMonths = parameters[.budgetProgrammeMeasureMonths]
    components = ProgrammeComponent.allCases.compactMap { component in
      component.cost.map {
        let lever = levers[component.lever]
        return (component, $0.flow, parameters[$0.parameter], lever, $0.isInUnitCost ? lever.standing : 0)
      }
    }
    assessment = parameters[.budgetAssessment]
    kvpNorwegian = parameters[.budgetKVPNorwegian]
    kvpEducation = parameters[.budgetKVPEducation]
    measures = [
      parameters[.budgetMeasureWageSubsidy], parameters[.budgetMeasureAMO], parameters[.budgetMeasureFollowUp],
      parameters[.budgetMeasureClarification], parameters[.budgetMeasureWorkPractice],
      parameters[.budgetMeasureJobClub], parameters[.budgetMeasureOrdinaryEducation],
      parameters[.budgetMeasureRehabilitation], parameters[.budgetMeasureAFT],
    ]
    navMonth = parameters[.budgetNAVMonth]
    kvpMonth = parameters[.budgetKVPMonth]
    jobbsjansenMonth = parameters[.budgetJobbsjansenMonth]
    receptionMonth = parameters[.budgetReceptionMonth]
    mapping = parameters[.budgetMapping]
    guidance = parameters[.budgetGuidance]
    primaryMonth = parameters[.budgetPrimaryYear] / 12
    upperSecondaryMonth = parameters[.budgetUpperSecondaryYear] / 12
    studentAidMonth = parameters[.budgetStudentAidMonth]
    aapMonth = parameters[.budgetAAPYear] / 12
    disabilityMonth = parameters[.budgetDisabilityYear] / 12
    assistanceMonth = parameters[.budgetAssistanceMonth]
    assistanceSupplement = parameters[.budgetAssistanceSupplement]
    unemploymentShare = parameters[.budgetUnemploymentShare]
    unemploymentMonth = parameters[.budgetUnemploymentYear] / 12
    allowanceMonth = parameters[.budgetAllowanceMonth]
    taxWages = parameters[.budgetTaxWages]
    taxBenefits = parameters[.budgetTaxBenefits]
    taxEmployers = parameters[.budgetTaxEmployers]
    monthlyDiscount = pow(1 + parameters[.budgetDiscountRate], -1.0 / 12)
    aapBaseline = levers[.benefitsAAP].standing
  }

  /// A month of work assessment allowance: the report's mean amount, in proportion to the rate.
  func aap(at month: Int) -> Double { aapMonth * levers[.benefitsAAP].value(at: month) / aapBaseline }
}
