/// Numerators and denominators of all moments; sums of parts are sums of their fields.
struct MomentSums: Sendable {
  private(set) var numerators = [Double](repeating: 0, count: Moment.allCases.count)
  private(set) var denominators = [Double](repeating: 0, count: Moment.allCases.count)
  /// Participants in work or education after one year, and all, by municipality of settlement.
  private(set) var municipalityActive: [Double]
  private(set) var municipalityAll: [Double]

  init(municipalities: Int) {
    municipalityActive = [Double](repeating: 0, count: municipalities)
    municipalityAll = municipalityActive
  }

  mutating func add(_ moment: Moment, _ numerator: Double, of denominator: Double = 1) {
    numerators[moment.ordinal] += numerator
    denominators[moment.ordinal] += denominator
  }

  mutating func addMunicipality(_ municipality: Int, isActive: Bool) {
    municipalityAll[municipality] += 1
    if isActive { municipalityActive[municipality] += 1 }
  }

  mutating func add(_ other: MomentSums) {
    for index in numerators.indices {
      numerators[index] += other.numerators[index]
      denominators[index] += other.denominators[index]
    }
    for index in municipalityAll.indices {
      municipalityAll[index] += other.municipalityAll[index]
      municipalityActive[index] += other.municipalityActive[index]
    }
  }

  /// The value of a moment in stored scale, or `nil` when its sample is empty.
  func value(_ moment: Moment, weight: Double) -> Double? {
    switch moment {
    // In a sample of the population twenty participants are a handful, whose shares spread by chance.
    case .municipalityMin: weight < 1.2 ? municipalityShares(weight).min() : nil
    case .municipalityMax: weight < 1.2 ? municipalityShares(weight).max() : nil
    default:
      if moment.isCount {
        numerators[moment.ordinal] * weight
      } else {
        denominators[moment.ordinal] > 0 ? numerators[moment.ordinal] / denominators[moment.ordinal] : nil
      }
    }
  }

  /// Shares of municipalities with at least twenty participants, as in Figur 18.
  private func municipalityShares(_ weight: Double) -> [Double] {
    municipalityAll.indices.filter { municipalityAll[$0] * weight >= 20 }.map {
      municipalityActive[$0] / municipalityAll[$0]
    }
  }
}
