/// A part of the preparation for work that a share of the participants has, and what it is assumed to give them.
///
/// A person has it when a uniform of the person lies below the lever's share. Having it adds the parameter's log hazard of
/// work after the programme, relative to what the person has under the baseline levers: at the baseline nothing changes.
enum ProgrammeComponent: UInt8, CaseIterable, Sendable {
  case mapping, integrationCentre, receptionNorwegian, careerGuidance
  case fullTime, fullYear, adapted, work, primary, upperSecondary
  case workOrientedNorwegian, individualPlan, navInPlan

  var lever: LeverSlot {
    switch self {
    case .mapping: .receptionMapping
    case .integrationCentre: .receptionIntegrationCentres
    case .receptionNorwegian: .receptionNorwegian
    case .careerGuidance: .receptionCareerGuidance
    case .fullTime: .programmeFullTime
    case .fullYear: .programmeFullYear
    case .adapted: .programmeAdapted
    case .work: .programmeWork
    case .primary: .programmePrimary
    case .upperSecondary: .programmeUpperSecondary
    case .workOrientedNorwegian: .norwegianWorkOriented
    case .individualPlan: .complianceIndividualPlans
    case .navInPlan: .complianceNAVInPlans
    }
  }

  var effect: ParameterSlot {
    switch self {
    case .mapping: .receptionMappingEffect
    case .integrationCentre: .receptionIntegrationEffect
    case .receptionNorwegian: .receptionNorwegianEffect
    case .careerGuidance: .receptionGuidanceEffect
    case .fullTime: .programmeFullTimeEffect
    case .fullYear: .programmeFullYearEffect
    case .adapted: .programmeAdaptedEffect
    case .work: .programmeWorkEffect
    case .primary: .programmePrimaryEffect
    case .upperSecondary: .programmeUpperSecondaryEffect
    case .workOrientedNorwegian: .norwegianWorkOrientedEffect
    case .individualPlan: .programmePlanEffect
    case .navInPlan: .programmeNAVPlanEffect
    }
  }

  /// What it costs for each participant who has it, where no unit cost of its own is counted, and who pays.
  ///
  /// The municipality's cost of a month of programme or an hour of Norwegian holds today's share already: of such a
  /// component the difference from it alone is counted, spread over the months of the programme. Others are paid once.
  var cost: (parameter: ParameterSlot, flow: Flow, isInUnitCost: Bool)? {
    switch self {
    case .mapping, .careerGuidance, .primary, .upperSecondary: nil
    case .integrationCentre: (.budgetComponentIntegrationCentre, .reception, false)
    case .receptionNorwegian: (.budgetComponentReceptionNorwegian, .norwegianTraining, false)
    case .fullTime: (.budgetComponentFullTime, .programme, true)
    case .fullYear: (.budgetComponentFullYear, .programme, true)
    case .adapted: (.budgetComponentAdapted, .programme, true)
    case .work: (.budgetComponentWork, .programme, true)
    case .workOrientedNorwegian: (.budgetComponentWorkOrientedNorwegian, .norwegianTraining, true)
    case .individualPlan: (.budgetComponentPlan, .programme, true)
    case .navInPlan: (.budgetComponentNAVPlan, .navFollowUp, false)
    }
  }

  /// Who can have it.
  func concerns(isRefugee: Bool, ageInMonths: Int) -> Bool {
    switch self {
    case .mapping, .integrationCentre, .receptionNorwegian, .careerGuidance: isRefugee
    // The law's new aim for the young (report line 1289).
    case .upperSecondary: ageInMonths < 25 * 12
    default: true
    }
  }
}
