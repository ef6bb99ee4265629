/// What the municipality of settlement does to the hazard of work: local unemployment and the quality of the programme.
struct PlaceEffect: Sendable {
  /// Log hazard by municipality.
  private let unemployment: [Double]
  private let quality: [Double]
  private let unemploymentCausal: Double
  private let qualityCausal: Double

  init(_ municipalities: [Municipality], jobStart: JobStart, parameters: ParameterValues) {
    unemployment = municipalities.map { jobStart.unemployment[Int($0.unemployment.rawValue)] }
    quality = municipalities.map { $0.quality * parameters[.settlementQualitySpread] }
    unemploymentCausal = parameters[.settlementUnemploymentCausal]
    qualityCausal = parameters[.settlementQualityCausal]
  }

  /// The log hazard of a person settled in `municipality` who would be in `usual` under capacity alone.
  ///
  /// As far as an association is not causal it stays with the person, so causal shares of 0 make every move harmless.
  func effect(_ municipality: Int, usual: Int) -> Double {
    unemploymentCausal * unemployment[municipality] + (1 - unemploymentCausal) * unemployment[usual]
      + qualityCausal * quality[municipality] + (1 - qualityCausal) * quality[usual]
  }
}
