/// The closed list of levers that the model reads; `stdlib/levers.policy` binds each by name.
public enum LeverSlot: String, CaseIterable, Sendable {
  // Reception
  case receptionMapping = "reception.mapping"
  case receptionIntegrationCentres = "reception.integration_centres"
  case receptionNorwegian = "reception.norwegian"
  case receptionCareerGuidance = "reception.career_guidance"
  // Settlement
  case settlementWeights = "settlement.weights"
  case settlementMinimum = "settlement.minimum"
  case settlementExclusion = "settlement.exclusion"
  case settlementWithin6Months = "settlement.within_6_months"
  case settlementWithin12Months = "settlement.within_12_months"
  // Introduction programme
  case programmeLength = "programme.length"
  case programmeMaximum = "programme.maximum"
  case programmeFourthYear = "programme.fourth_year"
  case programmeExtension = "programme.extension"
  case programmeFullTime = "programme.full_time"
  case programmeFullYear = "programme.full_year"
  case programmeAdapted = "programme.adapted"
  case programmeWork = "programme.work"
  case programmePrimary = "programme.primary"
  case programmeUpperSecondary = "programme.upper_secondary"
  case navInvolvement = "nav.involvement"
  case navWageSubsidy = "nav.wage_subsidy"
  // Norwegian
  case norwegianTarget = "norwegian.target"
  case norwegianHours = "norwegian.hours"
  case norwegianWorkOriented = "norwegian.work_oriented"
  case norwegianTrackClasses = "norwegian.track_classes"
  // Job seekers at NAV
  case seekerPlaces = "seeker.places"
  case seekerWageSubsidy = "seeker.wage_subsidy"
  case seekerMeasureMonths = "seeker.measure_length"
  case seekerOrdinaryEligibility = "seeker.ordinary_eligibility"
  // Reduced work capacity at NAV
  case reducedPlaces = "reduced.places"
  case reducedWageSubsidy = "reduced.wage_subsidy"
  case reducedMeasureMonths = "reduced.measure_length"
  case reducedAssessment = "reduced.assessment"
  // Qualification programme
  case kvpOffer = "kvp.offer"
  case kvpLength = "kvp.length"
  case kvpNorwegian = "kvp.norwegian"
  case kvpEducation = "kvp.education"
  // Jobbsjansen
  case jobbsjansenPlaces = "jobbsjansen.places"
  case jobbsjansenGrant = "jobbsjansen.grant"
  case jobbsjansenExclusion = "jobbsjansen.exclusion"
  case jobbsjansenWait = "jobbsjansen.wait"
  // Work and income
  case economyUnemployment = "economy.unemployment"
  // Benefits
  case benefitsIntroduction = "benefits.introduction"
  case benefitsKVP = "benefits.kvp"
  case benefitsSocialAssistance = "benefits.social_assistance"
  case benefitsAAP = "benefits.aap"
  // Education
  case educationFunding = "education.funding"
  // Municipalities' compliance
  case complianceIndividualPlans = "compliance.individual_plans"
  case complianceNAVInPlans = "compliance.nav_in_plans"
}

extension LeverSlot {
  private static let ordinals = Dictionary(
    uniqueKeysWithValues: LeverSlot.allCases.enumerated().map { ($1, $0) })

  var ordinal: Int { Self.ordinals[self]! }
}
