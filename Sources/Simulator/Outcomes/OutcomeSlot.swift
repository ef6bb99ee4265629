import PolicyCore

/// The closed list of outcomes that the model measures; `stdlib/outcomes.policy` binds each by name.
public enum OutcomeSlot: String, CaseIterable, Sendable {
  // What a person does in the month that ends the year.
  case employed
  case inEducation = "in_education"
  case employedOrEducation = "employed_or_education"
  case jobSeeker = "job_seeker"
  case reducedCapacity = "reduced_capacity"
  case inProgramme = "in_programme"
  case inKVP = "in_kvp"
  case inJobbsjansen = "in_jobbsjansen"
  case disability
  // What a person earned or received within the year.
  case healthBenefit = "health_benefit"
  case socialAssistance = "social_assistance"
  case selfSupporting = "self_supporting"
  case income100 = "income_100"
  case income300 = "income_300"
  case incomeMedian = "income_median"
  case incomeAverage = "income_average"
  case labourIncome = "labour_income"
  // What the public spends on a person within the year.
  case publicCost = "public_cost"
  case stateCost = "state_cost"
  case municipalCost = "municipal_cost"
  case benefitCost = "benefit_cost"
  case publicCostNominal = "public_cost_nominal"
  case publicCostPresentValue = "public_cost_present_value"
  case publicCostTotal = "public_cost_total"

  /// The states that count, of outcomes that look at one month alone.
  var states: [WorkState]? {
    switch self {
    case .employed: [.employed]
    case .inEducation: [.education]
    case .employedOrEducation: [.employed, .education]
    case .jobSeeker: [.jobSeeker]
    case .reducedCapacity: [.reducedCapacity]
    case .inProgramme: [.programme]
    case .inKVP: [.kvp]
    case .inJobbsjansen: [.jobbsjansen]
    case .disability: [.disability]
    default: nil
    }
  }

  /// Whether it is a sum of kroner rather than a share of persons.
  var isMoney: Bool {
    switch self {
    case .labourIncome, .publicCost, .stateCost, .municipalCost, .benefitCost, .publicCostNominal,
      .publicCostPresentValue, .publicCostTotal:
      true
    default: false
    }
  }

  /// Whether it is an amount of one person in one year, which formulas can compare and add up.
  var isYearlyAmount: Bool { isMoney && self != .publicCostPresentValue && !isTotal }

  /// Whether the months in which it holds can be counted.
  var isMonthly: Bool { states != nil || self == .socialAssistance || self == .healthBenefit }

  /// The unit of a level; a difference of shares is in points.
  var unit: Unit {
    guard isMoney else { return .share }
    return .kroner(
      per: self == .publicCostPresentValue ? .once : .year,
      priceYear: self == .publicCostNominal ? nil : Prices.priceYear)
  }

  /// Whether it is the sum over all persons rather than a mean.
  var isTotal: Bool { self == .publicCostTotal }
}
