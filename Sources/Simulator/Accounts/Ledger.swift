/// Who pays and who receives in the public accounts of integration.
enum Sector: UInt8, CaseIterable {
  case state, municipalities
  case persons
  /// Employers and those who run courses, schools and reception centres.
  case others

  var isPublic: Bool { self == .state || self == .municipalities }
}

/// The closed list of flows of money; each has one payer and one receiver, so that every krone paid is received.
enum Flow: UInt8, CaseIterable {
  // Benefits
  case introductionBenefit, kvpBenefit, aap, disabilityBenefit, socialAssistance
  case unemploymentBenefit, measureAllowance
  // Services
  case reception, mapping, careerGuidance, programme, norwegianTraining, schooling, kvp, jobbsjansen
  case measures, wageSubsidies, navFollowUp, studentAid
  // Grants between levels of government
  case integrationGrant, jobbsjansenGrant
  // Taxes
  case wageTax, benefitTax, employerTax

  var payer: Sector {
    switch self {
    case .introductionBenefit, .kvpBenefit, .socialAssistance: .municipalities
    case .programme, .norwegianTraining, .schooling, .kvp, .jobbsjansen: .municipalities
    case .aap, .disabilityBenefit, .unemploymentBenefit, .measureAllowance, .studentAid: .state
    case .reception, .mapping, .careerGuidance, .measures, .wageSubsidies, .navFollowUp: .state
    case .integrationGrant, .jobbsjansenGrant: .state
    case .wageTax, .benefitTax: .persons
    case .employerTax: .others
    }
  }

  var receiver: Sector {
    switch self {
    case .introductionBenefit, .kvpBenefit, .aap, .disabilityBenefit, .socialAssistance,
      .unemploymentBenefit, .measureAllowance, .studentAid:
      .persons
    case .reception, .mapping, .careerGuidance, .programme, .norwegianTraining, .schooling, .kvp, .jobbsjansen,
      .measures,
      .wageSubsidies, .navFollowUp:
      .others
    case .integrationGrant, .jobbsjansenGrant: .municipalities
    case .wageTax, .benefitTax, .employerTax: .state
    }
  }

  var isBenefit: Bool { rawValue <= Flow.measureAllowance.rawValue }
}

/// Kroner by flow.
struct Ledger: Sendable {
  private var amounts = [Double](repeating: 0, count: Flow.allCases.count)

  subscript(_ flow: Flow) -> Double {
    get { amounts[Int(flow.rawValue)] }
    set { amounts[Int(flow.rawValue)] = newValue }
  }

  mutating func clear() { for index in amounts.indices { amounts[index] = 0 } }

  /// What a sector pays more than it receives.
  func net(_ sector: Sector) -> Double { sum(Self.signs[Int(sector.rawValue)]) }

  /// What state and municipalities together pay more than they receive; grants between them cancel.
  var publicCost: Double { net(.state) + net(.municipalities) }

  var benefits: Double { sum(Self.benefitSigns) }

  private func sum(_ signs: [Double]) -> Double {
    var sum = 0.0
    for index in amounts.indices { sum += signs[index] * amounts[index] }
    return sum
  }

  /// By sector and flow: 1 for what it pays, −1 for what it receives.
  private static let signs = Sector.allCases.map { sector in
    Flow.allCases.map { ($0.payer == sector ? 1.0 : 0) - ($0.receiver == sector ? 1 : 0) }
  }
  private static let benefitSigns = Flow.allCases.map { $0.isBenefit ? 1.0 : 0 }

  mutating func add(_ other: Ledger, times factor: Double) {
    for index in amounts.indices { amounts[index] += factor * other.amounts[index] }
  }
}
